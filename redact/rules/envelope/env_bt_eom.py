"""Checks that the BT lines, the serial after the text and NNNN fit together.

## Why

`BT` comes before and after the text of each transmission, then `#` with the serial of the DE line,
then `NNNN`. They show that the text is complete: a single `BT` means that one end is lost, a
different serial that the end belongs to another message.

## Example

    DE RUEHTV #0412 1101131
    …
    BT
    #0413
    NNNN

*Use instead:*

    BT
    #0412
    NNNN

## Limits

Published copies and archive records drop these lines, so their absence is reported in the draft
stage only, and one `BT` is enough where the envelope was dropped. A file with several sections has
two `BT` lines for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Telegram
from redact.findings import Examined, Hit, Label
from redact.rules.scope import last_line

ID = "env-bt-eom"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an odd BT line, for another serial, for text after NNNN and, in drafts, absence."""
    document = examined.document
    telegram = document.telegram
    if telegram is None:
        return
    separators, end = telegram.separators, telegram.end_of_message
    transmissions = len({s.number for s in telegram.sections if s.place == "line"}) or 1
    # Where the lines above the text were dropped, the BT among them was too.
    stripped = telegram.from_ is None and telegram.date_time_group is None
    whole = {2 * n for n in range(1, transmissions + 1)} | ({transmissions} if stripped else set())
    if separators and len(separators) not in whole:
        yield Hit(
            span=separators[-1].span,
            message=f"message has {_lines(len(separators))}, its text stands between two",
            expected="2",
            found=str(len(separators)),
            related=tuple(Label(line.span, "BT line") for line in separators[:-1]),
        )
    yield from _trailer(telegram)
    if end is not None and transmissions == 1:
        later = [
            portion
            for portion in document.portions
            if portion.text_span.start >= end.span.end and portion.kind not in ("title", "header")
        ]
        if later:
            yield Hit(
                span=end.span,
                message="NNNN ends the message, text follows it",
                related=(Label(later[0].text_span, "text after the end"),),
            )
    missing = _missing_lines(telegram)
    if examined.stage == "draft" and missing:
        yield Hit(
            span=last_line(document.source, len(document.text)),
            message=f"message has no {' and no '.join(missing)}",
            fix="end the text with BT, #serial and NNNN",
        )


def _trailer(telegram: Telegram) -> Iterator[Hit]:
    line, trailer = telegram.de_line, telegram.trailer_serial
    if line is None or line.serial is None or trailer is None:
        return
    found = "".join(c for c in trailer.text if c.isdigit())
    if found and int(found) != int(line.serial):
        yield Hit(
            span=trailer.span,
            message=f"serial after the text is {found}, serial of the DE line is {line.serial}",
            expected=f"#{line.serial}",
            found=f"#{found}",
            related=(Label(line.span, "DE line"),),
        )


def _missing_lines(telegram: Telegram) -> list[str]:
    """Names of the lines at the end of a transmission that the telegram does not have."""
    lines = (
        ("BT lines", telegram.separators),
        ("serial after the text", telegram.trailer_serial),
        ("NNNN", telegram.end_of_message),
    )
    return [name for name, found in lines if not found]


def _lines(count: int) -> str:
    return "1 BT line" if count == 1 else f"{count} BT lines"
