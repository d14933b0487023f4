"""The portions of a paper: paragraphs separated by blank lines, subjects and statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.documents.lines import TextLine, trimmed
from redact.documents.memorandum.line_kinds import LABEL, STATEMENT, SUBJECT
from redact.documents.memorandum.lone_marks import ENDS_A_SENTENCE
from redact.documents.memorandum.page_turns import joined_over_pages
from redact.documents.model import Block
from redact.documents.portion_model import Portion
from redact.documents.portions.paragraphs import read_portions
from redact.documents.portions.portion_marks import LONG_MARK, find_damaged_mark, find_mark
from redact.documents.portions.sub_paragraphs import raised
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_AT_END = pattern(
    r"[.!?:;,\"'\u201d\u2019)\]\w] {1,4}(?P<mark>\((?:(?://)?[A-Z][A-Z/ ,-]{0,40}|"
    rf"{LONG_MARK})\)) *$"
)
_LOOK_BACK = 400
_CAPTION = pattern(
    r"(?:TABLE|FIGURE|CHART|FIG\.|EXHIBIT|GRAPH|MAP|PHOTO) ?[0-9IVX]{1,4}\b", re.IGNORECASE
)
_COLUMNS = pattern(r"\S(?: {3,}|\t)\S")


def find_portions(
    text: str,
    lines: Sequence[TextLine],
    kinds: Sequence[str],
    blocks: Iterable[Block],
    register: Register,
) -> tuple[Portion, ...]:
    """Every portion, in document order; together they hold all text of the body."""
    body = [
        line if what in ("body", "blank") else TextLine(line.start, line.start, line.start, "")
        for line, what in zip(lines, kinds, strict=True)
    ]
    found: list[Portion] = []
    for portion in read_portions(text, body, blocks, register):
        found += _divided(text, portion, body, register)
    marked = {portion.mark_span.start for portion in found if portion.mark_span is not None}
    if marked:
        found = [
            portion
            if portion.text_span.start in marked
            else _with_damaged_mark(text, portion, register)
            for portion in found
        ]
    found += _runs(text, lines, kinds, "subject", register)
    found += _runs(text, lines, kinds, STATEMENT, register)
    found.sort(key=lambda p: (p.span.start, -p.span.end))
    return joined_over_pages(text, found, lines, kinds)


def _divided(
    text: str, portion: Portion, body: Sequence[TextLine], register: Register
) -> Iterator[Portion]:
    """An unmarked portion split into its paragraphs; any other portion unchanged."""
    if portion.kind != "paragraph" or portion.mark is not None or portion.defect is not None:
        yield portion
        return
    blocks = _blocks(portion, body)
    parts = [_part(text, portion, block, register) for block in blocks]
    if portion.number is not None:
        if all(part.mark is None for part in parts):
            yield portion
            return
        begins = portion.text_span.start
        text_span = Span(begins, max(begins, parts[0].text_span.end))
        parts[0] = replace(parts[0], number=portion.number, text_span=text_span, kind=portion.kind)
    yield from parts


def _part(text: str, portion: Portion, block: Sequence[TextLine], register: Register) -> Portion:
    """One paragraph of an unmarked portion, with any mark after it and level signs inside it."""
    span = trimmed(text, block[0].start, block[-1].end)
    part = replace(
        portion,
        number=None,
        span=span,
        text_span=span,
        kind=_kind(text, block),
        at_least=None,
        at_least_span=None,
    )
    places = frozenset(line.start for line in block)
    return raised(text, _with_mark_at_end(text, part, register), places, register)


def _blocks(portion: Portion, body: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of a portion, split at blank lines."""
    found: list[list[TextLine]] = []
    after_blank = True
    for line in body:
        if line.end <= portion.span.start or line.start >= portion.span.end:
            continue
        if not line.head:
            after_blank = True
        elif after_blank:
            found.append([line])
            after_blank = False
        else:
            found[-1].append(line)
    return found


def _kind(text: str, block: Sequence[TextLine]) -> str:
    """``heading`` for one or two lines that do not end a sentence, ``table-cell`` for lines in
    columns, otherwise ``paragraph``.
    """
    heads = [line.head for line in block]
    columns = sum(_COLUMNS.search(text, line.start, line.end) is not None for line in block)
    if 2 * columns > len(block):
        return "table-cell"
    short = len(heads) <= 2 and all(len(head) <= 72 for head in heads)
    if short and (not heads[-1].endswith(ENDS_A_SENTENCE) or _CAPTION.match(heads[0])):
        return "heading"
    return "paragraph"


def _with_mark_at_end(text: str, portion: Portion, register: Register) -> Portion:
    """A portion with the mark after its last sentence, where older papers have it.

    Until E.O. 13526 the mark could precede or follow the text (32 CFR 2001.21(c) of 2003).
    """
    start = max(portion.text_span.start, portion.span.end - _LOOK_BACK)
    match = _AT_END.search(text, start, portion.span.end)
    mark = find_mark(text, match.start("mark"), portion.span.end, register) if match else None
    if mark is None or mark.defect is not None:
        return portion
    if (
        mark.mark == "CUI"
        and text[max(0, mark.span.start - 40) : mark.span.start].rstrip()[-11:].upper()
        == "INFORMATION"
    ):
        return portion  # "controlled unclassified information (CUI)" explains the word
    return replace(
        portion,
        kind="paragraph" if portion.kind == "heading" else portion.kind,
        text_span=trimmed(text, portion.text_span.start, mark.span.start),
        mark=mark.mark,
        mark_span=mark.span,
        marking=mark.marking,
    )


def _with_damaged_mark(text: str, portion: Portion, register: Register) -> Portion:
    """An unmarked portion with the mark at its head that is unclosed or not in the register."""
    start, end = portion.text_span.start, portion.text_span.end
    if portion.mark is not None or portion.defect is not None or text[start : start + 1] != "(":
        return portion
    mark = find_damaged_mark(text, start, end, register, marks_expected=True)
    if mark is None:
        return portion
    sign = portion.at_least_span
    if sign is not None and sign.start <= mark.span.end:  # the mark itself
        portion = replace(portion, at_least=None, at_least_span=None)
    return replace(
        portion,
        text_span=trimmed(text, mark.span.end, end),
        mark=mark.mark,
        mark_span=mark.span,
        marking=mark.marking,
        defect=mark.defect,
    )


def _runs(
    text: str,
    lines: Sequence[TextLine],
    kinds: Sequence[str],
    what: str,
    register: Register,
) -> Iterator[Portion]:
    """Each run of lines of one kind as a portion; the first subject is that of the document."""
    name = what
    index = 0
    while index < len(kinds):
        if kinds[index] != what:
            index += 1
            continue
        last = index
        while last + 1 < len(kinds) and kinds[last + 1] == what:
            last += 1
        form = SUBJECT if what == "subject" else LABEL
        label = form.match(text, lines[index].start, lines[index].end)
        start = label.end() if label else lines[index].start
        said = trimmed(text, start, lines[last].end)
        # A subject excludes its label; a statement includes it, but the label reveals nothing.
        span = said if what == "subject" else trimmed(text, lines[index].start, lines[last].end)
        index = last + 1
        if not len(said):
            continue
        portion = Portion(number=None, span=span, text_span=said, kind=name)
        mark = find_mark(text, said.start, said.end, register)
        if mark is None:
            yield _with_mark_at_end(text, portion, register)
        else:
            yield replace(
                portion,
                text_span=trimmed(text, mark.span.end, span.end),
                mark=mark.mark,
                mark_span=mark.span,
                marking=mark.marking,
            )
        name = "title" if what == "subject" else what
