"""How many years the order that governs a document allows until declassification."""

from __future__ import annotations

import datetime

from redact.findings import Examined
from redact.rules.declassification.instruction import Instruction
from redact.rules.eras import governing_order, years_after

# The date-time group is UTC; local time at the drafter's post may be a day later or earlier.
_SLACK_DAYS = 1

_UNLIMITED = ("x-code", "exemption")


def limit_in_years(examined: Examined, instruction: Instruction) -> int | None:
    """The longest duration the order allows, ``None`` when it sets none."""
    order = governing_order(examined.document, examined.register)
    if order is None or instruction.kind is None or instruction.kind in _UNLIMITED:
        return None
    years = order.max_years
    if "fgi" in years and _holds_foreign_information(examined):
        return years["fgi"]
    return years.get(instruction.kind, years.get("default"))


def is_within(examined: Examined, instruction: Instruction, years: int) -> bool:
    """Whether the date is at most ``years`` after the document's, with a day of slack."""
    origin = examined.document.date
    if origin is None or instruction.day is None:
        return True
    return (instruction.day - years_after(origin, years)).days <= _SLACK_DAYS


def years_between(origin: datetime.date, day: datetime.date) -> int:
    """Years until ``day``, rounded up."""
    years = day.year - origin.year
    return years + 1 if day > years_after(origin, years) else years


def _holds_foreign_information(examined: Examined) -> bool:
    document = examined.document
    return any(marking.fgi for marking in document.markings)
