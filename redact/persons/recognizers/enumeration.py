"""Persons in a list: MESSRS. QUIRKE, KO AND SANTOS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.recognizers.of_country import COUNTRIES
from redact.persons.views.reading import Reading
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import name_at
from redact.persons.weighing.spelling import unseen
from redact.persons.words import WORD
from redact.sources import Span

_OFFICES = (
    r"(?:vice[ -])?(?:presidents|ministers|senators|congressmen|congresswomen|representatives|"
    r"deputies|generals|colonels|reps\.|sens\.|gens\.|cols\.|majors|captains|lieutenants|admirals|ambassadors|governors|"
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
    r"|participants|attendees|accompanied\sby|attended\sby|side(?=:)|present(?:\swere|\sare|(?=:)))"
    r"(?:\s?:)?\s{1,3}",
    re.IGNORECASE,
)
# A group may include firms, and states follow ministers; these words introduce only persons.
_PERSONS_ONLY = re.compile(
    r"messrs|present|attend|mesdames|^drs|senators|generals|colonels|^others?|^those|consist|compos|"
    r"accompanied|:[ \t]",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"messrs|drs|mesdames", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:[ \t]\([^()\n]{1,40}\))?\s{0,3}(?:[,;]\s{1,3}(?:and\s{1,3})?|and\s{1,3}|&\s{1,3})", re.I
)
_TITLED = re.compile(r"(?:Mrs?|Ms|Drs?|Mmes?|Messrs|Miss)\.?[ \t]{1,2}(?=[^\W\d_])", re.I)
_MOST_ITEMS = 20
# CANADA - QUIRKE, ROSSON (BELL); PARIS: BELLAMY, DE WIT
_OF_PLACE = re.compile(
    r"(?:^|\n|[.;][ \t]{1,2})[ \t]*(?P<place>[^\W\d_]{2,20}\.?(?:[ \t][^\W\d_]{2,20}){0,2})"
    r"[ \t]?(?:-{1,2}|:)[ \t]+(?=[^\W\d_])"
)
_OF_DELEGATES = re.compile(
    r"\b(?:delegat|participant|attend|guest|member|represent|conversation|negotiat|minister|official)",
    re.IGNORECASE,
)
_FEWEST_PLACES = 2
_REACH = 1_500


def find(reading: Reading) -> Sightings:
    """The names of a list of two or more that is introduced by words for persons."""
    for match in _INTRODUCED.finditer(reading.view):
        only = bool(_PERSONS_ONLY.search(match[0]))
        items = list(_items(reading, match.end(), only))
        addressed = _ADDRESSED.match(match[0]) is not None
        if len(items) < 2:
            continue
        if not addressed and all(_is_ordinary(reading, item) for item in items):
            continue  # THOSE PRESENT WERE YOUNG AND STRONG
        for item in items:
            score = _score(reading, item, only)
            if score and not institution(reading, item):
                yield item, score
    yield from _of_places(reading)


def _of_places(reading: Reading) -> Sightings:
    """The names in two or more lists, each opened by a country or capital: CANADA - QUIRKE, ROSSON.

    They are only possible ones unless delegates are spoken of before or many are known names: the
    same form lists firms and goods.
    """
    lists: list[tuple[int, list[Span]]] = []
    for match in _OF_PLACE.finditer(reading.text):
        if not _is_place(reading, match["place"]):
            continue
        items = list(_items(reading, match.end(), True))
        if len(items) > 1 or lists:
            lists.append((match.start(), items))
    if len(lists) < _FEWEST_PLACES:
        return
    before = reading.view[max(0, lists[0][0] - _REACH) : lists[0][0]]
    items = [item for _, each in lists for item in each if not institution(reading, item)]
    known = sum(_is_known(reading, item) for item in items)
    likely = _OF_DELEGATES.search(before) is not None or 2 * known > len(items)
    for item in items:
        if likely or not _is_ordinary(reading, item):
            yield item, 0.6 if likely else 0.45


def _is_place(reading: Reading, written: str) -> bool:
    """Whether it is a place or a people: ROME, FRG, HUNGARIANS."""
    folded, lexicon = " ".join(fold(w) for w in WORD.findall(written)), reading.lexicon
    people = folded in lexicon.demonyms or folded.removesuffix("s") in lexicon.demonyms
    return people or folded in lexicon.places or folded in COUNTRIES


def _is_known(reading: Reading, item: Span) -> bool:
    words = [fold(w) for w in WORD.findall(item.of(reading.view))]
    return any(reading.lexicon.is_name(w) or w in reading.lexicon.families for w in words)


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
    if not known or folded in lexicon.offices or folded == "head":
        return None
    if lexicon.is_unnamed(folded) or folded in reading.acronyms:
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
    if _is_known(reading, item):
        return 0.75 if only or len(words) > 1 else 0.65
    if all(unseen(w) > len(w) / 3 for w in words):
        return 0.0
    return 0.7 if only else 0.5


DETECTOR = Detector("enumeration", "is in a list of persons", find)
