"""Banner lines of papers that stand on two lines."""

from __future__ import annotations

import re

from redact.documents.lines import fold_space
from redact.documents.readings import read_banner
from redact.markings.register import Register
from redact.patterns import LINE_END, LINE_START, pattern

_LINE_BREAK = r"(?:\r\n|\r|\n)"
_WRAPPED = pattern(
    LINE_START + r"[ \t]{0,120}(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI)/|//)"
    r"[A-Z0-9 ,/-]{1,160}"
    rf"(?P<gap>(?:(?<=[,/])[ \t]{{0,8}}{_LINE_BREAK}|[ \t]{{0,8}}{_LINE_BREAK}(?=[ \t]{{0,120}}/))"
    r"[ \t]{0,120})[A-Z/][A-Z0-9 ,/-]{1,160}" + LINE_END
)

_CONTROLS_UNDER = pattern(
    LINE_START + r"[ \t]{0,120}(?:TOP SECRET|SECRET|CONFIDENTIAL)"
    rf"(?P<gap>[ \t]{{0,8}}{_LINE_BREAK}[ \t]{{0,120}})[A-Z][A-Z ,/-]{{1,120}}" + LINE_END
)


def join_wrapped_banners(text: str, register: Register) -> str:
    """``text`` with blanks for the line ends inside banner lines: it is as long as it was.

    A banner line goes on where it breaks off at a comma or an oblique, or the next line begins with
    one, and both together are a marking of the register. Under a level alone controls may stand, as
    on papers of before E.O. 12958.
    """
    if "//" in text:
        text = _WRAPPED.sub(lambda match: _joined(match, register), text)
    return _CONTROLS_UNDER.sub(lambda match: _joined(match, register), text)


def _joined(match: re.Match[str], register: Register) -> str:
    start, end = (place - match.start() for place in match.span("gap"))
    joined = f"{match[0][:start]}{' ' * (end - start)}{match[0][end:]}"
    return match[0] if read_banner(fold_space(joined), register) is None else joined
