"""Correspondents: E-MAIL MORRIS-SCA/CEN TO JMILLER, KELLEHER-BROWNSTONE TELCON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.words import LETTER
from redact.sources import Span

_KIND = r"(?:E-?MAILS?|MEMCONS?|TELE?CONS?|TELECOPY|FAX|PHONCONS?|PHONECONS?)"
_WORD = rf"{LETTER}{{4,}}"
_OFFICE = r"(?:-[A-Z]+(?:/[A-Z]+)+|-[A-Z]{2,4}\b|[ ]?\([A-Z/]{2,12}\))?"
_FROM_TO = re.compile(
    rf"\b{_KIND}S?[ \t,:]+(?:FROM[ \t]+)?(?P<first>{_WORD})(?P<office>{_OFFICE})"
    rf"(?P<more>[^\n;]{{0,40}}?\bTO[ \t]+(?P<second>{_WORD}))?(?![\w.-])",
    re.IGNORECASE,
)
_DEPARTMENTS = frozenset(
    {
        "commerce",
        "defense",
        "department",
        "embassy",
        "justice",
        "labor",
        "post",
        "state",
        "treasury",
    }
)
_BETWEEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w/-])(?P<first>{_WORD})[-–/](?P<second>{_WORD})[ \t]+{_KIND}\b",
        rf"\b{_KIND}[ \t]+(?P<first>{_WORD})[-–/](?P<second>{LETTER}{{3,}})(?![\w/-])",
    )
)


def find(reading: Reading) -> Sightings:
    """Names and mail handles of persons who wrote or telephoned, in capitals or not."""
    for match in _FROM_TO.finditer(reading.joined.text):
        if match["office"] or match["second"]:
            yield from _parties(reading, match)
    for pattern in _BETWEEN:
        for match in pattern.finditer(reading.joined.text):
            yield from _two(reading, match)


def _two(reading: Reading, match: re.Match[str]) -> Iterator[tuple[Span, float]]:
    """Both parties, one of whom may have an ordinary word as name: LIMERICK/MORTENSON E-MAIL."""
    parties = [match["first"], match["second"]]
    if not all(word[0].isupper() for word in parties):
        return
    sure = [_may_be_party(reading, word) for word in parties]
    if all(sure) or (any(sure) and all(_may_be_called(reading, word) for word in parties)):
        for party in ("first", "second"):
            yield Span(match.start(party), match.end(party)), 0.75


def _may_be_called(reading: Reading, word: str) -> bool:
    """Whether an ordinary word may be a surname: not an office, abbreviation or small word."""
    folded, lexicon = fold(word), reading.lexicon
    if folded in reading.acronyms or lexicon.is_unnamed(folded) or folded in lexicon.titles:
        return False
    if folded in _DEPARTMENTS or folded in lexicon.institutions:
        return False
    return folded not in lexicon.small_words and folded not in lexicon.offices


def _parties(reading: Reading, match: re.Match[str]) -> Iterator[tuple[Span, float]]:
    for party in ("first", "second"):
        word = match[party]
        if word and word[0].isupper() and _may_be_party(reading, word):
            yield Span(match.start(party), match.end(party)), 0.75


def _may_be_party(reading: Reading, word: str) -> bool:
    folded, lexicon = fold(word), reading.lexicon
    if folded in reading.acronyms or lexicon.is_unnamed(folded) or folded in lexicon.titles:
        return False
    if folded in lexicon.common or folded in lexicon.offices:
        return lexicon.is_name(folded) and folded not in lexicon.small_words
    return not looks_like_acronym(word)


DETECTOR = Detector("correspondents", "wrote, was written to or telephoned", find)
