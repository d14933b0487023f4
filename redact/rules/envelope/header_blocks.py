"""What differs between two copies of a telegram's header block."""

from __future__ import annotations

from redact.documents.telegram_model import HeaderBlock


def differing(first: HeaderBlock, later: HeaderBlock) -> tuple[str, ...]:
    """Names of the facts that both blocks state and state differently.

    The block of another message (`env-several-messages`) is no copy to compare.
    A level that cannot be read is `class-unknown-level`'s matter and differs from none.
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
    """Whether both blocks bear a message number, and not the same."""
    return None not in (first.number, later.number) and first.number != later.number
