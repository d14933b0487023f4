"""The index of withheld portions, one row per deletion, in the manner of a Vaughn index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redact.outputs.audit.exemption import Claim, parse_claim
from redact.outputs.audit.layout import Layout
from redact.outputs.audit.model import (
    AuditReport,
    CitedExemption,
    Deletion,
    RecordedDocument,
    RecordedPortion,
)
from redact.redaction.amount import NAME
from redact.values import dataclass

UNCLASSIFIED = "UNCLASSIFIED"
_PRIVACY = (("(b)(6)", None), ("(b)(7)", "C"))


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """What the index states about one deletion.

    ``number`` is consecutive through the whole report. ``bases`` are numbers in the table of bases.
    ``harm`` is the degree of damage, for classified portions. ``problems`` are keys of the
    layout's ``row_checks``: what an index must state and this row does not.
    """

    number: int
    document: RecordedDocument
    portion: str
    in_portion: bool
    mark: str | None
    line: int | None
    amount: str | None
    exemptions: tuple[str, ...]
    bases: tuple[int, ...]
    description: str
    harm: str | None
    decided_by: str | None
    problems: tuple[str, ...]


def list_bases(report: AuditReport) -> dict[str, int]:
    """Each distinct exemption claimed in the report, numbered from 1 in sorted order."""
    claimed = {reason for d in report.documents for item in d.deletions for reason in item.reasons}
    return {reason: number for number, reason in enumerate(sorted(claimed), 1)}


def cited_exemption(document: RecordedDocument, reason: str) -> CitedExemption | None:
    """What the policy says about the exemption that a reason claims."""
    return next((e for e in document.exemptions if e.is_claimed_by(reason)), None)


def cite_bases(report: AuditReport) -> dict[str, tuple[CitedExemption, ...]]:
    """For each exemption claimed, what the policies of the documents say about it."""
    cited: dict[str, dict[CitedExemption, None]] = {}
    for document in report.documents:
        for reason in {reason for item in document.deletions for reason in item.reasons}:
            if found := cited_exemption(document, reason):
                cited.setdefault(reason, {})[found] = None
    return {reason: tuple(found) for reason, found in cited.items()}


def withheld_index(
    report: AuditReport, layout: Layout, first: int = 1
) -> Iterator[tuple[RecordedDocument, tuple[IndexRow, ...]]]:
    """The documents with something withheld or not released, each with its rows.

    ``first`` is the number of the first row.
    """
    bases = list_bases(report)
    number = first
    for document in report.documents:
        rows = []
        for item in document.deletions:
            rows.append(_row(number, document, item, bases, layout))
            number += 1
        if rows or document.outcome == "not-released":
            yield document, tuple(rows)


def count_problems(report: AuditReport) -> int:
    """Number of deletions and documents that do not state all an index must."""
    return sum(
        bool(lacks_segregability(document))
        + sum(bool(find_problems(document, item)) for item in document.deletions)
        for document in report.documents
    )


def _row(
    number: int,
    document: RecordedDocument,
    item: Deletion,
    bases: Mapping[str, int],
    layout: Layout,
) -> IndexRow:
    claims = [parse_claim(reason) for reason in item.reasons]
    classified = any(claim.code == "(b)(1)" for claim in claims)
    level = item.portion.level if item.portion else document.classification
    return IndexRow(
        number=number,
        document=document,
        portion=name_portion(item.portion, layout),
        in_portion=item.portion is not None,
        mark=item.portion.mark if item.portion else None,
        line=item.line,
        amount=item.amount,
        exemptions=item.reasons,
        bases=tuple(bases[reason] for reason in item.reasons),
        description=describe(item, claims, layout),
        harm=layout.harm.get(level or "") if classified else None,
        decided_by=item.decided_by,
        problems=find_problems(document, item),
    )


def name_portion(portion: RecordedPortion | None, layout: Layout) -> str:
    """``Paragraph 4``, ``Subject``, or the layout's label for text outside all portions."""
    if portion is None:
        return layout.label("outside_portions")
    kind = portion.kind.replace("-", " ").capitalize()
    numbered = portion.kind in ("paragraph", "sub-paragraph")
    if numbered and not portion.number:
        return layout.label("unnumbered", kind=kind)
    return f"{kind} {portion.number}".strip()


def describe(item: Deletion, claims: Sequence[Claim], layout: Layout) -> str:
    """What was withheld, described by its kind and the category claimed, never by its text."""
    if is_name(item):
        return layout.label("description_name")
    concerns = [
        layout.categories[letter]
        for claim in claims
        for letter in claim.categories
        if letter in layout.categories
    ]
    if claims and all((claim.code, claim.letter) in _PRIVACY for claim in claims):
        return layout.label("description_personal")
    if concerns:
        return layout.label("description_about", categories="; ".join(dict.fromkeys(concerns)))
    return layout.label("description_text")


def is_name(item: Deletion) -> bool:
    """Whether only a name was withheld, in which case the record gives no other amount."""
    return item.amount == NAME


def find_problems(document: RecordedDocument, item: Deletion) -> tuple[str, ...]:
    """Keys of ``row_checks`` for what the deletion fails to state (5 U.S.C. 552(b)).

    An exemption of another statute, such as (j)(2) of the Privacy Act, counts if the policy has it.
    """
    claims = [parse_claim(reason) for reason in item.reasons]
    problems = []
    if not any(claim.code or cited_exemption(document, claim.text) for claim in claims):
        problems.append("exemption-missing")
    if not item.amount:
        problems.append("amount-missing")
    for claim in claims:
        # A date or a name after the code is taken as the statute or privilege: only a reviewer
        # can say whether it is the right one.
        if claim.code == "(b)(3)" and not claim.detail:
            problems.append("statute-missing")
        if claim.code == "(b)(5)" and not claim.detail:
            problems.append("privilege-missing")
        if claim.code == "(b)(7)" and not claim.letter:
            problems.append("letter-missing")
        if claim.code == "(b)(1)":
            if not claim.categories and not exempted_from_automatic_declassification(claim):
                problems.append("category-missing")
            if item.portion and item.portion.level == UNCLASSIFIED:
                problems.append("unclassified-portion")
    return tuple(dict.fromkeys(problems))


def exempted_from_automatic_declassification(claim: Claim) -> bool:
    """Whether the claim names an exemption from automatic declassification: 25X, 50X, 75X."""
    return any(f"{years}X" in claim.detail.upper() for years in (25, 50, 75))


def lacks_segregability(document: RecordedDocument) -> bool:
    """Whether everything is withheld and the statement does not say why no part can be released."""
    said = "segregab" in (document.statement or "").lower()
    return bool(document.deletions) and is_denied_in_full(document) and not said


def is_denied_in_full(document: RecordedDocument) -> bool:
    """Whether every portion is withheld in full, so that the index must address segregability."""
    return bool(document.portions) and all(p.decision == "withhold" for p in document.portions)
