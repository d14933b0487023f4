"""Removes what somebody added around every line of a telegram.

Mail programs quote lines, editors and courts number them, converters draw boxes and double the line
spacing. A telegram is recognized by how its lines begin, so each of these hides all of it. As in
`redact.documents.wrapping.decorations` every sign is replaced by one blank, so offsets are those of
the original text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redact.documents.lines import TextLine, split_lines
from redact.documents.wrapping.decorations import (
    without_emphasis,
    without_line_numbers,
    without_quotation,
)
from redact.patterns import LINE_END, LINE_START, pattern

_SAMPLE = 16
"""Lines on either side of the middle sampled for signs around all lines."""
_LETTERS = str.maketrans("", "", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(")
_BOXES = frozenset("|#*/;%~:\u2022\u00b7-+=\u2502\u2503\u2551!")
"""Signs that may begin every line, as in a box, a comment or a list."""
_TAG = pattern(
    r"</?(?:b|i|u|em|strong|p|div|span|font|center|br|pre|code|li|tr|td)[ \t]?/?>", re.IGNORECASE
)
"""Tags without content: one with an attribute is kept, since that may contain a name."""
_MOST_LAYERS = 3
"""Maximum layers of such additions, such as line numbers inside a quotation."""
_NEARLY_ALL = 0.85
_FEWEST = 8
"""Minimum nonblank lines for a conclusion from how they begin."""
_FEWEST_FULL = 5
_LONG = 45
"""Code points from which a line may have been broken because it was full."""
_STOPS = frozenset('.?!:;)"')
_SPACED_LINE = pattern(r"(?<=[^\s])([ \t]*)(\r\n|\n|\r)(?=[ \t]*(?:\r\n|\n|\r))")


def without_line_decorations(text: str, lines: Sequence[TextLine]) -> str | None:
    """``text`` with the signs around its lines blanked out; ``None`` when there are none."""
    if not _may_be_decorated(text, lines):
        return None
    plain = text
    for _ in range(_MOST_LAYERS):
        bare = _without_a_layer(plain, lines)
        if bare == plain:
            break
        plain, lines = bare, split_lines(bare)
    return None if plain == text else plain


def _may_be_decorated(text: str, lines: Sequence[TextLine]) -> bool:
    """A cheap test that rules out an ordinary telegram.

    A note may precede the quoted text, so its lines begin in more than one way.
    """
    if ">" in text or ("*" in text and "\n**" in text):
        return True
    middle = len(lines) // 2
    sample = lines[max(0, middle - _SAMPLE) : middle + _SAMPLE]
    heads = "".join([line.head[:1] for line in sample])
    return 2 * len(heads.translate(_LETTERS)) > len(heads) or 5 * len(heads) < 3 * len(sample)


def _without_a_layer(text: str, lines: Sequence[TextLine]) -> str:
    plain = without_quotation(text)
    if "<" in plain:
        plain = _TAG.sub(lambda found: " " * len(found[0]), plain)
    if "\n**" in plain:
        plain = without_emphasis(plain)
    plain = without_line_numbers(plain, lines, stopped=True)
    plain = _without_box(plain, lines)
    return _without_blank_lines(plain, lines)


def _without_box(text: str, lines: Sequence[TextLine]) -> str:
    """The text without the sign with which nearly all lines begin and end."""
    written = [line.head for line in lines if line.head]
    if len(written) < _FEWEST:
        return text
    for side, form in (
        (0, r"[ \t]{{0,80}}{0}+[ \t]?"),
        (-1, r"[ \t]{{0,8}}{0}{{1,8}}[ \t]{{0,8}}"),
    ):
        sign, count = Counter(head[side] for head in written).most_common(1)[0]
        if sign in _BOXES and count >= _NEARLY_ALL * len(written):
            edge = form.format(f"\\{sign}")
            edge = LINE_START + edge if side == 0 else edge + LINE_END
            text = pattern(edge).sub(lambda found: " " * len(found[0]), text)
    return text


def _without_blank_lines(text: str, lines: Sequence[TextLine]) -> str:
    """The text without the blank line added below each line.

    If most lines end inside a sentence they were full, so the blank lines do not end paragraphs.
    Where several blank lines follow a line, only the first was added.
    """
    count = len(lines)
    full = [
        index
        for index, line in enumerate(lines[: count - 2])
        if len(line.head) > _LONG and line.head[-1] not in _STOPS
    ]
    spaced = sum(not lines[index + 1].head for index in full)
    if spaced < _FEWEST_FULL or spaced < _NEARLY_ALL * len(full):
        return text
    return _SPACED_LINE.sub(lambda found: " " * len(found[0]), text)
