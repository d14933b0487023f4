"""The subject, over all its lines, and its portion mark."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from redact.documents.lines import fold_space, trimmed
from redact.documents.readings import read_portion_mark
from redact.documents.telegram_model import Subject
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LABEL = pattern(r"\s*(?:\(U\)\s*)?[A-Z]{2,8}\b\.?\s*(?:[:;/]+|-\s)?[\s;:]*", re.IGNORECASE)
_MARK = pattern(r"\((?P<mark>[^()\r\n]{1,40})\)\s*")
_MARK_AFTER_TITLE = pattern(r"(?<=\s)\((?P<mark>[A-Z/]{1,12})\)\s*$")
_LONGEST = 4000


@lru_cache(maxsize=2)  # used for the field, the portion and the header block
def read_subject(
    text: str, start: int, end: int, register: Register
) -> tuple[Subject, Span | None]:
    """The subject in ``text[start:end]``, label included, and its mark's span with brackets."""
    end = min(end, start + _LONGEST)
    label = _LABEL.match(text, start, end)
    subject, mark = read_title(text, min(label.end(), end) if label else start, end, register)
    return replace(subject, span=trimmed(text, start, end)), mark


def read_title(text: str, start: int, end: int, register: Register) -> tuple[Subject, Span | None]:
    """A subject without label, as repeated by a wrapper, and the span of its mark with brackets.

    Some drafters put the mark after the subject: ``SUBJECT: GARDEN TOOLS (S)``.
    """
    here, end = start, min(end, start + _LONGEST)
    mark = _MARK.match(text, here, end)
    written = fold_space(mark["mark"]) if mark else None
    if written is not None and read_portion_mark(written.upper(), register) is None:
        mark = written = None
    place: Span | None
    after = _MARK_AFTER_TITLE.search(text, here, end) if mark is None else None
    if after and after.start() > here and read_portion_mark(after["mark"], register):
        written, place = after["mark"], Span(after.start(), after.end("mark") + 1)
        span = trimmed(text, here, after.start())
    else:
        place = Span(mark.start(), mark.end("mark") + 1) if mark else None
        span = trimmed(text, mark.end() if mark else here, end)
    if text[max(0, here - 1) : here] == "/" and text.endswith("//", span.start, span.end):
        span = trimmed(text, span.start, span.end - 2)  # SUBJ/PUMP TEST//
    subject = Subject(
        span=trimmed(text, start, end), text_span=span, text=fold_space(span.of(text)), mark=written
    )
    return subject, place
