"""Why a candidate is not a person: it is an abbreviation, a place, a firm, a street."""

from __future__ import annotations

import re

from redact.persons.casing import in_capitals
from redact.persons.garbles import is_garbled_small_word, is_garbled_word
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
    mountain mountains valley bay cape strait mine mines shipyard hotel inc incorporated corp ltda sarl spa
    corporation company co ltd limited llc gmbh bros brothers sons associates partners group
    airlines airways bank industries international petroleum oil steel motors engineering
    newspaper daily times post herald tribune""".split()
)
_NAMED_AFTER_BEFORE = frozenset(
    """calle avenida avda ave plaza plazuela rua rue mina puerto universidad university fundacion
    foundation banco bank uss ss hms mv usns port fort camp lake mount mt cape hotel hospital
    corso via piazza strasse colegio escuela estadio barrio villa cerro rio ciudad treaty san santa saint santo st sao
    fonds institut ecole esq esquina""".split()
)


# FREDERICKS, KANE AND ASSOCIATES; Baldwin & Sons; Smith, Inc.
_FIRM = re.compile(
    rf"(?:,[ \t]*{LETTER}+){{0,3}},?[ \t]+(?:(?:and|&|AND|And)[ \t]+)?"
    r"(?:associates|sons|partners|company|co|inc|ltda?|bros|brothers|incorporated|corp|limited)\b",
    re.IGNORECASE,
)


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    if any(o.overlaps(span) for o in reading.organisations):
        return True
    following = reading.view[span.end : span.end + 80]
    if _FIRM.match(following):
        return True
    after = re.match(rf"[ \t]+({LETTER}+)\b", following)
    if after and fold(after[1]) in reading.lexicon.demonyms and after[1][0].isupper():
        return True  # Lloyd Aereo Boliviano
    if after and fold(after[1]) in _NAMED_AFTER_NEXT:
        return not _is_prose_word(reading, span, after[1])
    before = re.search(rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start])
    return bool(before and fold(before[1]) in _NAMED_AFTER_BEFORE)


def _is_prose_word(reading: Reading, span: Span, word: str) -> bool:
    """Whether prose writes the word small: "Sadykov plan" is his plan, "Marshall Plan" is not."""
    at = reading.text[span.end : span.end + 30].find(word)
    return word.islower() and at >= 0


def trimmed(reading: Reading, span: Span) -> Span | None:
    """``span`` without titles, abbreviations, ordinary words and signs at its edges.

    Given names that are titles too (Sultan, Prince) stay where they are all there is.
    """
    words = list(words_of(reading.view, span))
    lexicon = reading.lexicon
    while len(words) > 1 and (_is_no_name(reading, words[0]) or _is_list_letter(reading, words[0])):
        words.pop(0)
    while len(words) > 1 and _is_no_name(reading, words[-1]):
        words.pop()
    while len(words) > 1 and words[-1].folded in lexicon.particles and words[-1].text.islower():
        words.pop()
    if all(w.folded in {"ii", "iii", "iv", "jr", "sr"} or len(w.folded) == 1 for w in words):
        return None
    start, end = words[0].span.start, words[-1].span.end
    if len(words[-1].folded) == 1 and reading.view[end : end + 1] == "." and len(words) > 1:
        end += 1
    if words[-1].folded in {"jr", "sr"} and reading.view[end : end + 1] == ".":
        end += 1
    match = re.search(r"['’](?:[sS])?$", reading.view[start:end])
    return Span(start, start + match.start() if match else end)


def _is_list_letter(reading: Reading, word: Word) -> bool:
    """Whether a single letter opens a list item: "A. COCA IS MOVED TO LABS"."""
    if len(word.folded) != 1 or reading.view[word.span.end : word.span.end + 2] != ". ":
        return False
    before = reading.text[max(0, word.span.start - 20) : word.span.start]
    return bool(re.search(r"(?:^|\n|\d\.|:|\.[ ]{2})[ \t]*$", before))


def _is_no_name(reading: Reading, word: Word) -> bool:
    lexicon: Lexicon = reading.lexicon
    if len(word.folded) == 1:
        return False
    if word.folded in lexicon.titles or word.folded in reading.acronyms:
        return not lexicon.is_name(word.folded) or word.folded in lexicon.offices
    if lexicon.is_name(word.folded) or word.folded in lexicon.particles:
        return False
    return word.folded in lexicon.ordinary or lexicon.is_unnamed(word.folded)


def single_word_belief(reading: Reading, word: Word, *, by_model: bool) -> float:
    """How much to believe in a name of one word, 0 (not at all) to 1.

    The model, unlike the other detectors, takes misspelt words in capitals for names.
    """
    lexicon, folded = reading.lexicon, word.folded
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return 0.0
    if len(folded) < 3 or word.text.islower():
        return 0.0
    written = reading.text[word.span.start : word.span.end]
    if written.isupper() and len(folded) < 4:
        return 0.0
    if looks_like_acronym(word.text) and not lexicon.is_name(folded):
        return 0.0
    if word.text.isupper() and len(word.text) < 6 and not lexicon.is_name(folded):
        return 0.0
    if folded in lexicon.ordinary:
        return 0.5 if lexicon.is_name(folded) else 0.0
    if by_model and is_garbled_small_word(folded):
        return 0.0
    if lexicon.is_name(folded):
        return 1.0
    if by_model and written.isupper() and in_capitals(_line(reading.text, word.span)):
        return _doubt_in_capitals(reading, word)
    return 0.8


_DETERMINER = re.compile(
    r"\b(?:an?|any|no|some|this|that|these|those|his|its|their|our|such|each|every|more|most|"
    r"of|to|will|would|not|be|been|being|very|as)[ \t]+(?:\w+ly[ \t]+)?$"
)
_ARTICLE = re.compile(r"\bthe[ \t]+(?:[a-z]+[ \t]+)?$")


def _doubt_in_capitals(reading: Reading, word: Word) -> float:
    """Belief in a rare word of a paragraph in capitals, where a misspelt word looks like a name."""
    if is_garbled_word(word.folded, reading.lexicon):
        return 0.4 if len(word.folded) < 7 else 0.0
    before = reading.view[max(0, word.span.start - 30) : word.span.start]
    if _ARTICLE.search(before) or (
        (found := _DETERMINER.search(before)) and found[0].split()[0] not in ("of", "to", "as")
    ):
        return 0.4
    return 0.3 if len(word.folded) < 5 else 0.7


def _line(text: str, span: Span) -> str:
    return text[max(0, span.start - 60) : span.end + 60]
