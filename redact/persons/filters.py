"""Why a candidate is not a person: it is an abbreviation, a place, a firm, a street."""

from __future__ import annotations

import re

from redact.persons.lexicon import Lexicon, fold
from redact.persons.name_shape import looks_like_acronym
from redact.persons.reading import Reading
from redact.persons.words import LETTER, Word, words_of
from redact.sources import Span

_NAMED_AFTER_NEXT = frozenset(
    """avenue ave street st road rd boulevard blvd drive lane square plaza park bridge building
    university college school institute academy hospital clinic library museum foundation fund
    treaty act amendment doctrine plan prize award report commission committee study formula
    protocol accord accords declaration convention clause resolution initiative memorial center
    centre theater theatre stadium airport base afb barracks camp fort island islands river lake
    mountain mountains valley bay cape strait mine mines shipyard hotel inc incorporated corp
    corporation company co ltd limited llc gmbh bros brothers sons associates partners group
    airlines airways bank industries international petroleum oil steel motors engineering
    newspaper daily times post herald tribune""".split()
)
_NAMED_AFTER_BEFORE = frozenset(
    """calle avenida avda ave plaza plazuela rua rue mina puerto universidad university fundacion
    foundation banco bank uss ss hms mv usns port fort camp lake mount mt cape hotel hospital
    colegio escuela estadio barrio villa cerro rio ciudad treaty san santa saint santo st sao
    fonds institut ecole""".split()
)


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    after = re.match(rf"[ \t]+({LETTER}+)\b", reading.view[span.end : span.end + 30])
    if after and fold(after[1]) in _NAMED_AFTER_NEXT and after[1].lower() != "act":
        lexicon_word = fold(after[1])
        # "Sadykov plan" may be his plan, "Marshall Plan" is not he; a small letter decides.
        return after[1][0].isupper() or lexicon_word in {"inc", "corp", "ltd", "bros", "street"}
    before = re.search(rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start])
    return bool(before and fold(before[1]) in _NAMED_AFTER_BEFORE and not _is_title(before[1]))


def _is_title(word: str) -> bool:
    return word.islower() and word == "st"


def place_words(reading: Reading) -> frozenset[int]:
    """Offsets of words that are part of a place of several words, such as LA PAZ."""
    words = list(words_of(reading.text))
    offsets: set[int] = set()
    for index in range(len(words)):
        for length in (2, 3):
            run = words[index : index + length]
            if len(run) == length and _adjacent(reading.text, run):
                name = " ".join(w.folded for w in run)
                if name in reading.lexicon.places:
                    offsets.update(w.span.start for w in run)
    return frozenset(offsets)


def _adjacent(text: str, run: list[Word]) -> bool:
    gaps = (text[a.span.end : b.span.start] for a, b in zip(run, run[1:], strict=False))
    return all(len(gap) < 8 and not gap.strip(" \t\r\n.'’-") for gap in gaps)


def trimmed(reading: Reading, span: Span) -> Span | None:
    """``span`` without titles, abbreviations, ordinary words and signs at its edges.

    Given names that are titles too (Sultan, Prince) stay where they are all there is.
    """
    words = list(words_of(reading.view, span))
    lexicon = reading.lexicon
    while len(words) > 1 and _is_no_name(reading, words[0]):
        words.pop(0)
    while len(words) > 1 and _is_no_name(reading, words[-1]):
        words.pop()
    while len(words) > 1 and words[-1].folded in lexicon.particles and words[-1].text.islower():
        words.pop()
    if not words:
        return None
    start, end = words[0].span.start, words[-1].span.end
    if len(words[-1].folded) == 1 and reading.view[end : end + 1] == "." and len(words) > 1:
        end += 1
    if words[-1].folded in {"jr", "sr"} and reading.view[end : end + 1] == ".":
        end += 1
    match = re.search(r"['’](?:[sS])?$", reading.view[start:end])
    return Span(start, start + match.start() if match else end)


def _is_no_name(reading: Reading, word: Word) -> bool:
    lexicon: Lexicon = reading.lexicon
    if len(word.folded) == 1:
        return False
    if word.folded in lexicon.titles or word.folded in reading.acronyms:
        return not lexicon.is_name(word.folded) or word.folded in lexicon.offices
    if lexicon.is_name(word.folded) or word.folded in lexicon.particles:
        return False
    return word.folded in lexicon.ordinary or lexicon.is_unnamed(word.folded)


def single_word_doubt(reading: Reading, word: Word) -> float:
    """How much to believe the model in a name of one word, 0 (not at all) to 1."""
    lexicon, folded = reading.lexicon, word.folded
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return 0.0
    if len(folded) < 3 or word.text.islower():
        return 0.0
    if looks_like_acronym(word.text) and not lexicon.is_name(folded):
        return 0.0
    if word.text.isupper() and len(word.text) < 6 and not lexicon.is_name(folded):
        return 0.0
    if folded in lexicon.ordinary:
        return 0.5 if lexicon.is_name(folded) else 0.0
    if lexicon.is_name(folded):
        return 1.0
    return 0.8
