"""The level in the metadata around a published copy."""

from __future__ import annotations

from redact.markings.level import find_level
from redact.markings.marking import LEVELS
from redact.markings.register import Register


def level_of_metadata(text: str, register: Register) -> str | None:
    """The level a metadata field states, ``None`` when it states none.

    Only the first part counts: ``UNCLASSIFIED//FOR OFFICIAL USE ONLY`` is UNCLASSIFIED. A label in
    place of a level (LIMITED OFFICIAL USE) is UNCLASSIFIED.
    """
    found = find_level(text.partition("//")[0].strip(), register)
    if found is None:
        return None
    return found[0] if found[0] in LEVELS else "UNCLASSIFIED"
