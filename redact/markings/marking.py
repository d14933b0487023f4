"""A classification marking as a value, and its two canonical forms."""

from __future__ import annotations

from dataclasses import field, fields
from typing import Any

from redact.values import dataclass

LEVELS = ("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Classification levels, lowest first. RESTRICTED is never a United States level."""


def level_rank(level: str | None) -> int:
    """Rank of a level, 0 for UNCLASSIFIED to 4 for TOP SECRET; -1 for no level."""
    return LEVELS.index(level) if level in LEVELS else -1


def nato_level(words: str | None) -> str | None:
    """The level that NATO's words state: TOP SECRET for COSMIC TOP SECRET."""
    return next((lv for lv in reversed(LEVELS) if f" {words}".endswith(f" {lv}")), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """The content of one banner line or portion mark, category by category.

    Tokens are in banner form (``NOFORN``, not ``NF``), in the order they were written.
    ``level`` is one of `LEVELS` or ``None`` (a CUI marking has none).

    ``sci``, ``sap`` and ``aea`` hold one text for each control system with its compartments
    (``SI-G ABCD``, ``SAR-BP-J12``, ``RD-SIGMA 14``). ``fgi`` holds countries, or ``FGI`` where the
    source is concealed; with ``non_us`` they own the whole marking (``//GBR SECRET``), otherwise
    they contribute to a United States one (``SECRET//FGI GBR``). ``nato`` is NATO's own words.
    ``joint`` are the owners of a JOINT marking. ``rel_to``, ``display_only`` and ``eyes_only``
    hold the countries of those lists; ``REL`` in ``dissem`` means the list of the banner.
    ``cui`` starts with the word CUI or CONTROLLED, followed by categories.

    ``system`` is the register whose spelling `banner` and `portion` use; it is ignored in
    comparisons.
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
    eyes_only: tuple[str, ...] = ()
    non_us: bool = False
    system: str = field(default="us", compare=False)

    def __post_init__(self) -> None:
        """Fill in what a field implies, so that equal meanings are equal values.

        NATO's words state their level; a NATO or JOINT marking is not a United States one;
        categories of CUI follow the word CUI.
        """
        stated = nato_level(self.nato)
        if self.level is None and stated is not None:
            object.__setattr__(self, "level", stated)
        if self.joint or (stated is not None and stated == self.level):
            object.__setattr__(self, "non_us", True)
        if self.cui and self.cui[0] not in ("CUI", "CONTROLLED"):
            object.__setattr__(self, "cui", ("CUI", *self.cui))

    def banner(self) -> str:
        """The canonical banner line: ``SECRET//NOFORN``. Reading it gives an equal value."""
        from redact.markings.write import write_marking

        return write_marking(self, "banner")

    def portion(self) -> str:
        """The canonical portion mark in brackets: ``(S//NF)``. Reading it gives an equal value."""
        from redact.markings.write import write_marking

        return f"({write_marking(self, 'portion')})"

    def to_dict(self) -> dict[str, Any]:
        """The fields as in ``redact/documents/v1``; sequences are lists."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.compare}
        return {key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}
