"""Persons in a list: MESSRS. QUIRKE, KO AND SANTOS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import name_at
from redact.persons.weighing.spelling import unseen
from redact.persons.words import WORD
from redact.sources import Span

_OFFICES = (
    r"(?:vice[ -])?(?:presidents|ministers|senators|congressmen|congresswomen|representatives|"
    r"deputies|generals|colonels|majors|captains|lieutenants|admirals|ambassadors|governors|"
    r"mayors|secretaries|professors|doctors|drs\.?|messrs\.?|mesdames|bishops|archbishops|"
    r"cardinals|fathers|judges|justices|brothers|sisters|comrades|chairmen|directors|delegates|"
    r"sheikhs|shaykhs|princes|leaders|commissioners|candidates|journalists|lawyers|attorneys|"
    r"dissidents|activists|prisoners|students|priests|editors)"
)
_BODY = r"(?:delegation|team|group|party|panel|triumvirate|junta|troika|slate|mission|trio)"
_THERE = r"(?:attending|present|participating|attended|mentioned|arrested|detained|named)"
_INTRODUCED = re.compile(
    rf"\b(?:{_OFFICES}(?:\s(?:were|are|included?|including))?"
    rf"|{_BODY}(?:\s(?:members|was|is))?\s(?:consist(?:s|ed|ing)\sof|composed\sof|"
    r"compris(?:es|ed|ing)|made\sup\sof|include[sd]?|including|were|are)"
    rf"|(?:others?|those|also|persons|guests|participants|officers|officials)(?:\s{_THERE})?"
    r"\s(?:were|are|included?|including)"
    r"|(?:detained|arrested|released|killed|injured|missing|elected|absent)(?=:)"
    r"|participants|attendees|accompanied\sby|attended\sby|side(?=:)|present(?=:))"
    r"(?:\s?:)?\s{1,3}",
    re.IGNORECASE,
)
# A group may include firms, and states follow ministers; these words introduce only persons.
_PERSONS_ONLY = re.compile(
    r"messrs|present|attend|mesdames|^drs|senators|generals|colonels|^others?|^those|consist|compos|"
    r"accompanied|:[ \t]",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s{0,3}(?:[,;]\s{1,3}(?:and\s{1,3})?|and\s{1,3}|&\s{1,3})", re.I)
_TITLED = re.compile(r"(?:Mrs?|Ms|Drs?|Mmes?|Messrs|Miss)\.?[ \t]{1,2}(?=[^\W\d_])", re.I)
_MOST_ITEMS = 20


def find(reading: Reading) -> Sightings:
    """The names of a list of two or more that is introduced by words for persons."""
    for match in _INTRODUCED.finditer(reading.view):
        only = bool(_PERSONS_ONLY.search(match[0]))
        items = list(_items(reading, match.end(), only))
        if len(items) < 2 or all(_is_ordinary(reading, item) for item in items):
            continue  # THOSE PRESENT WERE YOUNG AND STRONG
        for item in items:
            score = _score(reading, item, only)
            if score and not institution(reading, item):
                yield item, score


def _items(reading: Reading, start: int, only: bool) -> Iterator[Span]:
    """Names separated only by commas and an *and*, from ``start`` on."""
    for _ in range(_MOST_ITEMS):
        if titled := _TITLED.match(reading.text, start):
            start = titled.end()
        item = name_at(reading, start) or _word_at(reading, start, only)
        if item is None:
            return
        yield item
        following = _NEXT.match(reading.view, item.end)
        if following is None:
            return
        start = following.end()


def _word_at(reading: Reading, start: int, only: bool) -> Span | None:
    """A family name that is also an ordinary word, which capitals may hide: OH, PARK, BAKER.

    ``only``: the list contains only persons, so that the last needs no punctuation after it.
    """
    word = WORD.match(reading.text, start)
    if word is None or not word[0][0].isupper():
        return None
    folded, lexicon = fold(word[0]), reading.lexicon
    known = folded in lexicon.surnames or folded in lexicon.families
    known = known or folded in lexicon.titles  # MESSRS. BHATNAGRI, SEN AND RAO
    if not known or lexicon.is_unnamed(folded) or folded in reading.acronyms:
        return None
    after = reading.text[word.end() : word.end() + 5].lower()
    listed = not after.strip() or after[0] in ",.;" or after == " and "
    if listed or (only and folded not in lexicon.titles):
        return Span(word.start(), word.end())
    return None


def _is_ordinary(reading: Reading, item: Span) -> bool:
    return fold(item.of(reading.view)) in reading.lexicon.ordinary


def _score(reading: Reading, item: Span, only: bool) -> float:
    words = [fold(w) for w in WORD.findall(item.of(reading.view))]
    known = any(reading.lexicon.is_name(w) or w in reading.lexicon.families for w in words)
    if known:
        return 0.75 if only or len(words) > 1 else 0.65
    if all(unseen(w) > len(w) / 3 for w in words):
        return 0.0
    return 0.7 if only else 0.5


DETECTOR = Detector("enumeration", "is in a list of persons", find)
