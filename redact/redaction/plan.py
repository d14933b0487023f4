"""Making the plan: everything a policy withholds from a document, given mentions and findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.documents.model import Document
from redact.errors import UsageError
from redact.findings import Finding
from redact.markings.marking import level_rank
from redact.persons.lexicon import load_lexicon
from redact.persons.mention import Mention
from redact.policy.model import Policy
from redact.redaction.banners import cancel_banners
from redact.redaction.closure import SoughtName, withhold_repeats
from redact.redaction.gate import Gated, evidence_in, find_barriers
from redact.redaction.header import header_edit
from redact.redaction.label import amount_for, label_for
from redact.redaction.mentions import MentionDecisions, cause_of, decide_mentions, still_shown
from redact.redaction.merge import merge
from redact.redaction.model import (
    Declassification,
    Kept,
    Redaction,
    RedactionPlan,
    Sought,
)
from redact.redaction.portions import HandledPortion, handle_portions
from redact.redaction.reasons import reason_for_portion
from redact.redaction.runs import Passage, withhold_passages
from redact.redaction.spans import Cover, over_padding, widened
from redact.sources import Span, join_spans
from redact.sources.folding import fold
from redact.sources.wording import find_name, surname_of

__all__ = ["Gated", "complete_plan", "make_plan"]
_NOT_SOUGHT = frozenset({"portion", "PLACE_OF_BIRTH"})
"""Kinds whose words the proof does not look for everywhere: a passage is looked for as runs of its
words, and a place of birth is otherwise an ordinary place, often the post's own."""


def make_plan(
    document: Document,
    mentions: Iterable[Mention],
    findings: Iterable[Finding],
    policy: Policy,
    *,
    evidence: Declassification | None = None,
) -> RedactionPlan:
    """What the policy withholds from the document; withholding more never reveals more.

    ``findings`` are those of the stage *record*. ``evidence`` says that the document was
    declassified; a stamp in the document says so too. Raises `Gated` when the document may have
    no public copy.
    """
    evidence = evidence or evidence_in(document)
    barriers = find_barriers(document, findings, policy, evidence)
    if barriers:
        raise Gated(barriers, document.source.path)
    mentions = tuple(mentions)
    handled = handle_portions(document)
    passages = _withheld_portions(handled, document, policy)
    portions = tuple(passage.redaction for passage in passages)
    taken = Cover(len(document.text), (r.span for r in portions))
    released = _released(handled, taken)
    decided = decide_mentions(mentions, policy, document.text)
    names, looked_at = _repeated_names(document, mentions, decided, portions, released, policy)
    repeated_text = withhold_passages(document.text, passages, released)
    redactions = (*portions, *decided.withheld, *names, *repeated_text)
    return complete_plan(
        document,
        policy,
        redactions,
        kept=(*decided.kept, *looked_at),
        asked=decided.asked,
        sought=_sought(mentions, decided, taken, policy),
        evidence=evidence,
    )


def complete_plan(
    document: Document,
    policy: Policy,
    redactions: Iterable[Redaction],
    *,
    kept: Iterable[Kept] = (),
    asked: Iterable[Redaction] = (),
    sought: Iterable[Sought] = (),
    evidence: Declassification | None = None,
) -> RedactionPlan:
    """The plan that withholds exactly the given redactions, with labels, header and banners.

    Raises `UsageError` when the evidence of declassification names somebody who is withheld.
    """
    text = document.source.text
    encoding = document.source.origins.encoding
    cancelled = cancel_banners(document) if policy.release.cancel_banners else ()
    parts = _by_place(redactions, [edit.span for edit in cancelled])
    merged = merge(parts)
    taken = join_spans((*(r.span for r in merged), *(edit.span for edit in cancelled)))
    labelled = tuple(
        replace(
            sized,
            span=over_padding(sized.span, text, taken),
            label=label_for(sized, policy.release, encoding),
        )
        for redaction in merged
        for sized in (replace(redaction, amount=amount_for(redaction, redaction.span.of(text))),)
    )
    withheld = Cover(len(text), (r.span for r in labelled))
    singly = (Sought(r.span, r.kind) for r in parts if r.kind not in _NOT_SOUGHT)
    names = tuple(sorted({*sought, *singly}, key=lambda s: (s.span, s.kind)))
    evidence = evidence or evidence_in(document)
    _check_evidence(evidence, names, document)
    return RedactionPlan(
        source_sha256=document.source.sha256,
        policy=f"{policy.name} {policy.version}",
        policy_sha256=policy.sha256,
        redactions=labelled,
        edits=(
            header_edit(document, labelled, policy, evidence),
            *(e for e in cancelled if not withheld.touches(e.span)),
        ),
        kept=still_shown(kept, withheld),
        asked=merge(a for a in asked if not withheld.touches(a.span)),
        sought=names,
        parts=parts,
    )


def _by_place(redactions: Iterable[Redaction], banners: list[Span]) -> tuple[Redaction, ...]:
    """The redactions in order, those with the same span joined.

    One that cuts into a banner line takes all of it: half a level must not stay in force.
    """
    places: dict[Span, list[Redaction]] = {}
    for redaction in redactions:
        span = widened(redaction.span, banners)
        places.setdefault(span, []).append(replace(redaction, span=span))
    return tuple(part for span in sorted(places) for part in merge(places[span]))


def _withheld_portions(
    handled: tuple[HandledPortion, ...], document: Document, policy: Policy
) -> tuple[Passage, ...]:
    """Every span of every portion handled above a level that the policy names."""
    return tuple(
        Passage(
            Redaction(
                span=span,
                reasons=(reason_for_portion(line.reason, document),),
                causes=(portion.described,),
            ),
            f"repeats {portion.described}",
            everywhere=portion.portion.kind in ("subject", "title"),
        )
        for portion in handled
        for line in policy.withhold
        if line.portions_above is not None
        and level_rank(portion.level) > level_rank(line.portions_above)
        for span in portion.own
    )


def _released(handled: tuple[HandledPortion, ...], withheld: Cover) -> tuple[Span, ...]:
    """The text of portions that the policy releases, whatever names are withheld from it."""
    return tuple(span for portion in handled for span in portion.own if not withheld.covers(span))


def _repeated_names(
    document: Document,
    mentions: tuple[Mention, ...],
    decided: MentionDecisions,
    portions: tuple[Redaction, ...],
    released: tuple[Span, ...],
    policy: Policy,
) -> tuple[tuple[Redaction, ...], tuple[Kept, ...]]:
    """Names withheld wherever they occur again, and kept matches that are not those names."""
    names = [
        SoughtName(r.span, r.reasons, f"same name as {r.causes[0]}")
        for r in decided.withheld
        if r.is_name
    ]
    if not _withholds_names(policy):
        in_order = sorted(portions, key=lambda r: r.span)
        names += [
            SoughtName(
                mention.span,
                portion.reasons,
                f"same name as {cause_of(mention)}",
                only_outside_portions=True,
            )
            for mention in mentions
            if mention.kind == "PERSON" and mention.tier == "named"
            for portion in _covering(in_order, mention.span)
        ]
    found = tuple(r.span for r in decided.withheld)
    return withhold_repeats(document, names, found, decided.kept, released, load_lexicon())


def _covering(portions: Sequence[Redaction], span: Span) -> Iterator[Redaction]:
    """The withheld spans, given in order, that cover a span."""
    at = bisect_right(portions, span.start, key=lambda r: r.span.start)
    while at and portions[at - 1].span.covers(span):
        at -= 1
        yield portions[at]


def _sought(
    mentions: tuple[Mention, ...],
    decided: MentionDecisions,
    portions: Cover,
    policy: Policy,
) -> tuple[Sought, ...]:
    """What the proof looks for: every name withheld as such, and those in withheld portions."""
    if _withholds_names(policy):
        return tuple(Sought(r.span, r.kind) for r in decided.withheld if r.kind not in _NOT_SOUGHT)
    return tuple(
        Sought(m.span, m.kind)
        for m in mentions
        if m.kind == "PERSON" and m.tier == "named" and portions.covers(m.span)
    )


def _withholds_names(policy: Policy) -> bool:
    return any(line.mention == "PERSON" for line in policy.withhold)


def _check_evidence(
    evidence: Declassification | None, names: tuple[Sought, ...], document: Document
) -> None:
    if evidence is None or evidence.stamped:
        return
    stated = fold(" ".join(filter(None, (evidence.by, evidence.on, evidence.authority))))
    for name in names:
        text = document.text_of(name.span)
        spellings = filter(None, (text, surname_of(text) if name.kind == "PERSON" else None))
        if any(True for spelling in spellings for _ in find_name(stated, spelling)):
            raise UsageError(
                "the declassification names a person whose name is withheld",
                "--declassified-by",
                "name the office or position instead",
            )
