"""Speakers and delegates with their countries: ROSSIDOU (CYPRUS), ISAKOV (USSR) AND PIN (PRC)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import may_be_name_word
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, WORD, words_of
from redact.sources import Span

_COUNTRY = re.compile(rf"[ \t\r\n]{{1,3}}\((?P<country>{LETTER}[^()\n]{{1,24}})\)")
_PART = rf"{LETTER}{{2,40}}"
_ITEM = re.compile(
    rf"(?<!{LETTER})(?P<name>{_PART}(?:-{_PART})?(?:[ \t]{_PART}){{0,2}}){_COUNTRY.pattern}"
)
_NEXT = re.compile(
    r"[ \t\r\n]{0,3}(?:[,;][ \t\r\n]{1,3}(?:and[ \t\r\n]{1,3})?|and[ \t\r\n]{1,3})", re.I
)
COUNTRIES = frozenset({"us", "uk", "ussr", "prc", "frg", "gdr", "uae", "uar", "roc", "rok", "dprk"})
"""Abbreviated, folded."""

_FEWEST = 2
_REACH = 80


def find(reading: Reading) -> Sightings:
    """The names in a sequence of two or more, each with a country in brackets.

    Scores are higher where no firm, newspaper or party is mentioned right before them.
    """
    done = 0
    for match in _ITEM.finditer(reading.view):
        if match.start() < done:
            continue
        run = list(_run(reading, match))
        done = run[-1].end() if run else match.end()
        if len(run) < _FEWEST:
            continue
        before = reading.view[max(0, match.start() - _REACH) : match.start()].rpartition(". ")[2]
        firms = any(fold(w) in classes()["organisation"] for w in WORD.findall(before))
        for item in run:
            name = _name_in(reading, item)
            if name is not None and not institution(reading, name):
                yield name, 0.45 if firms else 0.65


def _run(reading: Reading, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """The items from ``first`` on, separated only by commas and an *and*."""
    item: re.Match[str] | None = first
    while item is not None and _is_country(reading, item["country"]):
        yield item
        following = _NEXT.match(reading.view, item.end())
        item = _ITEM.match(reading.view, following.end()) if following else None


def _is_country(reading: Reading, written: str) -> bool:
    folded = " ".join(fold(word) for word in WORD.findall(written))
    return folded in COUNTRIES or folded in reading.lexicon.places


def _name_in(reading: Reading, item: re.Match[str]) -> Span | None:
    """The name before the brackets: its last word, even an ordinary one, and names before that."""
    lexicon, start, end = reading.lexicon, item.start("name"), item.end("name")
    words = list(words_of(reading.view, Span(start, end)))
    last = [w for w in words if w.span.start >= end - len(item["name"].split()[-1])]
    folded = [w.folded for w in last]
    if any(
        w in reading.acronyms or w in lexicon.small_words or w in lexicon.titles for w in folded
    ):
        return None
    if all(lexicon.is_unnamed(w) or w in lexicon.institutions for w in folded):
        return None
    if not reading.text[last[0].span.start].isupper():
        return None
    first = last[0]
    for word in reversed(words[: -len(last)]):
        if word.text[0].islower() or not may_be_name_word(reading, word.text):
            break
        first = word
    return Span(first.span.start, end)


DETECTOR = Detector("of-country", "is listed with a country", find)
