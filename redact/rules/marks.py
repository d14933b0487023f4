"""The markings of a document, banner lines and portion marks alike, as seen by rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redact.documents.model import Document
from redact.findings import Examined
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.reading import Problem, Reading
from redact.markings.register import Register
from redact.sources import Edit, Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One marking with its position. ``form`` is ``banner`` or ``portion``; ``marking`` as parsed.

    ``again`` holds the spans of identical banner lines elsewhere.
    """

    span: Span
    form: str
    reading: Reading
    marking: Marking | None
    register: Register
    again: tuple[Span, ...] = ()

    @property
    def is_cui(self) -> bool:
        """Whether the mark begins with the word CUI or CONTROLLED."""
        return self.reading.text.strip(" (").upper().startswith(self.register.cui_words or "\0")

    def place_of(self, problem: Problem) -> Span:
        """Span in the document of a problem of the reading; for one without width, the mark's."""
        if not len(problem.span):
            return self.span
        return problem.span.shifted(self.span.start)

    def problems(self, *kinds: str) -> tuple[Problem, ...]:
        """Problems of these kinds, in order of position."""
        return tuple(p for p in self.reading.problems if p.kind in kinds)

    def mended(self) -> tuple[Edit, ...]:
        """The edit that corrects the whole mark, if it was parsed and only one can be meant."""
        meant = self.reading.meant
        if self.marking is None or meant is None:
            return ()
        return self._replaced(f"({meant})" if self.form == "portion" else meant)

    def rewritten(self, marking: Marking) -> tuple[Edit, ...]:
        """The edit that corrects the whole mark, or else replaces it by ``marking``."""
        return self.mended() or self._replaced(self.written(marking))

    def _replaced(self, text: str) -> tuple[Edit, ...]:
        written = self.reading.text
        if self.form == "portion" and not (written.startswith("(") and written.endswith(")")):
            return ()
        return tuple(Edit(span, text) for span in (self.span, *self.again))

    def written(self, marking: Marking) -> str:
        """Another marking written in this one's form."""
        return marking.portion() if self.form == "portion" else marking.banner()


def marks(examined: Examined) -> tuple[Mark, ...]:
    """Every banner line, then every portion mark."""
    return banner_marks(examined) + portion_marks(examined)


def banner_marks(examined: Examined) -> tuple[Mark, ...]:
    """Every line that states the overall marking; of identical ones the first, since one fault
    repeated on every page is one fault.
    """
    return _banner_marks(examined.document, examined.register)


def portion_marks(examined: Examined) -> tuple[Mark, ...]:
    """Every mark written as a portion mark, readable or not; blanket marks excluded."""
    return _portion_marks(examined.document, examined.register)


def read_marks(examined: Examined) -> Iterator[tuple[Mark, Marking]]:
    """Every mark that could be parsed, with its marking."""
    for mark in marks(examined):
        if mark.marking is not None:
            yield mark, mark.marking


def names_no_owner(marking: Marking) -> bool:
    """Whether a marking starts as another country's or a JOINT one but names no owner:
    ``//SECRET``, ``//JOINT SECRET``.
    """
    return marking.non_us and not (marking.fgi or marking.joint or marking.nato)


@lru_cache(maxsize=2)  # a dozen rules use those of one document
def _banner_marks(document: Document, register: Register) -> tuple[Mark, ...]:
    places: dict[str, list[Span]] = {}
    for banner in document.banners:
        places.setdefault(banner.text, []).append(banner.span)
    return tuple(
        _mark(document, register, span, "banner", tuple(again))
        for span, *again in sorted(sorted(same) for same in places.values())
    )


@lru_cache(maxsize=2)
def _portion_marks(document: Document, register: Register) -> tuple[Mark, ...]:
    return tuple(
        _mark(document, register, portion.mark_span, "portion")
        for portion in document.portions
        if portion.mark_span is not None and not portion.entire_text
    )


def _mark(
    document: Document, register: Register, span: Span, form: str, again: tuple[Span, ...] = ()
) -> Mark:
    reading = parse_marking(document.text_of(span), register, form)
    return Mark(span, form, reading, reading.marking, register, again)
