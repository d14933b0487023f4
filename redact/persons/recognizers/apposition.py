"""A description after a name and a comma: OKONJO, 43, AGREED; Quirke, head of the pump works."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.recognizers.name_before import name_before
from redact.persons.views.reading import Reading
from redact.persons.words import LETTER, WORD
from redact.sources import Span

_AGE = re.compile(
    r"(?:,[ \t]{1,3}(?:aged?[ \t]+)?[1-9]\d(?=,[ \t]{1,3}(?P<next>[^\W\d_]+))"
    r"|[ \t]\((?:aged?[ \t]+)[1-9]\d\)|,[ \t]{1,3}aged?[ \t]+[1-9]\d\b)",
    re.IGNORECASE,
)
_OF_SOMEBODY = (
    r"(?:man|deputy|wife|husband|widow|brother|sister|son|daughter|father|mother|cousin|uncle|aunt|"
    r"nephew|niece|lawyer|attorney|secretary|assistant|aide|driver|interpreter|bodyguard)"
)
# Closed by a comma: WHEN HE LEFT KESSIK, HIS WIFE STAYED names a town.
_WHOSE = re.compile(
    rf",[ \t]{{1,3}}(?:(?:his|her|their|our)|{LETTER}{{3,}}['’]s)[ \t]+(?:{LETTER}+[ \t]+)?"
    rf"{_OF_SOMEBODY}(?:[ \t]+{LETTER}+){{0,3}}(?=,)",
    re.IGNORECASE,
)
# Heads of firms too: OWNER, LEADER, FOUNDER, MEMBER OF.
_HEAD = re.compile(
    r",[ \t]{1,3}(?:(?:the|a|an|former|then|acting|deputy|vice|assistant|new)[ \t]+){0,3}"
    r"(?:(?P<person>head|director|manager|chairman|chairwoman|spokesman|spokeswoman|editor|"
    r"president|secretary|professor|chief|governor|mayor|author|dean|rector|widow|wife|son|"
    r"daughter|brother|sister|nephew|cousin)|owner|leader|founder|publisher)[ \t]+(?:of|for|at)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Sightings:
    """The name before an age, a family relation or an office."""
    for match in _AGE.finditer(reading.view):
        name = name_before(reading, match.start())
        if name is not None and (match["next"] is None or _goes_on(reading, match["next"])):
            yield name, 0.75
    for match in _WHOSE.finditer(reading.view):
        name = name_before(reading, match.start())
        if name is not None:
            yield name, 0.65
    for match in _HEAD.finditer(reading.view):
        name = name_before(reading, match.start())
        if name is not None:
            sure = match["person"] or _is_known(reading, name)
            yield name, 0.6 if sure else 0.45


def _goes_on(reading: Reading, word: str) -> bool:
    """Whether the clause continues; KESSIK, 43, IZMIT, 61, are places and numbers."""
    folded = fold(word)
    titled = folded in reading.lexicon.titles or folded in reading.lexicon.offices
    return (word[0].islower() or titled) and folded not in ("and", "or")


def _is_known(reading: Reading, name: Span) -> bool:
    words = [fold(w) for w in WORD.findall(name.of(reading.view))]
    return len(words) > 1 or any(reading.lexicon.is_name(w) for w in words)


DETECTOR = Detector("apposition", "is followed by an age, a relative or an office", find)
