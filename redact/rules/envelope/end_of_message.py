"""The lines that end a transmission: BT, the serial again, NNNN."""

from __future__ import annotations

from redact.documents.telegram_model import Telegram
from redact.sources import Source, Span


def missing_lines(telegram: Telegram) -> tuple[str, ...]:
    """Names of the ending lines the telegram does not hold."""
    lines = (
        ("BT lines", telegram.separators),
        ("serial after the text", telegram.trailer_serial),
        ("NNNN", telegram.end_of_message),
    )
    return tuple(name for name, held in lines if not held)


def last_line(source: Source) -> Span:
    """The last line that holds text."""
    end = len(source.text.rstrip())
    line, _ = source.line_col(end)
    return Span(source.line_start(line), end)
