"""Checks that an original classification states its reason, with the letter of the section.

## Why

Since E.O. 12958 information may be classified only for one of the listed reasons, and the document
has to say for which. The reason also decides the exemption cited when the text is withheld.

## Example

    Classified By: DCM Jane Sample
    Classified By: DCM Jane Sample, Reason: 1.4

*Use instead:* `Classified By: DCM Jane Sample, Reason: 1.4 (d)`

## Limits

Orders before E.O. 12958 required no reason. A derivative document takes it from its source. Words
in place of section and letter are taken for a category if they have a long word in common with one.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.authority.reason_sections import sections_in_force
from redact.rules.eras import follows, governing_order

ID = "auth-reason-missing"
ERA = True


_LONG = pattern(r"[a-z]{6,}")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an authority line without a reason, or one for each section without a letter."""
    document = examined.document
    block = document.authority
    if block is None or not document.is_classified or block.derivative or block.derived_from:
        return
    order = governing_order(document, examined.register)
    if order is not None and not follows(order, "12958", examined.register):
        return
    if block.reason_span is not None and not block.reasons:
        if not _names_a_category(document.text_of(block.reason_span), examined):
            yield Hit(
                span=block.reason_span,
                message="reason cites no section and names no category",
                fix="add the reason, section and letter",
            )
    elif block.classified_by is not None and not block.reasons:
        yield Hit(
            span=block.classified_by.span,
            message="authority line names a classifier, but no reason",
            fix="add the reason, section and letter",
        )
    for reason in block.reasons:
        if reason.letter is None:
            yield Hit(
                span=reason.span,
                message=f"reason cites section {reason.section}, but no letter of it",
                fix="add the letter of the reason",
                found=reason.section,
            )


def _names_a_category(words: str, examined: Examined) -> bool:
    """Whether words refer to a category of the order, as a reason may (32 CFR 2001.21(a)(3))."""
    sections = sections_in_force(examined) or examined.register.reasons
    known = {
        word
        for section in sections
        for meaning in section.meanings.values()
        for word in _LONG.findall(meaning.lower())
    }
    return not known.isdisjoint(_LONG.findall(words.lower()))
