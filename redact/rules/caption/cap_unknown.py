"""Checks that every line between classification line and E.O. line is known.

## Why

Lines below the message number are captions, attention lines or passing lines; relays and mail rooms
act on them. Nobody acts on a misspelled caption.

## Example

    SIPDSI

*Use instead:*

    SIPDIS

## Limits

Attention and passing lines are recognized by their form (FOR, PASS, FROM); a line of another form
may still be correct, so this is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.register import Register
from redact.markings.spelling import is_within

ID = "cap-unknown"

_FIELDS = ("E.O.", "TAGS", "SUBJECT", "SUBJ", "REF")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each unknown line of the caption zone."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    for line in telegram.unknown_caption_lines:
        meant = _meant_field(line.text.upper()) or _meant(line.text.upper(), examined.register)
        yield Hit(
            span=line.span,
            message="line is not a known caption, attention or passing line"
            + (f", probably {meant}" if meant else ""),
            fix=f"write {meant}" if meant else None,
            expected=meant,
        )


def _meant_field(text: str) -> str | None:
    """The header line whose label is a letter away: it is then missing from the header."""
    label, colon, _ = text.partition(":")
    letters = "".join(c for c in label if c.isalpha())
    near = (name for name in _FIELDS if is_within(letters, name.replace(".", ""), 1))
    return next(near, None) if colon else None


def _meant(text: str, register: Register) -> str | None:
    """The one caption that is two letters away at most; short words must be nearer."""
    near = {
        entry.name
        for entry in register.captions
        for spelling in (entry.name, *entry.spellings)
        if is_within(text, spelling, 2 if len(spelling) >= 6 else 1)
    }
    return near.pop() if len(near) == 1 else None
