"""The cover: what was reviewed, the verdict, and what the report rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Cell, Facts, Figures, Title, Verdict, cell
from redact.outputs.audit.context import Context, count
from redact.outputs.audit.model import OUTCOMES, AuditReport, UsedPolicy
from redact.outputs.audit.results import Results, results_of

# The cover is one page; the rest is in the section on scope.
MOST_LINES = 4


def cover(context: Context) -> Iterator[Block]:
    """Title, verdict, figures, and the means."""
    layout = context.layout
    names = tuple(name for name in (layout.agency, layout.office) if name)
    yield Title(names, layout.title, context.subtitle)
    yield verdict(context)
    yield _figures(context)
    yield _basis(context)


def verdict(context: Context) -> Verdict:
    """The result over all documents."""
    results, label = context.results, context.layout.label
    more = []
    if results.leaks:
        headline = label("verdict_leak", count=count(results.leaks, "document"))
        more.append(label("verdict_leak_help"))
    elif not results.copies:
        headline = label("verdict_none")
    elif unproved := results.copies - results.proved:
        headline = label("verdict_unproved", count=count(unproved, "public copy"))
    else:
        headline = label("verdict_clean")
    more.append(_counted(context, results))
    more.append(
        label("verdict_errors", errors=count(results.errors, "error"))
        if results.errors
        else label("verdict_no_errors")
    )
    title = label("verdict_whole" if context.volume else "verdict")
    return Verdict(title, headline, " ".join(more), bool(results.leaks))


def _counted(context: Context, results: Results) -> str:
    """How many documents there are, and what became of them."""
    full, part, none = (f"{number:,}" for number in results.outcomes)
    documents = count(results.documents, "document")
    return context.layout.label(
        "verdict_line", documents=documents, full=full, part=part, none=none
    )


def _figures(context: Context) -> Figures:
    results, layout = context.results, context.layout
    counts = dict(zip(OUTCOMES, results.outcomes, strict=True))
    return Figures(
        (
            *((counts.get(key, 0), outcome.name) for key, outcome in layout.outcomes.items()),
            (results.leaks, layout.label("leaks")),
            (results.errors, layout.label("errors_unwaived")),
        )
    )


def _basis(context: Context) -> Facts:
    report, label = context.report, context.layout.label
    models = [f"{model.name} {model.version}" for model in report.models]
    unexamined = tuple(dict.fromkeys(what for d in report.documents for what in d.not_examined))
    pairs: list[tuple[str, Cell]] = [
        *_volume(context),
        ("edition", cell(label(f"edition_{report.edition}"))),
        ("as_of", cell(", ".join(report.as_of))),
        ("policy", _named(report.policies)),
        ("profile", _named(report.profiles)),
        ("tool", cell(", ".join(report.tools))),
        ("model", cell(", ".join(models) or label("model_none"))),
        ("reference", cell(_reference(report))),
    ]
    if unexamined:
        shown = list(unexamined[:MOST_LINES])
        if more := len(unexamined[MOST_LINES:]):
            shown.append(label("and_more", number=more))
        pairs.append(("not_examined", context.lines(*shown)))
    return Facts(tuple((label(key), value) for key, value in pairs))


def _volume(context: Context) -> Iterator[tuple[str, Cell]]:
    """Which documents of the set this volume is on, and the head of the chain through all."""
    volume, label = context.volume, context.layout.label
    if volume is None:
        return
    span = label("volume_span", first=f"{volume.first:,}", last=f"{volume.last:,}")
    outcomes = _counted(context, results_of(context.report.documents))
    yield "volume", context.lines(f"{context.volume_number[0]}: {span}", outcomes)
    if context.is_internal:
        chain = volume.whole.chain
        whole = label("chain_whole" if chain.is_whole else "chain_broken")
        yield "chain_head", cell(whole) + cell(chain.head, "mono")


def _named(policies: tuple[UsedPolicy, ...]) -> Cell:
    """Each policy with its hash; more than a few are left to the section on scope."""
    lines: Cell = ()
    for policy in policies[:MOST_LINES]:
        lines += cell(f"{policy.name} {policy.version}") + cell(policy.sha256, "mono")
    return lines or cell(None)


def _reference(report: AuditReport) -> str:
    """Sixteen hexadecimal digits that change with any value of the report.

    Only values of this edition are used, so that the releasable one reveals nothing of the other.
    """
    digest = hashlib.sha256(f"{report.edition} {report.tools} {report.as_of}".encode())
    for document in report.documents:
        digest.update(repr(document).encode("utf-8", "surrogatepass"))
    return "-".join(digest.hexdigest()[n : n + 4] for n in range(0, 16, 4))
