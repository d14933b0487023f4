"""Checks that the message number ends in the serial of the DE line.

## Why

The station serial of FL3 is the last four digits of the message number. Where they differ, the
envelope of one message is above the text of another, or a number was mistyped and references to it
lead nowhere.

## Example

    DE RUEHTV #0412 1101131
    UNCLAS TESTVILLE 000421

*Use instead:*

    UNCLAS TESTVILLE 000412

## Limits

A message sent again under an operating signal (ZDK, ZFD, ZOJ) has a new serial and its old number.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Telegram
from redact.findings import Examined, Hit, Label

ID = "env-serial-vs-mrn"

_SENT_AGAIN = {"ZDK", "ZFD", "ZOJ"}


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the DE line."""
    telegram = examined.document.telegram
    if telegram is None or telegram.de_line is None or telegram.message_number is None:
        return
    serial, number = telegram.de_line.serial, telegram.message_number.number
    if serial is None or not (serial.isdigit() and number.isdigit()):
        return
    expected = f"{int(number) % 10_000:04d}"
    if int(serial) == int(expected) or _SENT_AGAIN & _signals(telegram):
        return
    yield Hit(
        span=telegram.de_line.span,
        message=f"serial of the DE line is {serial}, message number ends in {expected}",
        expected=f"#{expected}",
        found=f"#{serial}",
        related=(Label(telegram.message_number.span, "message number"),),
    )


def _signals(telegram: Telegram) -> set[str]:
    group, signal = telegram.date_time_group, telegram.operating_signal
    return {*(group.signals if group else ()), *(signal.signals if signal else ())}
