"""Portion marks that are inside the text of a portion instead of before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.documents.portions.portion_marks import LONG_MARK
from redact.documents.readings import read_portion_mark
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.patterns import pattern
from redact.rules.scope import body_text
from redact.sources import Span
from redact.values import dataclass

# At the start of a sentence, line or bullet; never inside a sentence: "options (A), (B) and (C)".
_MARK = pattern(rf"\((?P<text>[A-Z][A-Z/ ,-]{{0,40}}|{LONG_MARK})\)(?=\s|$)")
_AT_START = pattern(r"[.:;!?\"')]\s{1,8}$|(?:^|\n)[ \t]{0,20}(?:-{1,3}|\*|\u2022)?[ \t]{0,8}$")
_BEFORE = 40
_LETTERED_LIST = pattern(r"\((?:A|B|D)\)")


@dataclass(frozen=True, slots=True)
class InnerMark:
    """A mark inside a portion; ``at_end`` when no more text follows it."""

    span: Span
    marking: Marking
    at_end: bool


@lru_cache(maxsize=2)  # two rules use those of one document
def inner_marks(
    document: Document, register: Register
) -> tuple[tuple[Portion, tuple[InnerMark, ...]], ...]:
    """Every portion with the marks inside its own text, excluding its sub-portions."""
    text = body_text(document)
    return tuple(
        (portion, tuple(_marks_inside(text, document.portions, index, register)))
        for index, portion in enumerate(document.portions)
    )


def lifting_mark(document: Document, portion: Portion) -> Span | None:
    """The mark inside a portion that raises it above its own mark, if it is unmistakably one.

    A letter alone may be an abbreviation: ``the Standard (S) scheme``.
    """
    span = portion.at_least_span
    if span is None or len(document.text_of(span).strip("()[] ")) < 2:
        return None
    return span


def _marks_inside(
    text: str, portions: tuple[Portion, ...], index: int, register: Register
) -> Iterator[InnerMark]:
    portion = portions[index]
    found = list(_MARK.finditer(text, portion.text_span.start, portion.span.end))
    if not found:
        return
    # Sub-paragraphs follow their paragraph and do not overlap one another.
    end = bisect_left(portions, portion.span.end, index + 1, key=lambda p: p.span.start)
    # In a lettered list (C) and (S) are letters of the list.
    listed = _LETTERED_LIST.search(text, portion.text_span.start, portion.span.end)
    own = text[portion.text_span.start : portion.span.end]
    first = portion.text_span.start + len(own) - len(own.lstrip())
    last = portion.text_span.start + len(own.rstrip())
    for match in found:
        span = Span(*match.span())
        if not _AT_START.search(text[max(0, span.start - _BEFORE) : span.start]):
            continue
        if span.start <= first:
            continue  # at the head: that is a second mark, not an inner one
        before = bisect_right(portions, span.start, index + 1, end, key=lambda p: p.span.start)
        if before > index + 1 and portions[before - 1].span.covers(span):
            continue  # the sub-paragraph has its own findings
        marking = read_portion_mark(match["text"], register)
        if marking is None or marking.level is None:
            continue
        at_end = span.end >= last
        if listed and not at_end:
            continue
        yield InnerMark(span, marking, at_end)
