"""A government named after its head: BANZER REGIME, the Obama Administration."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import CAPITALISED, may_be_name_word
from redact.persons.words import WORD
from redact.sources import Span

_RULE = (
    r"(?:[Rr]egimes?|[Aa]dministration|[Gg]overnment|[Cc]abinet|[Pp]residency|[Cc]oalition|"
    r"[Cc]amp|[Ff]action|[Cc]ampaign|[Ee]ra|[Ff]amily|[Ss]upporters|[Tt]icket)"
)
_NAMED_AFTER = re.compile(rf"(?<![\w./-])(?P<name>{CAPITALISED})[ \t]+{_RULE}\b")
_ARTICLE = re.compile(r"\b[Tt]he[ \t\r\n]{1,3}$")
# THE CABINET UNDER QUIRKE, a government headed by Quirke
_UNDER = re.compile(
    r"\b(?:[Rr]egime|[Aa]dministration|[Gg]overnment|[Cc]abinet|[Cc]oalition|[Jj]unta|[Ff]action)"
    rf"[ \t]+(?:under|led by|headed by|formed by)[ \t]+(?P<name>{CAPITALISED})(?![\w/-])"
)


def find(reading: Reading) -> Sightings:
    """The rare word before a word for rule or followers, or after it: THE CABINET UNDER QUIRKE."""
    for match in (*_NAMED_AFTER.finditer(reading.view), *_UNDER.finditer(reading.view)):
        word = match["name"]
        if not may_be_name_word(reading, word):
            continue
        if fold(word) in reading.lexicon.ordinary and not _is_head(reading, match.start("name")):
            continue
        known = reading.lexicon.is_name(fold(word))
        yield Span(match.start("name"), match.end("name")), 0.6 if known else 0.5


def _is_head(reading: Reading, start: int) -> bool:
    """Whether mixed case writes an ordinary word with a capital: the Bush government."""
    surname = fold(word[0]) if (word := WORD.match(reading.text, start)) else ""
    if surname not in reading.lexicon.surnames or surname in reading.lexicon.offices:
        return False
    if _ARTICLE.search(reading.text, max(0, start - 8), start) is None:
        return False
    return not in_capitals(reading.text[max(0, start - 60) : start + 60])


DETECTOR = Detector("administration", "names a government or following", find)
