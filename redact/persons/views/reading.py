"""A document prepared for the recognizers: one view of its text, of the same length."""

from __future__ import annotations

from redact.documents.model import Document
from redact.persons.lexicon import Lexicon, load_lexicon
from redact.persons.place_names import place_words
from redact.persons.span_index import SpanIndex
from redact.persons.views import zones
from redact.persons.views.acronyms import acronyms_of, explained_names
from redact.persons.views.casing import prose_case
from redact.persons.views.language import is_foreign
from redact.persons.views.line_join import Joined, join_lines
from redact.persons.views.paragraphs import paragraphs
from redact.persons.views.stations import stations_of
from redact.persons.words import words_of
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The input of the recognizers.

    ``view`` is the text with routing lines blanked, lines joined and capitals rewritten as prose;
    its offsets equal those of the text. ``paragraphs`` are what the language model reads, ``lines``
    the other lines that may name a person. ``acronyms`` are folded; ``organisations`` are names
    followed by their own initials; ``foreign`` are the paragraphs in Spanish, Portuguese or French;
    ``masked`` the routing lines; ``places`` the offsets of words that are part of a place name of
    several words. ``lexicon`` includes the posts of the document as places.
    """

    document: Document
    view: str
    joined: Joined
    paragraphs: tuple[Span, ...]
    lines: tuple[Span, ...]
    acronyms: frozenset[str]
    organisations: SpanIndex
    foreign: SpanIndex
    masked: SpanIndex
    places: frozenset[int]
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """The original text of the document."""
        return self.document.text


def read_document(document: Document) -> Reading:
    """The document prepared for the recognizers."""
    text = document.text
    shipped = load_lexicon()
    lexicon = shipped.with_places(stations_of(document, shipped))
    acronyms = acronyms_of(document, lexicon)
    blanked = zones.masked(document)
    prose = tuple(piece for span in zones.prose_of(document) for piece in paragraphs(blanked, span))
    lines = zones.spans_of(document, zones.NAME_LINES)
    joined = join_lines(blanked, prose, lexicon)
    foreign = tuple(p for p in prose if is_foreign(joined.text, p, lexicon))
    view = prose_case(joined.text, sorted((*prose, *lines)), lexicon, acronyms, frozenset(foreign))
    assert len(view) == len(text)
    return Reading(
        document=document,
        view=view,
        joined=joined,
        paragraphs=prose,
        lines=lines,
        acronyms=acronyms,
        organisations=SpanIndex.of(explained_names(text)),
        foreign=SpanIndex.of(foreign),
        masked=SpanIndex.of(zones.routing_of(document)),
        places=place_words(text, list(words_of(text)), lexicon),
        lexicon=lexicon,
    )
