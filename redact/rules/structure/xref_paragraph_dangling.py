"""Checks that a paragraph the text refers to exists.

## Why

`See paragraph 7` in a message of six paragraphs sends the reader nowhere: an action request
is overlooked, or a paragraph was lost.

## Example

    2. (U) Post asks for a decision on the picnic; see paragraph 7.
    …
    16. (U) ACTION REQUEST: …

*Use instead:* `see paragraph 6.`, the number of that paragraph when all are numbered
consecutively.

## Limits

Paragraphs of other documents are not checked: `reftel para 5`, `paragraph 4 of the treaty`. Neither
is quoted text, nor a telegram with a missing section or without numbered paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.scope import missing_sections, number_span
from redact.rules.structure.numbering import Numbered, numbered_paragraphs
from redact.rules.structure.paragraph_citations import paragraph_citations

ID = "xref-paragraph-dangling"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each citation of a paragraph this document does not have."""
    document = examined.document
    entries = numbered_paragraphs(document)
    if not entries or missing_sections(document):
        return
    present = {entry.number for entry in entries}
    for citation in paragraph_citations(document):
        absent = [number for number in citation.numbers if number not in present]
        for number in absent[:1]:
            meant = _in_order(entries, number)
            span = number_span(document, meant.portion) if meant else None
            yield Hit(
                span=citation.span,
                message=f"text refers to paragraph {number}, the document has "
                f"{_described(present)}",
                fix=f"refer to paragraph {meant.number}, the {_ordinal(number)} in order, "
                "and number the paragraphs consecutively"
                if meant
                else "correct the number",
                expected=str(meant.number) if meant else None,
                found=str(number),
                related=(Label(span, f"{_ordinal(number)} paragraph in order"),) if span else (),
            )


def _in_order(entries: tuple[Numbered, ...], number: int) -> Numbered | None:
    """The paragraph that would have the number if all were numbered from 1 in their order."""
    return entries[number - 1] if 1 <= number <= len(entries) else None


def _described(present: set[int]) -> str:
    highest = max(present)
    if len(present) == 1:
        return f"paragraph {highest} only"
    if len(present) == highest - min(present) + 1:
        return f"paragraphs {min(present)} to {highest}"
    return f"no paragraph of that number up to {highest}"


def _ordinal(number: int) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else suffix}"
