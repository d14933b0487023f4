"""What differs between two copies of a telegram's header block."""

from __future__ import annotations

from redact.documents.model import Document
from redact.documents.quoted_text import is_quoted
from redact.documents.telegram_model import HeaderBlock

_LONGEST_OPENING = 400
"""Code points from a header to that of the message it sends on: captions, addressees, QUOTE."""


def differing(first: HeaderBlock, later: HeaderBlock) -> tuple[str, ...]:
    """Names of the facts that both blocks state, but differently.

    The block of another message (`env-several-messages`) is not a copy to compare. An unreadable
    level is reported by `class-unknown-level` and does not count as a difference.
    """
    if is_another_message(first, later):
        return ()
    before, after = (_readable(block) for block in (first, later))
    return tuple(name for name in before if name in after and before[name] != after[name])


def _readable(block: HeaderBlock) -> dict[str, str]:
    return {name: value for name, value in block.facts if value != "unreadable"}


def is_new_section(first: HeaderBlock, later: HeaderBlock) -> bool:
    """Whether the later block opens another section of the message."""
    return later.section is not None and later.section != first.section


def is_another_message(first: HeaderBlock, later: HeaderBlock) -> bool:
    """Whether both blocks have a message number, and not the same one."""
    return None not in (first.number, later.number) and first.number != later.number


def is_sent_on(first: HeaderBlock, later: HeaderBlock, document: Document) -> bool:
    """Whether a telegram only forwards another: ``FOL REPEAT TESTVILLE 12 QUOTE``.

    Those words are between the two headers. A message of another level does not count: what is
    marked in it would be read under the header of the first.
    """
    start, end = first.span.start, later.span.start
    return (
        end - start <= _LONGEST_OPENING
        and _readable(first).get("level") == _readable(later).get("level")
        and is_quoted(document.source.text, start, end)
    )
