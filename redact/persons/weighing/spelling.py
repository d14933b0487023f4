"""Whether a rare word is spelt like a name: YAKOBASHVILI is, BUREAURACY and IMPC are not."""

from __future__ import annotations

import functools
import re
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "spelling.txt"
_UNSEEN = -10
"""Weight, in tenths of log odds, of three letters that hardly any name contains."""

_STEPS = (
    (-50, "as no name"),
    (-10, "hardly as a name"),
    (40, "as names and words are"),
    (90, "as a name"),
    (150, "clearly as a name"),
)
# Word parts from which names of firms, ministries and agencies are composed.
_FIRM = re.compile(
    r"^(?:agro|electro|elektro|hidro|hydro|euro|inter|trans|vnesh)\w"
    r"|(?:bank|gaz|neft|torg|export|import|prom|flot|energo|stroi|stroy|invest|corp|chem|bras|petrol|"
    r"papers|radio|credit)$"
    r"|(?:export|petrol|torgbank|eximbank)"
)
_SHORTEST_FIRM = 6
_CLEAREST = "as only a name"


def spelt(folded: str) -> str:
    """The spelling class of a folded word, from *as no name* to *as only a name*."""
    table = _table()
    total = sum(table.get(three, _UNSEEN) for three in threes_of(folded))
    return next((said for most, said in _STEPS if total < most), _CLEAREST)


def is_like_firm(folded: str) -> bool:
    """Whether it is composed like the name of a firm: UKREXIMBANK, VNESHTORG, AGROEXPORT."""
    return bool(_FIRM.search(folded)) and len(folded) > _SHORTEST_FIRM


def unseen(folded: str) -> int:
    """The number of its three-letter runs that hardly any name contains."""
    table = _table()
    return sum(three not in table for three in threes_of(folded))


def threes_of(folded: str) -> list[str]:
    """Every run of three letters of a word; ``^`` marks its start, ``$`` its end."""
    marked = f"^{folded}$"
    return [marked[at : at + 3] for at in range(len(marked) - 2)]


@functools.cache
def _table() -> dict[str, int]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {line[:3]: int(line[4:]) for line in lines if not line.startswith("#")}
