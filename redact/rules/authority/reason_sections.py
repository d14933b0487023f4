"""Which sections of which orders list reasons for classification on the date of a document."""

from __future__ import annotations

from redact.documents.model import AuthorityBlock, Document, Reason
from redact.findings import Examined
from redact.markings.register import ReasonSection
from redact.rules.eras import governing_order
from redact.sources import Span


def sections_in_force(examined: Examined) -> tuple[ReasonSection, ...]:
    """Sections that may be cited on the document's date; without one, those of the order cited.

    Where the document still cites a superseded order within the days of grace, its sections count.
    """
    day = examined.document.date
    register = examined.register
    order = governing_order(examined.document, register)
    of_order = tuple(s for s in register.reasons if order is not None and s.order == order.number)
    if day is None:
        return of_order
    valid = tuple(
        s
        for s in register.reasons
        if s.valid_from <= day and (s.valid_to is None or day <= s.valid_to)
    )
    if order is not None and order is not register.order_on(day):
        return valid + tuple(s for s in of_order if s not in valid)
    return valid


def section_span(document: Document, block: AuthorityBlock, reason: Reason) -> Span:
    """Where the section of a reason is written: before its letter, inside the block."""
    start = document.text.rfind(reason.section, block.span.start, reason.span.end)
    if start < 0:
        return reason.span
    return Span(start, start + len(reason.section))
