"""The cover: what was reviewed, the verdict, and what the report rests on."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Cell, Facts, Figures, Title, Verdict, cell
from redact.outputs.audit.context import Context, count
from redact.outputs.audit.model import UsedPolicy
from redact.outputs.audit.reference import report_reference

# The cover is one page; what is more stands in the section on scope.
MOST_LINES = 4


def cover(context: Context) -> Iterator[Block]:
    """Title, verdict, figures, and the means."""
    layout = context.layout
    names = tuple(name for name in (layout.agency, layout.office) if name)
    yield Title(names, layout.title, layout.subtitle)
    yield verdict(context)
    yield _figures(context)
    yield _basis(context)


def verdict(context: Context) -> Verdict:
    """The result over all documents."""
    report, label = context.report, context.layout.label
    copies = sum(document.public is not None for document in report.documents)
    proved = report.verified("proved")
    more = []
    if report.leaks:
        headline = label("verdict_leak", count=count(report.leaks, "document"))
        more.append(label("verdict_leak_help"))
    elif not copies:
        headline = label("verdict_none")
    elif proved < copies:
        headline = label("verdict_unproved", count=count(copies - proved, "public copy"))
    else:
        headline = label("verdict_clean")
    more.append(
        label(
            "verdict_line",
            documents=count(len(report.documents), "document"),
            full=report.count("released-in-full"),
            part=report.count("released-in-part"),
            none=report.count("not-released"),
        )
    )
    errors = report.standing("error")
    more.append(
        label("verdict_errors", errors=count(errors, "error"))
        if errors
        else label("verdict_no_errors")
    )
    return Verdict(label("verdict"), headline, " ".join(more), bool(report.leaks))


def _figures(context: Context) -> Figures:
    report, layout = context.report, context.layout
    return Figures(
        (
            *((report.count(key), outcome.name) for key, outcome in layout.outcomes.items()),
            (report.leaks, layout.label("leaks")),
            (report.standing("error"), layout.label("errors_unwaived")),
        )
    )


def _basis(context: Context) -> Facts:
    report, label = context.report, context.layout.label
    models = [f"{model.name} {model.version}" for model in report.models]
    unexamined = tuple(dict.fromkeys(what for d in report.documents for what in d.not_examined))
    pairs: list[tuple[str, Cell]] = [
        ("edition", cell(label(f"edition_{report.edition}"))),
        ("as_of", cell(", ".join(report.as_of))),
        ("policy", _named(report.policies)),
        ("profile", _named(report.profiles)),
        ("tool", cell(", ".join(report.tools))),
        ("model", cell(", ".join(models) or label("model_none"))),
        ("reference", cell(report_reference(report))),
    ]
    if unexamined:
        shown = list(unexamined[:MOST_LINES])
        if more := len(unexamined[MOST_LINES:]):
            shown.append(label("and_more", number=more))
        pairs.append(("not_examined", context.lines(*shown)))
    return Facts(tuple((label(key), value) for key, value in pairs))


def _named(policies: tuple[UsedPolicy, ...]) -> Cell:
    """Each policy with its hash; more than a few are left to the section on scope."""
    lines: Cell = ()
    for policy in policies[:MOST_LINES]:
        lines += cell(f"{policy.name} {policy.version}") + cell(policy.sha256, "mono")
    return lines or cell(None)
