"""What distinguishes a withheld name from a place or an ordinary word spelled the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from redact.documents.model import Document
from redact.patterns import pattern
from redact.persons.lexicon import Lexicon
from redact.persons.span_index import SpanIndex
from redact.redaction.spans import subtract, trimmed
from redact.sources import Span, join_spans
from redact.sources.folding import Folded, fold, without
from redact.sources.wording import (
    find_inside_words,
    find_name,
    initials_after,
    initials_before,
    words_of,
)
from redact.values import dataclass

_WORD_BEFORE = pattern(r"([^\W\d_]+)\.?[ \t]+\Z")
_EMBEDDABLE = 6
"""Minimum letters of a surname for a longer word that contains it to be taken for the name."""
_REACH = 100
"""Code points searched on either side for the other words of a place name."""
_PAGE_LINES = frozenset(("banner", "page-heading", "classification-line"))
_ENVELOPE = frozenset(("envelope", "classification-line", "page-heading", "trailer"))
_SIGNATURE = frozenset(("signature",))


@dataclass(frozen=True, slots=True)
class NamePage:
    """The text in which names are looked for, and what distinguishes a name from another word.

    ``page_lines`` are the banner lines and headings of pages and sections, ``flowing`` is the text
    as it reads without them: LIND- / PAGE 02 / QVARN.
    """

    document: Document
    folded: Folded
    flowing: Folded | None
    page_lines: tuple[Span, ...]
    envelope: SpanIndex
    signatures: SpanIndex
    lexicon: Lexicon

    @classmethod
    def of(cls, document: Document, lexicon: Lexicon) -> NamePage:
        """The page of a document."""
        folded = fold(document.text)
        page_lines = join_spans(s.span for s in document.segments if s.kind in _PAGE_LINES)
        flowing = without(folded, page_lines) if page_lines else None
        envelope, signatures = (
            SpanIndex.of(s.span for s in document.segments if s.kind in kinds)
            for kinds in (_ENVELOPE, _SIGNATURE)
        )
        return cls(document, folded, flowing, page_lines, envelope, signatures, lexicon)

    def places_of(self, name: str, *, alone: bool) -> Iterator[Span]:
        """Where a name (``alone``: a surname) occurs: as written, inside a longer word that is not
        a word of the language, and across the end of a page.
        """
        yield from find_name(self.folded, name)
        if self.flowing is not None:
            for found in find_name(self.flowing, name):
                if self._crossed(found):
                    yield found
        if alone and len(name) >= _EMBEDDABLE and self.lexicon.is_unknown(name):
            for found in find_inside_words(self.folded, name):
                if self.lexicon.is_unknown("".join(words_of(found.of(self.document.text)))):
                    yield found

    def outside_page_lines(self, found: Span) -> Iterator[Span]:
        """The pieces of a span that lie outside banner lines and page headings."""
        for piece in subtract(found, self._crossed(found)):
            span = trimmed(piece, self.document.text)
            if span is not None:
                yield span

    def reason_to_keep(self, found: Span, name: str, *, alone: bool) -> str | None:
        """Why a match of a withheld name is not that name, ``None`` when it must be withheld.

        ``alone``: the match is only the surname.
        """
        if not alone:
            return None
        if self._in_place_name(found):
            return "part of a place name"
        text = self.document.text
        written = found.of(text)
        if self._are_words(written):
            return "ordinary words"
        if name in self.lexicon.places and self._in_envelope(found):
            return "name of a post in the transmission lines"
        if self._after_title(found) or self.signatures.touches(found):
            return None
        if name in self.lexicon.ordinary or len(name) <= 3:
            line = self.document.source.line_text(self.document.source.line_col(found.start)[0])
            shows_case = any(c.islower() for c in line)
            capitalised = written[:1].isupper() and not self._starts_sentence(found)
            if written.islower() or (
                name in self.lexicon.ordinary and not (shows_case and capitalised)
            ):
                return "ordinary word"
        return None

    def _are_words(self, written: str) -> bool:
        """Whether spaces or punctuation separate ordinary words that together read like the name:
        GOOD ALL for Goodall. A hyphen or a line end divides a single word.
        """
        pieces = words_of(written)
        broken = any(sign in written for sign in "-=\r\n")
        return (
            len(pieces) > 1
            and not broken
            and all(len(piece) > 1 and piece in self.lexicon.ordinary for piece in pieces)
        )

    def with_initials(self, found: Span) -> Span:
        """The name with the initials before it on its line, or after its comma."""
        text = self.document.text
        before, after = initials_before(text, found.start), initials_after(text, found.end)
        return Span(before.start if before else found.start, after.end if after else found.end)

    def _crossed(self, found: Span) -> tuple[Span, ...]:
        """The banner lines and page headings inside a span."""
        first = bisect_left(self.page_lines, found.start, key=lambda span: span.start)
        last = bisect_right(self.page_lines, found.end, first, key=lambda span: span.end)
        return self.page_lines[first:last]

    def _in_envelope(self, found: Span) -> bool:
        return any(span.covers(found) for span in self.envelope.touching(found))

    def _after_title(self, found: Span) -> bool:
        text = self.document.text
        before = _WORD_BEFORE.search(text, max(0, found.start - 30), found.start)
        return before is not None and before[1].lower() in self.lexicon.titles

    def _starts_sentence(self, found: Span) -> bool:
        before = self.document.text[max(0, found.start - 4) : found.start].rstrip()
        return not before or before[-1] in '.!?:)"”'

    def _in_place_name(self, found: Span) -> bool:
        """Whether this word is part of a place name of several words on the same line."""
        source = self.document.source
        line = source.line_col(found.start)[0]
        start = source.line_start(line)
        if source.line_col(found.end)[0] != line:
            return False
        end = source.line_start(line + 1) if line < source.line_count else len(source.text)
        before = words_of(source.text[max(start, found.start - _REACH) : found.start])[-2:]
        after = words_of(source.text[found.end : min(end, found.end + _REACH)])[:2]
        words = (*before, *words_of(found.of(source.text)), *after)
        inside = range(len(before), len(words) - len(after))
        return any(
            " ".join(words[first:last]) in self.lexicon.places
            for first in range(inside.start + 1)
            for last in range(inside.stop, len(words) + 1)
            if last - first > len(inside)
        )
