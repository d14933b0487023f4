"""The markings of a document, banner lines and portion marks alike, as rules see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redact.findings import Examined
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.reading import Problem, Reading
from redact.markings.register import Register
from redact.sources import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One marking where it stands. ``form``: ``banner`` or ``portion``; ``marking`` as read."""

    span: Span
    form: str
    reading: Reading
    marking: Marking | None
    register: Register

    @property
    def is_cui(self) -> bool:
        """Whether the mark begins with the word CUI or CONTROLLED."""
        return self.reading.text.strip(" (").upper().startswith(self.register.cui_words or "\0")

    def place_of(self, problem: Problem) -> Span:
        """Where in the document a problem of the reading is; one without width is the mark."""
        if not len(problem.span):
            return self.span
        return problem.span.shifted(self.span.start)

    def problems(self, *kinds: str) -> tuple[Problem, ...]:
        """Problems of these kinds, in order of place."""
        return tuple(p for p in self.reading.problems if p.kind in kinds)

    def written(self, marking: Marking) -> str:
        """Another marking in the form this one has."""
        return marking.portion() if self.form == "portion" else marking.banner()


def marks(examined: Examined) -> Iterator[Mark]:
    """Every banner line, then every portion mark."""
    yield from banner_marks(examined)
    yield from portion_marks(examined)


def banner_marks(examined: Examined) -> Iterator[Mark]:
    """Every line that states the overall marking; of equal ones the first, since one fault
    repeated on every page is one fault.
    """
    first = {banner.text: banner.span for banner in reversed(examined.document.banners)}
    for span in sorted(first.values()):
        yield _mark(examined, span, "banner")


def portion_marks(examined: Examined) -> Iterator[Mark]:
    """Every portion mark that is written as one, readable or not; no blanket mark."""
    for portion in examined.document.portions:
        if portion.mark_span is not None and not portion.entire_text:
            yield _mark(examined, portion.mark_span, "portion")


def read_marks(examined: Examined) -> Iterator[tuple[Mark, Marking]]:
    """Every mark that could be read, with its marking."""
    for mark in marks(examined):
        if mark.marking is not None:
            yield mark, mark.marking


def _mark(examined: Examined, span: Span, form: str) -> Mark:
    text = examined.document.text_of(span)
    reading = parse_marking(text, examined.register, form)
    return Mark(span, form, reading, reading.marking, examined.register)
