"""Capitalised words that nothing explains: no list holds them and the model says nothing of them.

In diplomatic prose such a word is a surname more often than not. In paragraphs in capitals, where
misspelt words look the same, only known surnames count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redact.persons.candidate import Candidate
from redact.persons.casing import in_capitals
from redact.persons.garbles import is_garbled_word
from redact.persons.name_shape import may_be_name_word
from redact.persons.reading import Reading
from redact.persons.span_index import SpanIndex
from redact.persons.words import Word, words_of

_LIKELY, _POSSIBLE = 0.56, 0.4

# Persons, and hardly ever places, stand after the first and before the last.
_SURE_BEFORE = re.compile(
    r"\b(?:with|that|told|tell|asked|ask|informed|inform|when|whether|if|because|while|said|urged|"
    r"invited|met|saw)[ \t]{1,3}$"
)
_LOOSE_BEFORE = re.compile(r"\b(?:to|by|from|for|of|and|but|where|after|meet|see)[ \t]{1,3}$")
_SURE_AFTER = re.compile(r"[ \t]{1,3}(?:has|had|will|would|\w{3,}ed)\b")


def rare_words(reading: Reading, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Single rare words in prose that stand outside everything the model found."""
    explained = SpanIndex.of(c.span for c in candidates if c.kind in ("LOCATION", "NRP", "PERSON"))
    firms = SpanIndex.of(c.span for c in candidates if c.kind == "ORGANIZATION")
    for paragraph in reading.paragraphs:
        if reading.foreign.touches(paragraph):
            continue
        capitals = in_capitals(paragraph.of(reading.text))
        for word in words_of(reading.view, paragraph):
            if not word.text.istitle() or len(word.folded) < 4:
                continue
            if not reading.lexicon.is_unknown(word.folded) or not may_be_name_word(
                reading, word.text
            ):
                continue
            if explained.touches(word.span) or _in_a_row(reading, word):
                continue
            score = _score(reading, word, capitals, in_firm=firms.touches(word.span))
            if score:
                yield Candidate(span=word.span, detector="rare-word", score=score)


def _score(reading: Reading, word: Word, capitals: bool, *, in_firm: bool) -> float:
    known = reading.lexicon.is_name(word.folded)
    before = reading.view[max(0, word.span.start - 16) : word.span.start]
    sure = bool(_SURE_BEFORE.search(before) or _SURE_AFTER.match(reading.view, word.span.end))
    if not capitals:
        if in_firm:
            return _POSSIBLE if known else 0.0
        return _LIKELY if known or sure else _POSSIBLE
    if is_garbled_word(word.folded, reading.lexicon):
        return 0.0
    led = sure or _LOOSE_BEFORE.search(before) or word.text.endswith(("'s", "’s", "'S", "’S"))
    if not known:
        return _POSSIBLE if led and len(word.folded) > 4 and not in_firm else 0.0
    return _LIKELY if led and not in_firm else _POSSIBLE


def _in_a_row(reading: Reading, word: Word) -> bool:
    """Whether capitalised words stand beside it, as in the name of an office or a place."""
    view = reading.view
    before = re.search(r"([^\W\d_][\w'’]*) $", view[max(0, word.span.start - 30) : word.span.start])
    after = re.match(r" ([^\W\d_][\w'’]*)", view[word.span.end : word.span.end + 30])
    sentence = before and re.search(
        r"[.!?]\s+\S+\s$", view[max(0, word.span.start - 40) : word.span.start]
    )
    return bool(
        (before and before[1][0].isupper() and not sentence) or (after and after[1][0].isupper())
    )
