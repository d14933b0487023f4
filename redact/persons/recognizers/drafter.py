"""Drafters, clearing and approving officers: DRAFTED BY ARA/AND:PBTAYLOR:LEE."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.sources import Span

_OPENING = re.compile(
    r"\b(?:DRAFT(?:ED|ER|ING)|APPROV(?:ED|ER|ING)|CLEAR(?:ED|ANCES?)|RELEAS(?:ED|ING)|AUTH(?:ORIZED)?)"
    r"(?:[ \t]+(?:BY|OFFICER|INFO))?\b[ \t]*:?",
    re.IGNORECASE,
)
_BLOCK_LINES = 14
_MOST_WORDS_TO_COLON = 6
_RULER = re.compile(r"-{6,}|^\s*$")
# An office symbol, a colon or dash, then initials and surname, perhaps the typist's initials.
_ENTRY = re.compile(
    r"(?:(?<=[:;/ \t])|(?<=-[ ])|^)(?:(?:MR|MS|MRS|MISS|DR|AMB|COL|CDR|CAPT)(?:\.[ \t]*|[ \t]+))?"
    r"(?P<name>(?:[A-Z]{1,3}[ ]|[A-Z](?:\.[ ]?[A-Z])?[.]?[ ]?)[A-Z][A-Z'-]{2,}"
    r"(?:[ ](?![A-Z]+/[A-Z&/-]+[ ]?:)[A-Z][A-Z'-]{3,})?)"
    r"(?=:[A-Z]{1,5}\b|[ \t]*(?:$|[(,;/]|[ ]{2}|\d|EXT|X\d)|[ \t]+[A-Z]+(?:/[A-Z&-]+)+[ ]?[:;])"
)
# The same from typewriters: POL:JQRoe:abc, EUR/RPM - Mr. Tuyl. SMART: ECON:Roe, Jane Q.
_MIXED_ENTRY = re.compile(
    r"(?:(?<=[:;])|(?<=[:;][ \t])|(?<=[-\u2013][ ]))[ \t]{0,3}"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Amb)\.?[ ]{1,2})?"
    r"(?P<name>(?:[A-Z]\.?[ ]?){0,3}[A-Z][a-z][\w'\u2019-]{1,20}"
    r"(?:[ ][A-Z]\.?)?(?:[ ][A-Z][a-z][\w'\u2019-]{1,20})?"
    r"(?:,[ ][A-Z][a-z][\w'\u2019-]{0,20}(?:[ ][A-Z]\b\.?)?(?=[ \t]*(?:$|[(;])))?)"
    r"(?=:[A-Za-z]{1,5}\b|[ \t]*(?:$|[(,;/]|[ ]{2}|\d))"
)
# RSparrow: an initial attached to the word makes it a surname.
_GLUED = re.compile(r"[A-Z]{1,3}[A-Z][a-z]{2}")
_ZONES = frozenset({"distribution", "body", "caption", "attention", "trailer"})


def find(reading: Reading) -> Sightings:
    """Names in the drafting block: the lines from DRAFTED BY or the like to the ruler."""
    text = reading.text
    for zone in spans_of(reading.document, _ZONES):
        left = 0
        start = zone.start
        for line in zone.of(text).splitlines(keepends=True):
            span = Span(start, start + len(line))
            start = span.end
            opening = _OPENING.search(line)
            if opening and _opens_block(line, opening):
                left = _BLOCK_LINES
            elif _RULER.search(line.rstrip("\r\n")) and left:
                left = 0
            if left:
                left -= 1
                at = span.start + (opening.end() if opening else 0)
                yield from _entries(reading, Span(at, span.end))


def _opens_block(line: str, opening: re.Match[str]) -> bool:
    """Whether the line names drafters or clearers.

    Not THE LOAN WAS / APPROVED BEFORE MAY, nor CLEARANCE GRANTED for a visit: PUMP TESTS.
    """
    colon = line.find(":", opening.end() - 1)
    if colon >= 0 and len(line[opening.end() : colon].split()) <= _MOST_WORDS_TO_COLON:
        return True
    alone = len(opening[0].split()) > 1 or not line[opening.end() :].strip()
    return alone and not line[: opening.start()].strip()


def _entries(reading: Reading, line: Span) -> Sightings:
    lexicon = reading.lexicon
    written = line.of(reading.text).rstrip("\r\n")
    for match in (*_ENTRY.finditer(written), *_MIXED_ENTRY.finditer(written)):
        before = written[: match.start()].rstrip()
        if before and not before.endswith((":", ";", "-", ".")):
            continue
        words = re.findall(r"[A-Z]{3,}|[A-Z][a-z][\w'\u2019-]+", match["name"])
        folded = [fold(w) for w in words]
        if any(f in lexicon.terms or f in reading.acronyms or f in lexicon.titles for f in folded):
            continue
        ordinary = all(f in lexicon.ordinary and not lexicon.is_name(f) for f in folded)
        if ordinary and _GLUED.match(match["name"]) is None:
            continue
        start = line.start + match.start("name")
        yield Span(start, line.start + match.end("name")), 0.8


DETECTOR = Detector("drafter", "drafted, cleared or approved the telegram", find)
