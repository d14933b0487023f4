"""A classification marking as a value, and its two canonical forms."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = ("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Classification levels, lowest first. RESTRICTED is never a United States level."""


def level_rank(level: str | None) -> int:
    """Rank of a level, 0 for UNCLASSIFIED to 4 for TOP SECRET; -1 for no level."""
    return LEVELS.index(level) if level in LEVELS else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What one banner line or portion mark says, category by category.

    Tokens stand in their banner form (``NOFORN``, not ``NF``), in the order they were written.
    ``level`` is one of `LEVELS` or ``None`` (a CUI marking has none).
    """

    level: str | None = None
    sci: tuple[str, ...] = ()
    sap: tuple[str, ...] = ()
    aea: tuple[str, ...] = ()
    fgi: tuple[str, ...] = ()
    nato: str | None = None
    joint: tuple[str, ...] = ()
    dissem: tuple[str, ...] = ()
    rel_to: tuple[str, ...] = ()
    display_only: tuple[str, ...] = ()
    non_ic: tuple[str, ...] = ()
    cui: tuple[str, ...] = ()
