"""Lines that a browser or an editor printed around a page: an address, a date, a page number.

They interrupt sentences and say nothing about the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.lines import TextLine
from redact.patterns import pattern

_LONGEST = 200
"""Maximum code points of such a line."""
_PAGE = r"(?:(?:PAGE:? )?\d{1,4} ?(?:/|OF) ?\d{1,4})"
_MOMENT = r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:,? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]\.?M\.?)?)?)"
_ADDRESS = r"(?:(?:https?|file)://\S{1,150})"
_COUNTED = pattern(
    rf"(?:{_ADDRESS} (?:{_MOMENT}|{_PAGE}|{_MOMENT} {_PAGE})|(?:{_MOMENT}|{_PAGE}) {_ADDRESS})$",
    re.IGNORECASE,
)
_TITLED = pattern(rf"(?:{_MOMENT} [^.?!]{{3,80}}|[^.?!]{{3,80}} {_MOMENT})$", re.IGNORECASE)
_FENCE = pattern(r"(?:`{3,}|~{3,})\w{0,16}$")


def printed_lines(text: str, lines: Sequence[TextLine]) -> frozenset[int]:
    """Indexes of the lines added by printing, and of the fences around a text.

    A browser prints an address with the page or the day. A date with a title counts only next to
    such a line or as the very first; elsewhere it is text.
    """
    found: set[int] = set()
    if "`" in text:
        found.update(index for index, line in enumerate(lines) if _FENCE.match(line.head))
    if "://" not in text:
        return frozenset(found)
    written = [index for index, line in enumerate(lines) if line.head]
    counted = [_is(_COUNTED, lines[index]) for index in written]
    for at, index in enumerate(written):
        beside = any(counted[max(0, at - 1) : at + 2]) or (at == 0 and any(counted))
        if counted[at] or (beside and _is(_TITLED, lines[index])):
            found.add(index)
    return frozenset(found)


def _is(form: re.Pattern[str], line: TextLine) -> bool:
    return len(line.head) <= _LONGEST and form.match(line.head) is not None
