"""Trimming a candidate to the name: without title, office, list letter or possessive."""

from __future__ import annotations

import re

from redact.persons.lexicon import Lexicon
from redact.persons.views.reading import Reading
from redact.persons.weighing.dedications import SAINTS
from redact.persons.weighing.name_shape import is_surname_like, opens_list_item
from redact.persons.words import Word, words_of
from redact.sources import Span

_MONTHS = frozenset({"april", "august", "january", "june", "may"})
"""Months that are also names of persons."""

_ADDRESS = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr)\.?[ \t]{1,3}$")
# A chargé ad interim; the letters are not initials of the name after them.
_ACTING = re.compile(r"\bA\.[ \t]?I\.[ \t]+(?=\w\w)", re.IGNORECASE)


def trimmed(reading: Reading, span: Span, *, titled: bool = False) -> Span | None:
    """``span`` without titles, abbreviations, ordinary words and signs at its edges.

    Given names that are also titles (Sultan, Prince) stay where there is nothing else. After a
    title (``titled``) a place with small words before it is a name: Ambassador de la Colina.
    """
    words = list(words_of(reading.view, _after_acting(reading, span)))
    lexicon = reading.lexicon
    while len(words) > 1 and (_is_no_name(reading, words[0]) or _is_list_letter(reading, words[0])):
        if titled and words[0].folded in SAINTS:
            break
        words.pop(0)
    if words and is_month(reading, words[-1]):
        words.pop()
    if not words:
        return None
    while len(words) > 1 and _is_no_name(reading, words[-1]):
        if _has_particle(words, lexicon, titled=titled) or _follows_initial(reading, words):
            break
        if len(words) == 2 and titled and _is_addressed_in_full(reading, words):
            break
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


def _is_addressed_in_full(reading: Reading, words: list[Word]) -> bool:
    """Whether a capitalized word ends a name after Mr. or Ms.: Ms. Honoria Padlock."""
    first, last = words
    before = reading.text[max(0, first.span.start - 8) : first.span.start]
    return _ADDRESS.search(before) is not None and is_surname_like(reading, last.span)


def is_month(reading: Reading, word: Word) -> bool:
    """Whether it is a month followed by a day or year: MINISTER QUIRKE JUNE 4."""
    if word.folded not in _MONTHS:
        return False
    return bool(re.match(r"[ \t]{1,3}\d", reading.view[word.span.end : word.span.end + 4]))


def _after_acting(reading: Reading, span: Span) -> Span:
    """``span`` without an A.I. that follows a chargé."""
    acting = _ACTING.search(reading.view, span.start, span.end)
    if acting is None:
        return span
    before = reading.view[max(0, acting.start() - 24) : acting.start()]
    charge = re.search(r"\bcharg[eé](?:[ \t]+d['’]affaires)?,?[ \t]+$", before, re.IGNORECASE)
    return Span(acting.end(), span.end) if charge else span


def _is_list_letter(reading: Reading, word: Word) -> bool:
    """Whether a single letter opens a list item: "A. COCA IS MOVED TO LABS"."""
    if len(word.folded) != 1 or reading.view[word.span.end : word.span.end + 2] != ". ":
        return False
    return opens_list_item(reading, word.span.start)


def _has_particle(words: list[Word], lexicon: Lexicon, *, titled: bool) -> bool:
    """Whether the particle before the last word makes it a name: Ms. de Wit."""
    particle, last = words[-2], words[-1]
    led = particle.folded in lexicon.particles and particle.text.islower()
    return led and last.text.istitle() and (titled or not lexicon.is_unnamed(last.folded))


def _follows_initial(reading: Reading, words: list[Word]) -> bool:
    """Whether an initial before the last word makes it a name: NENITA Y. OBISPO."""
    initial, last = words[-2], words[-1]
    dotted = reading.view[initial.span.end : initial.span.end + 1] == "."
    named = last.folded not in reading.lexicon.small_words and len(last.folded) > 2
    return len(words) > 2 and len(initial.folded) == 1 and dotted and named


def _is_no_name(reading: Reading, word: Word) -> bool:
    lexicon = reading.lexicon
    if len(word.folded) == 1:
        return False
    if word.folded in lexicon.titles or word.folded in reading.acronyms:
        return not lexicon.is_name(word.folded) or word.folded in lexicon.offices
    if lexicon.is_name(word.folded) or word.folded in lexicon.particles:
        return False
    if word.folded in lexicon.dedications:
        return True  # AVENIDA CAMACHO: cut, so that the rest is recognized as a street
    return word.folded in lexicon.ordinary or lexicon.is_unnamed(word.folded)
