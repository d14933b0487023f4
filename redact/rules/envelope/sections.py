"""Which sections of a message are available."""

from __future__ import annotations

from redact.documents.telegram_model import Telegram
from redact.findings import Examined


def sections_at_hand(examined: Examined) -> frozenset[int]:
    """Numbers of the sections in this document and in others of the set with the same number."""
    own = examined.document.telegram
    if own is None:
        return frozenset()
    others = (document.telegram for document in examined.siblings)
    same = [own, *(t for t in others if t is not None and _is_same_message(t, own))]
    return frozenset(section.number for telegram in same for section in telegram.sections)


def _is_same_message(one: Telegram, other: Telegram) -> bool:
    a, b = one.message_number, other.message_number
    return a is not None and b is not None and a.id is not None and a.id == b.id
