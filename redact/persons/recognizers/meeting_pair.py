"""Two persons named by their meeting: BANZER-PINOCHET MEETING, SMITH/JONES TELCON."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import CAPITALISED, may_be_name_word
from redact.persons.words import LETTER
from redact.sources import Span

_EVENT = (
    r"(?:meetings?|talks|telecons?|telcons?|telephone|phone|conversations?|convs?|memcons?|"
    r"letters?|communiqu[eé]s?|summits?|discussions?|interviews?|exchanges?|e-?mails?|memos?|"
    r"calls?|correspondence|dialogue|consultations?|regimes?|tickets?)"
)
_PAIR = re.compile(
    rf"(?<![\w/-])(?P<first>{CAPITALISED})(?:[-–—/]{{1,2}}[ ]{{0,12}}|[ ]-[ ])"
    rf"(?P<second>{CAPITALISED})"
    rf"(?P<third>[-–/]{CAPITALISED})?[ \t]+(?:{LETTER}+[ \t]+)?(?i:{_EVENT})\b"
)


def find(reading: Reading) -> Sightings:
    """Both names, unless either is a place, an abbreviation or an ordinary word."""
    for match in _PAIR.finditer(reading.view):
        groups = [g for g in ("first", "second", "third") if match[g]]
        written = [match[g].lstrip("-–/") for g in groups]
        if not all(w[0].isupper() and may_be_name_word(reading, w) for w in written):
            continue
        for group, word in zip(groups, written, strict=True):
            yield Span(match.end(group) - len(word), match.end(group)), 0.7


DETECTOR = Detector("meeting-pair", "is in the name of a meeting between two persons", find)
