"""Separately marked parts of a paragraph: bullets, lettered parts and quoted parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from redact.documents.lines import BLANK, TextLine
from redact.documents.portion_model import Portion
from redact.documents.portions.found_marks import AT_LINE_HEAD, INSIDE, FoundMark, LevelSign
from redact.documents.portions.level_signs import level_signs
from redact.documents.portions.lower_marks import begins_lower_part, end_of_lower_part
from redact.documents.portions.portion_marks import find_mark
from redact.documents.portions.portion_starts import PortionStart, make_portion
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

REPORT_FIELD = (
    r"(?:SERIAL|COUNTRY|WARNING|REQS|SOURCE|SUMMARY|TEXT|COMMENTS?|PROJ|COLL|INSTR|PREP|ENCL|ACQ"
    r"|DISSEM|IPSP|TOPIC|DOI|DATE OF INFO|REFERENCES?|FIELD COMMENTS?|POC)[ \t]?:"
)
"""Pattern of the label of a field of an information report, each of which has its own mark."""
_BULLET = pattern(
    rf"{BLANK}{{0,40}}(?:{REPORT_FIELD}|(?P<letter>\(?(?:[A-Za-z]|[ivxIVX]{{1,5}}|\d{{1,3}}[A-Za-z]?)[.)]"
    rf"(?:(?:[A-Za-z]|\d{{1,3}})[.)]){{0,3}}|(?:\d{{1,3}}\.){{1,4}}\d{{1,3}}\b)"
    rf"|[-\u2013\u2014*\u2022\u00b7o]{{1,3}}|){BLANK}{{0,20}}(?=[(\[\uff08])"
)
_LETTER = pattern(r"[\W_]*(?P<letter>[A-Za-z]|[ivxIVX]{1,5}|\d{1,3}[A-Za-z]?)[.):][\W_]*$")


def mark_after_bullet(
    text: str, line: TextLine, register: Register
) -> tuple[str | None, FoundMark] | None:
    """Letter and mark at the head of a line, after a bullet or a list letter."""
    head = line.head[:20]
    if not ("(" in head or "[" in head or not head.isascii()):
        return None
    match = _BULLET.match(text, line.start, line.end)
    mark = find_mark(text, match.end(), line.end, register) if match else None
    if match is None or mark is None:
        return None
    return (match["letter"].strip("().") if match["letter"] else None), mark


def divide_portion(
    text: str, portion: Portion, body: frozenset[int], register: Register, *, marks_used: bool
) -> list[Portion]:
    """A portion and its separately marked parts, which lie inside its span.

    Each part extends to the next one. One marked lower than its paragraph ends earlier, wherever
    text may belong to the paragraph again, which must not be handled at the lower level. A higher
    level that cannot be separated from the rest raises everything around it.
    """
    signs = level_signs(text, _searched(portion), body, register, marks_used=marks_used)
    if not signs:
        return [portion]
    cuts: list[LevelSign] = []
    uncut: list[LevelSign] = []
    for sign in signs:
        if not (_is_divided(portion) and _begins_a_part(text, portion, sign)):
            uncut.append(sign)
            continue
        if cuts and cuts[-1].mark.span.end > sign.offset:
            # S) (U), BT[TS]:(S): one part with two marks, the higher counts
            uncut.append(cuts.pop())
        cuts.append(sign)
    uncut.sort(key=_mark_start)
    ends = [*(cut.offset for cut in cuts), portion.span.end][1:]
    parts = [
        make_portion(text, _start(text, cut), _end(text, portion, cut, end), "sub-paragraph")
        for cut, end in zip(cuts, ends, strict=False)
    ]
    raised = [raised_to_signs(portion, uncut)]
    for part in parts:
        first = bisect_left(uncut, part.span.start, key=_mark_start)
        last = bisect_left(uncut, part.span.end, first, key=_mark_start)
        raised.append(raised_to_signs(part, uncut[first:last]))
    return raised


def _mark_start(sign: LevelSign) -> int:
    return sign.mark.span.start


def raised(text: str, portion: Portion, body: frozenset[int], register: Register) -> Portion:
    """A portion raised to the level of the signs inside it that do not begin a separate part."""
    signs = level_signs(text, _searched(portion), body, register, marks_used=True)
    return raised_to_signs(
        portion, [sign for sign in signs if not _begins_a_part(text, portion, sign)]
    )


def _searched(portion: Portion) -> Span:
    """The span of a portion searched for signs, from the start of its text."""
    start = portion.text_span.start
    return Span(start, max(start, portion.span.end))


def _is_divided(portion: Portion) -> bool:
    return portion.kind == "paragraph"


def _begins_a_part(text: str, portion: Portion, sign: LevelSign) -> bool:
    """Whether a sign begins a separate part: a numbered one always, others if they raise the level.

    In an unmarked portion, handled at the highest level, a mark inside a line is misplaced.
    """
    if sign.manner == INSIDE or sign.mark.span.start <= portion.text_span.start:
        return False
    own = portion.marking.level if portion.marking else None
    lifts = own is not None and level_rank(sign.level) > level_rank(own)
    if sign.manner == AT_LINE_HEAD:
        mark = sign.mark.span
        return lifts or begins_lower_part(text, sign.offset, mark.start, mark.end)
    return lifts


def _start(text: str, cut: LevelSign) -> PortionStart:
    letter = _LETTER.match(text, cut.offset, cut.mark.span.start)
    return PortionStart(
        cut.offset, cut.mark.span.end, letter["letter"] if letter else None, cut.mark
    )


def _end(text: str, portion: Portion, cut: LevelSign, stop: int) -> int:
    whole = portion.marking.level if portion.marking else "TOP SECRET"
    if level_rank(cut.level) < level_rank(whole):
        return end_of_lower_part(text, cut.offset, stop)
    return min(stop, cut.end or stop)


def raised_to_signs(portion: Portion, signs: Sequence[LevelSign]) -> Portion:
    """A portion raised to the level of the signs inside it."""
    above = [
        sign
        for sign in signs
        if portion.span.covers(sign.mark.span)
        and level_rank(sign.level) > level_rank(portion.level)
    ]
    if not above:
        return portion
    highest = max(above, key=lambda sign: level_rank(sign.level))
    return replace(portion, at_least=highest.level, at_least_span=above[0].mark.span)
