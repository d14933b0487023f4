"""The portions of the header: the subject, its repeats, and marked text in any other line.

Captions, TAGS and references are normally not portions. But a mark in one of their lines says that
the text after it is classified, wherever it ended up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.division.layout import Layout
from redact.documents.head.subject import read_subject, read_title
from redact.documents.lines import trimmed
from redact.documents.portion_model import Portion
from redact.documents.portions.bracketed_signs import bracketed_signs
from redact.documents.portions.found_marks import FoundMark, LevelSign
from redact.documents.portions.list_letters import is_list_letter
from redact.documents.portions.sub_paragraphs import raised_to_signs
from redact.documents.readings import read_portion_mark
from redact.documents.telegram.header_remarks import header_remarks
from redact.documents.telegram.reference_remarks import reference_remarks, tags_remarks
from redact.documents.telegram_model import Subject
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LINES = (
    "wrapper",
    "envelope",
    "distribution",
    "caption",
    "attention",
    "passing",
    "executive-order",
    "tags",
    "references",
    "authority",
    "trailer",
)
_COULD_HOLD = pattern(r"[(\[{\u2768\uff08\uff3b\uff5b][ \t]?/{0,2}(?:TS|TOP|S|C)[A-Z/ \])}]")
"""A cheap first test: header lines rarely contain the mark of a level."""
_WORDS = pattern(r"(?:[\W\d_]*[^\W\d_]{2,}){2}")
_OF_THE_LINE = pattern(
    r"[ \t]*(?:CLASSIFIED|DERIVED|REASONS?|DECL|SUBJ|REF|TAGS|E\.?O\b|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_ENTRY = pattern(r"(?:\r\n|\r|\n)[ \t]*\(?[A-Z][.)]")
"""Where the next entry of a list of references begins."""


def read_header_portions(
    layout: Layout, titles: tuple[Span, ...], register: Register
) -> tuple[Portion, ...]:
    """The subject, its repeats in later header blocks and the wrapper, marked lines, and remarks
    among the captions, the references and the TAGS, or after the authority.
    """
    marked = tuple(_marked_lines(layout, register))
    spans = {portion.span for portion in marked}
    return (
        *(
            _portion("title", *read_title(layout.text, span.start, span.end, register), register)
            for span in titles
        ),
        *_subjects(layout, register),
        *marked,
        *reference_remarks(layout, spans),
        *tags_remarks(layout, spans),
        *header_remarks(layout, spans, register),
    )


def _subjects(layout: Layout, register: Register) -> Iterator[Portion]:
    kind = "subject"
    for stretch in layout.of_kind("subject"):
        span = layout.span(stretch)
        subject, mark_span = read_subject(layout.text, span.start, span.end, register)
        if not len(subject.text_span):
            continue
        portion = _portion(kind, subject, mark_span, register)
        yield raised_to_signs(portion, _signs(layout.text, portion.text_span, register))
        kind = "title"


def _portion(kind: str, subject: Subject, mark_span: Span | None, register: Register) -> Portion:
    marked = mark_span or subject.text_span
    return Portion(
        number=None,
        span=Span(
            min(marked.start, subject.text_span.start), max(marked.end, subject.text_span.end)
        ),
        text_span=subject.text_span,
        kind=kind,
        mark=subject.mark,
        mark_span=mark_span,
        marking=read_portion_mark(subject.mark.upper(), register) if subject.mark else None,
    )


def _marked_lines(layout: Layout, register: Register) -> Iterator[Portion]:
    """Text after a mark in a line other than the subject, up to the next mark or entry."""
    for stretch in layout.of_kind(*_LINES):
        whole = layout.span(stretch)
        signs = _signs(layout.text, whole, register)
        if stretch.kind == "references":
            signs = [sign for sign in signs if not _is_label(layout.text, whole, sign.mark)]
        ends = [*(sign.mark.span.start for sign in signs), whole.end][1:]
        for sign, end in zip(signs, ends, strict=True) if signs else ():
            mark = sign.mark.span
            if stretch.kind == "references":
                entry = _ENTRY.search(layout.text, mark.end, end)
                end = entry.start() if entry else end
            text_span = trimmed(layout.text, mark.end, end)
            if _WORDS.match(layout.text, text_span.start, text_span.end):
                yield Portion(
                    number=None,
                    span=Span(mark.start, text_span.end),
                    text_span=text_span,
                    kind="header",
                    mark=sign.mark.mark,
                    mark_span=mark,
                    marking=sign.mark.marking,
                    defect=sign.mark.defect,
                )


def _signs(text: str, span: Span, register: Register) -> list[LevelSign]:
    """The marks above UNCLASSIFIED in a stretch that apply to the text after them.

    A mark before a label applies to the line itself, ``(C) CLASSIFIED BY``; before a year it is a
    copyright sign.
    """
    if _COULD_HOLD.search(text, span.start, span.end) is None:
        return []
    found = (
        sign
        for sign in bracketed_signs(text, span, register, marks_used=True)
        if level_rank(sign.level) > 0
        and not sign.mark.mark.islower()
        and _OF_THE_LINE.match(text, sign.mark.span.end, span.end) is None
    )
    return sorted(found, key=lambda sign: sign.mark.span)


def _is_label(text: str, span: Span, mark: FoundMark) -> bool:
    """Whether a letter labels an entry: references are lettered, with one bracket or two."""
    return len(mark.mark) == 1 and (
        mark.defect is not None
        or is_list_letter(text, span, mark.span.start, mark.mark, "", strict=False)
    )
