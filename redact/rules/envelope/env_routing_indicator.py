"""Checks that every routing indicator is well formed.

## Why

Relays send a message by its routing indicators alone: four to seven capital letters, the first R, U
or Q. A garbled one sends the message nowhere, or elsewhere.

## Example

    TO XUEHTV/AMEMBASSY TESTVILLE

*Use instead:*

    TO RUEHTV/AMEMBASSY TESTVILLE

## Limits

Whether an indicator is assigned to the station named is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Telegram
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.sources import Span

ID = "env-routing-indicator"

_FORM = pattern(r"[RUQ][A-Z]{3,6}")
_PREFIX = pattern(r"([A-Z0-9]{4,10})/(?=[A-Z])")


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each indicator that does not have this form."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    for route, within in _routes(telegram):
        if not _FORM.fullmatch(route):
            at = examined.document.text_of(within).find(route)
            start = within.start + max(at, 0)
            yield Hit(
                span=Span(start, start + len(route)) if at >= 0 else within,
                message="routing indicator is not four to seven capitals beginning with R, U or Q",
            )


def _routes(telegram: Telegram) -> Iterator[tuple[str, Span]]:
    if telegram.precedence is not None:
        yield from ((route, telegram.precedence.span) for route in telegram.precedence.routes)
    if telegram.de_line is not None and telegram.de_line.route is not None:
        yield telegram.de_line.route, telegram.de_line.span
    addressees = (*telegram.to, *telegram.info, *telegram.exempt)
    yield from ((a.route, a.span) for a in addressees if a.route is not None)
    if telegram.de_line is not None or any(a.route is not None for a in addressees):
        # Where other lines have indicators, text before an oblique was meant as one.
        prefixes = ((_PREFIX.match(a.name), a) for a in addressees if a.route is None)
        yield from ((prefix[1], a.span) for prefix, a in prefixes if prefix)
