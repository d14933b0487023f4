"""Removes what mail programs, converters and typists added around the words of a text.

Quotation signs, line numbers, emphasis, tags and table rules hide marks from a parser that expects
them at the head of a line. Each sign is replaced by one blank, so that offsets are those of the
original text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redact.documents.lines import TextLine
from redact.documents.portion_model import Portion
from redact.patterns import LINE_END, LINE_START, pattern
from redact.sources import Span

_QUOTATION = pattern(LINE_START + r"[ \t]{0,40}(?:(?:>|&gt;)[ \t]?){1,8}(?![<>])")
_TAG = pattern(
    r"</?(?:b|i|u|em|strong|p|div|span|font|center|br|hr|h[1-6]|li|ul|ol|table|thead|tbody|tr|td|th"
    r"|blockquote|html|body|pre|code)(?:\s[^<>\r\n]{0,120})?/?>",
    re.IGNORECASE,
)
_HEADING = pattern(LINE_START + r"[ \t]{0,80}#{1,6}(?=[ \t])")
_EMPHASIS = pattern(
    r"(?<![\w*_`])(?P<sign>\*{1,3}|_{1,3}|`{1,2})(?P<words>[^\s*_`](?:[^*_`\r\n]{0,160}[^\s*_`])?)"
    r"(?P=sign)(?![\w*_`])"
)
_AT_BRACKETS = pattern(
    LINE_START
    + r"[^\w\r\n(\[]{0,24}(?:[\w.]{1,5}[ \t])?[ \t]{0,8}(?P<open>[*_`]{1,3})(?=[(\[\uff08])"
    r"|(?<=[)\]\uff09])(?P<close>[*_`]{1,3})(?![\w*_`])"
)
_ODD_MARK = pattern(r"(?:TS|TOP SECRET|S|SECRET|C|CONF(?:IDENTIAL|ID)?)(?:[ /][A-Z /,-]*)?$")
"""A level in emphasis signs used as brackets (`redact.documents.portions.odd_marks`)."""
_ROW = pattern(LINE_START + r"[ \t]{0,8}\|[^\r\n]{1,1000}")
_NEXT_CELL = pattern(r"(?<=\S)(?P<blanks>[ \t]{0,80})\|(?=[ \t]{0,8}[(\[\uff08])")
_LABEL_CELL = pattern(
    LINE_START + r"[ \t]{0,8}\|(?P<label>[ \t]{0,8}(?:(?:DERIVATIVELY )?CLASSIFIED BY"
    r"|DERIVATIVE CLASSIFIER|DERIVED FROM|DECLASSIFY ON|REASON|DOWNGRADE TO|CONTROLLED BY|POC"
    r"|CUI CATEGORY|LDC|FROM|TO|DATE|SUBJECT):?[ \t]{0,80})\|(?=[ \t]{0,8}[^\s|])",
    re.IGNORECASE,
)
"""A field of the authority block or the heading whose label and value are cells of one row."""
_FIRST_RULE = pattern(LINE_START + r"[ \t]{0,8}\|(?=[ \t]{0,8}[(\[\uff08])")
_LAST_RULE = pattern(r"\|[ \t]{0,8}" + LINE_END)
_RULER = pattern(LINE_START + r"[ \t]{0,8}[|+](?:[ \t]{0,2}[:=+|-]){3,200}[ \t]{0,8}" + LINE_END)
_BULLET = pattern(
    LINE_START
    + r"(?P<blanks>[ \t]{0,40})[\u2023\u25aa\u25ab\u25cb\u25cf\u25a0\u25a1\u25e6\u25c6\u25ba\u25b6"
    r"\u2043\u27a2\u27a4\u2713\u2714\u2756\uf0a7\uf0b7\uf0d8\u00a7\u00bb+](?=[ \t\u00a0(\[])"
    + "|"
    + LINE_START
    + r"(?P<before>[ \t]{0,40})o(?=[ \t]{1,8}[(\[])"
)
_BRACKETED_BANNER = pattern(
    LINE_START + r"[ \t]{0,80}(?P<open>\[)[ \t]?(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI)"
    r"(?://?[A-Z0-9 ,/-]{1,80})?[ \t]?(?P<close>\])[ \t]{0,8}" + LINE_END
)
_LINE_NUMBER = pattern(r"[ \t]{0,40}(?P<number>\d{1,5})(?P<sign>[ \t]?[|:.)\]])?(?=[ \t]|$|[\r\n])")
_MANY, _STRAY = 12, 4
"""Minimum lines with which numbers with a full stop may be line numbers, and how many may lack one.
"""
_NUMBERED_FROM = 8
"""Minimum lines with which the numbers at their heads may be line numbers."""
_REACH = 200


def without_decorations(text: str, lines: Sequence[TextLine]) -> str:
    """``text`` with a blank for every sign that is not part of its words, its length unchanged.

    A line end is put before each table cell that may have its own mark.
    """
    text = without_line_numbers(without_quotation(text), lines)
    if "<" in text:
        text = _TAG.sub(_blanks, text)
    if "#" in text:
        text = _HEADING.sub(_blanks, text)
    text = without_emphasis(text)
    if "|" in text:
        text = _LABEL_CELL.sub(lambda row: f" {row['label']}:", text)
        text = _ROW.sub(_cells, _RULER.sub(_blanks, text))
        text = _LAST_RULE.sub(_blanks, _FIRST_RULE.sub(_blanks, text))
    if "[" in text:
        text = _BRACKETED_BANNER.sub(_without_signs, text)
    if "+" in text or "o " in text or not text.isascii():
        text = _BULLET.sub(lambda match: f"{match['blanks'] or match['before'] or ''}-", text)
    return text


def without_quotation(text: str) -> str:
    """The text without the quotation signs before its lines."""
    return _QUOTATION.sub(_blanks, text) if ">" in text or "&gt;" in text else text


def without_emphasis(text: str) -> str:
    """The text without the asterisks, underscores and graves that set words off."""
    if not any(sign in text for sign in "*_`"):
        return text
    return _AT_BRACKETS.sub(_without_signs, _EMPHASIS.sub(_without_emphasis, text))


def with_decorations(portion: Portion, text: str, plain: str) -> Portion:
    """A portion parsed from the ``plain`` text, extended over the signs removed at either end."""
    start = _outermost(text, plain, portion.span.start, -1)
    end = _outermost(text, plain, portion.span.end, 1)
    if (start, end) == (portion.span.start, portion.span.end):
        return portion
    begins = portion.text_span.start
    return replace(
        portion,
        span=Span(start, end),
        text_span=Span(
            start if begins == portion.span.start else begins,
            end if portion.text_span.end == portion.span.end else portion.text_span.end,
        ),
    )


def _outermost(text: str, plain: str, place: int, step: int) -> int:
    """The offset beyond the farthest removed sign next to ``place`` on its line."""
    found = place
    at = place if step > 0 else place - 1
    while 0 <= at < len(text) and plain[at] in " \t" and abs(at - place) < _REACH:
        if text[at] != plain[at]:
            found = at + 1 if step > 0 else at
        at += step
    return found


def _cells(match: re.Match[str]) -> str:
    """A row of a table with a line for each cell that begins with a bracket."""
    return _NEXT_CELL.sub(lambda cell: f"{cell['blanks']}\n", match[0])


def _blanks(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _without_signs(match: re.Match[str]) -> str:
    """The match with its groups ``open`` and ``close`` blanked."""
    words = match[0]
    for name in ("open", "close"):
        if match[name] is not None:
            start, end = match.start(name) - match.start(), match.end(name) - match.start()
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _without_emphasis(match: re.Match[str]) -> str:
    if _ODD_MARK.match(match["words"]):
        return match[0]
    blanks = " " * len(match["sign"])
    return f"{blanks}{match['words']}{blanks}"


def without_line_numbers(text: str, lines: Sequence[TextLine], *, stopped: bool = False) -> str:
    """The text without its line numbers, if most lines have the next one.

    They may restart on every page, and the header of a public copy has none. Numbers with a full
    stop are paragraph numbers, unless ``stopped`` is set and nearly every line has one.
    """
    written = [line for line in lines if line.head]
    first = written[: 3 * _NUMBERED_FROM]
    begun = sum(line.head[0].isdigit() for line in first)
    if len(first) < _NUMBERED_FROM or 2 * begun < len(first):
        return text
    numbers = [_LINE_NUMBER.match(text, line.start, line.end) for line in written]
    previous = in_order = 0
    for match in numbers:
        number = int(match["number"]) if match else previous
        in_order += number == 1 or 0 < number - previous < 4
        previous = number
    if 4 * in_order < 3 * len(written):
        return text
    # If half of the lines begin with a mark, the numbers are those of paragraphs.
    if stopped and 2 * sum("(" in line.head[:9] for line in written) >= len(written):
        return text
    every_line = (
        stopped and numbers[0] is not None and in_order >= max(_MANY, len(written) - _STRAY)
    )
    if not every_line and any(match and match["sign"] in (".", ")") for match in numbers):
        return text
    pieces: list[str] = []
    done = 0
    for match in filter(None, numbers):
        pieces += (text[done : match.start()], _blanks(match))
        done = match.end()
    return "".join((*pieces, text[done:]))
