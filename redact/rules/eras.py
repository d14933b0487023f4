"""Which executive order governs a document, and calendar arithmetic in years."""

from __future__ import annotations

import datetime
from functools import lru_cache

from redact.documents.model import Document
from redact.markings.register import ExecutiveOrder, Register

_ONE_SYNTAX = datetime.date(1995, 10, 14)


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day ``years`` later; 29 February becomes 1 March where there is none.

    The calendar ends with the year 9999: anything later is its last day.
    """
    if day.year + years > datetime.MAXYEAR:
        return datetime.date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 3, 1)


@lru_cache(maxsize=64)  # a dozen rules look up the same few orders
def records_of(register: Register, number: str) -> tuple[ExecutiveOrder, ...]:
    """The register's entries for an order, by its own number or that of its amendment."""
    return tuple(o for o in register.orders if number in (o.number, o.amended_by))


def took_effect(order: ExecutiveOrder) -> datetime.date:
    """First day a document may cite the order: its directive may take effect days earlier."""
    return min(order.effective, order.marking_effective or order.effective)


def is_tolerated(order: ExecutiveOrder, day: datetime.date, register: Register) -> bool:
    """Whether a document of that day may cite the order, in force or recently superseded."""
    if day < took_effect(order):
        return False
    # The days of grace count from the day the next order took effect.
    return order.until is None or (day - order.until).days <= register.order_grace_days + 1


def cited_number(document: Document) -> str | None:
    """Number of the order the E.O. line cites."""
    line = document.telegram_fields.executive_order
    return line.number if line else None


def governing_order(document: Document, register: Register) -> ExecutiveOrder | None:
    """The order whose rules the document must follow; ``None`` when it cannot be determined.

    It is the order in force on the document's date, or the one it cites while that is tolerated.
    Without a date it is the order cited (the latest amendment known).
    """
    number = cited_number(document)
    cited = records_of(register, number) if number else ()
    if document.date is None:
        return cited[-1] if cited else None
    in_force = register.order_on(document.date)
    if in_force in cited:
        return in_force
    return next((o for o in reversed(cited) if is_tolerated(o, document.date, register)), in_force)


def before_one_syntax(document: Document) -> bool:
    """Whether a document predates E.O. 12958, when no manual specified how to write a marking."""
    return document.date is not None and document.date < _ONE_SYNTAX


def is_governed_by(document: Document, number: str, register: Register) -> bool | None:
    """Whether the order with this number governs a document; ``None`` when that is unknown."""
    order = governing_order(document, register)
    return None if order is None else order in records_of(register, number)


def is_before(document: Document, number: str, register: Register) -> bool:
    """Whether a document is certainly older than the order with this number."""
    first = records_of(register, number)[:1]
    return document.date is not None and any(document.date < order.effective for order in first)


def follows(order: ExecutiveOrder, number: str, register: Register) -> bool:
    """Whether an order is the one with this number or a later one."""
    return any(order.effective >= record.effective for record in records_of(register, number)[:1])
