"""The name under a telegram, a memorandum or a letter."""

from __future__ import annotations

import re

from redact.documents.authority.positions import is_position_word
from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.words import LETTER, words_of
from redact.sources import Span

# A chargé signs "SMITH ACTING"; offices sign too (CLEVELAND FOR THE AMBASSADOR).
_NOT_THE_NAME = frozenset({"acting", "for", "the", "by", "direction", "approved", "signed"})
_CLOSE = frozenset(
    {"sincerely", "respectfully", "cordially", "faithfully", "truly", "yours", "regards"}
)
"""Words of the complimentary close above the name."""


def find(reading: Reading) -> Sightings:
    """Every signature of the document: a telegram sent in sections has one in each."""
    places = set(spans_of(reading.document, frozenset({"signature"})))
    telegram = reading.document.telegram
    if telegram is not None and telegram.signature is not None:
        places.add(telegram.signature.span)
    for place in sorted(places):
        lines = _lines(reading.text, place)
        for line in lines:
            if not _is_close(reading.text, line) and (
                line is lines[0] or not _is_position(reading, line)
            ):
                yield from _names(reading, line)
        yield from _signatory_above(reading, place)


def _signatory_above(reading: Reading, place: Span) -> Sightings:
    """The drafting officer's own line above the signature: DOE, ATTACHE."""
    above = re.search(
        rf"\n[ \t]*(?P<name>{LETTER}{{4,}}),[ \t]*{LETTER}[\w/ ]{{1,20}}\.?[ \t]*\r?\n[\s]*$",
        reading.text[max(0, place.start - 80) : place.start],
    )
    if above:
        start = max(0, place.start - 80) + above.start("name")
        name = Span(start, start + len(above["name"]))
        if reading.lexicon.is_unknown(fold(above["name"])):
            yield name, 0.7


def _names(reading: Reading, line: Span) -> Sightings:
    text, lexicon = reading.text, reading.lexicon
    run: Span | None = None
    words = list(words_of(text, line))
    if len(words) == 1 and words[0].folded in lexicon.titles and lexicon.is_name(words[0].folded):
        yield words[0].span, 0.95  # BISHOP signs
        return
    for word in words:
        skipped = (
            word.folded in _NOT_THE_NAME
            or word.folded in lexicon.titles
            or word.folded in lexicon.terms
            or word.folded in reading.acronyms
            or (looks_like_acronym(word.text) and not lexicon.is_name(word.folded))
        )
        initial = len(word.folded) == 1
        if skipped and not initial:
            if run is not None:
                yield run, 0.95
            run = None
        elif run is not None:
            run = Span(run.start, word.span.end)
        else:
            run = word.span
    if run is not None and len(run) > 2:
        yield run, 0.95


def _is_close(text: str, line: Span) -> bool:
    """Whether a line is a complimentary close: Very truly yours."""
    return any(word.folded in _CLOSE for word in words_of(text, line))


def _is_position(reading: Reading, line: Span) -> bool:
    """Whether a line below the first states only the signer's position: Deputy Director."""
    words = list(words_of(reading.text, line))
    return (
        bool(words)
        and is_position_word(words[0].text)
        and not any(
            reading.lexicon.is_name(word.folded) and not is_position_word(word.text)
            for word in words
        )
    )


def _lines(text: str, place: Span) -> list[Span]:
    lines: list[Span] = []
    start = place.start
    for piece in place.of(text).splitlines(keepends=True):
        if piece.strip():
            lines.append(Span(start, start + len(piece)))
        start += len(piece)
    return lines


DETECTOR = Detector("signature", "is in the signature line", find)
