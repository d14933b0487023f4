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

_KNOWN, _UNKNOWN = 0.56, 0.4
_BEFORE_A_PERSON = re.compile(
    r"\b(?:with|to|by|from|that|for|told|tell|asked|informed|and|when|whether|if|but|because|where|"
    r"while|after|said|urged|invited|meet|met|saw|see|of)[ \t]{1,3}$"
)


_AFTER_A_PERSON = re.compile(r"^(?:['’][sS][ ]|\w\w (?:has|had|will|would|\w{3,}ed)\b)")


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
    after = reading.view[word.span.end - 2 : word.span.end + 16]
    led = bool(_BEFORE_A_PERSON.search(before) or _AFTER_A_PERSON.search(after))
    if capitals:
        if is_garbled_word(word.folded, reading.lexicon):
            return 0.0
        if not known:
            return _UNKNOWN if led and len(word.folded) > 4 and not in_firm else 0.0
        return _KNOWN if led and not in_firm else _UNKNOWN
    if in_firm:
        return _UNKNOWN if known else 0.0
    return _KNOWN if known else _UNKNOWN


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
