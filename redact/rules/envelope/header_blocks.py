"""What differs between two copies of a telegram's header block."""

from __future__ import annotations

from redact.documents.telegram_model import HeaderBlock


def differing(first: HeaderBlock, later: HeaderBlock) -> tuple[str, ...]:
    """Names of the facts that both blocks state and state differently."""
    before, after = dict(first.facts), dict(later.facts)
    return tuple(name for name in before if name in after and before[name] != after[name])


def is_new_section(first: HeaderBlock, later: HeaderBlock) -> bool:
    """Whether the later block opens another section of the message."""
    return later.section is not None and later.section != first.section
