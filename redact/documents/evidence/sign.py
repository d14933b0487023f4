"""One sign of marking, and the combined weight of several."""

from __future__ import annotations

from collections.abc import Iterable

from redact.sources import Span
from redact.values import dataclass

ENOUGH = 4
"""Minimum weight of a marked document."""

DOUBTFUL = 2
"""Minimum weight of signs, not counting headings, of a text that may still be a marked document."""

SURE = 3
"""Weight of portion marks that open sentences; others may be list items."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of marking: its position, kind and weight.

    ``kind`` is ``banner``, ``mark``, a line of the authority block (``classified-by``, ``reason``,
    ``derived-from``, ``declassify-on``) or of the CUI designation (``controlled-by``,
    ``cui-category``, ``cui-control``, ``contact``), ``statement`` or ``heading``. ``system`` is
    ``us`` for classification, ``cui`` for CUI, ``None`` for neither; ``level`` is the word on a
    banner line.
    """

    span: Span
    kind: str
    weight: int
    system: str | None = None
    level: str = ""


def weigh(signs: Iterable[Sign]) -> int:
    """Combined weight of the signs: the heaviest of each kind counts."""
    heaviest: dict[str, int] = {}
    for sign in signs:
        heaviest[sign.kind] = max(sign.weight, heaviest.get(sign.kind, 0))
    return sum(heaviest.values())


def is_doubtful(signs: Iterable[Sign]) -> bool:
    """Whether signs are too weak for a marked document but too strong to be ignored.

    A heading is not a marking, UNCLASSIFIED protects nothing, and letters may be list labels.
    """
    signs = tuple(signs)
    marking = [s for s in signs if s.kind != "heading" and s.level != "UNCLASSIFIED"]
    marking = [s for s in marking if s.kind != "mark" or s.weight >= SURE]
    if not marking or weigh(signs) >= ENOUGH:
        return False
    return weigh(marking) >= DOUBTFUL or weigh(signs) > DOUBTFUL
