"""How much to believe that a single word is a name."""

from __future__ import annotations

import re

from redact.persons.casing import in_capitals
from redact.persons.garbles import garbled_by, is_garbled_small_word
from redact.persons.name_shape import looks_like_acronym
from redact.persons.reading import Reading
from redact.persons.words import Word
from redact.sources import Span

_LONG = 8
"""A longer word with one letter wrong is a misspelt one; a shorter one may be a name."""

# No name stands right after these, but for "the Banzer government", which others find.
_DETERMINER = re.compile(
    r"\b(?:an?|any|no|some|this|that|these|those|his|its|their|our|such|each|every|more|most|"
    r"will|would|not|be|been|being|very)[ \t]+(?:\w+ly[ \t]+)?$"
)
_SUBJECT = re.compile(r"\bSUBJ(?:ECT)?:\s*(?:\(\w+\)\s*)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe[ \t]+(?:[a-z]+[ \t]+)?$")


def single_word_belief(reading: Reading, word: Word, detector: str) -> float:
    """How much to believe a detector in a name of one word, 0 (not at all) to 1.

    The model takes misspelt words and abbreviations in capitals for names; others know the name by
    what stands beside it, a title by itself even where the name is an ordinary word.
    """
    by_model = detector in ("model", "portfolio")
    lexicon, folded = reading.lexicon, word.folded
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return 0.0
    if len(folded) < 2 or word.text.islower():
        return 0.0
    written = reading.text[word.span.start : word.span.end]
    if by_model and written.isupper() and len(folded) < 4:
        return 0.0
    abbreviated = looks_like_acronym(word.text) or (word.text.isupper() and len(word.text) < 6)
    if by_model and abbreviated and not lexicon.is_name(folded):
        return 0.0
    if folded in lexicon.ordinary:
        return 0.5 if lexicon.is_name(folded) or detector == "title" else 0.0
    if by_model and is_garbled_small_word(folded, lexicon):
        return 0.0
    if lexicon.is_name(folded):
        return 1.0
    if by_model and _opens_subject(reading, word):
        return 0.4
    if by_model and written.isupper() and in_capitals(_line(reading.text, word.span)):
        return _doubt_in_capitals(reading, word)
    return 0.8


def _opens_subject(reading: Reading, word: Word) -> bool:
    """Whether the word is the country or theme a subject begins with: "SUBJECT: MAROVIA: ..."."""
    before = reading.text[max(0, word.span.start - 30) : word.span.start]
    after = reading.text[word.span.end : word.span.end + 1]
    return after == ":" and bool(_SUBJECT.search(before))


def _doubt_in_capitals(reading: Reading, word: Word) -> float:
    """Belief in a rare word of a paragraph in capitals, where a misspelt word looks like a name."""
    before = reading.view[max(0, word.span.start - 30) : word.span.start]
    determined = bool(_ARTICLE.search(before) or _DETERMINER.search(before))
    letters_wrong = garbled_by(word.folded, reading.lexicon)
    certain = determined or len(word.folded) > _LONG
    if letters_wrong == 2 or (letters_wrong == 1 and certain):
        return 0.0
    if letters_wrong == 1 or determined:
        return 0.4
    return 0.3 if len(word.folded) < 5 else 0.7


def _line(text: str, span: Span) -> str:
    return text[max(0, span.start - 60) : span.end + 60]
