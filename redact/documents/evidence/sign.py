"""One sign of marking, and what signs weigh together."""

from __future__ import annotations

from collections.abc import Iterable

from redact.sources import Span
from redact.values import dataclass

ENOUGH = 4
"""Weight from which a text is a marked document."""

DOUBTFUL = 2
"""Weight of signs of marking, headings aside, from which a text may still be one."""

SURE = 3
"""Weight of portion marks that open sentences; others may be items of a list."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: where it stands, what it is and how much it weighs.

    ``what``: ``banner``, ``mark``, a line of the authority block (``classified-by``, ``reason``,
    ``derived-from``, ``declassify-on``), of the CUI designation (``controlled-by``,
    ``cui-category``, ``cui-control``, ``contact``), ``statement`` or ``heading``. ``system`` is
    ``us`` for classification, ``cui`` for CUI, ``None`` for neither; ``level`` is the word a banner
    line states.
    """

    span: Span
    what: str
    weight: int
    system: str | None = None
    level: str = ""


def weigh(signs: Iterable[Sign]) -> int:
    """Weight of the signs together: of each kind the heaviest counts."""
    heaviest: dict[str, int] = {}
    for sign in signs:
        heaviest[sign.what] = max(sign.weight, heaviest.get(sign.what, 0))
    return sum(heaviest.values())


def is_doubtful(signs: Iterable[Sign]) -> bool:
    """Whether signs are too few for a marked document and too many to be passed over.

    A heading is no marking, UNCLASSIFIED protects nothing, and letters may be those of a list.
    """
    signs = tuple(signs)
    marking = [s for s in signs if s.what != "heading" and s.level != "UNCLASSIFIED"]
    marking = [s for s in marking if s.what != "mark" or s.weight >= SURE]
    if not marking or weigh(signs) >= ENOUGH:
        return False
    return weigh(marking) >= DOUBTFUL or weigh(signs) > DOUBTFUL
