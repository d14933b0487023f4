"""Names of three or four syllables: MME. LE THI BICH VAN, U AUNG THAN TUN."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.recognizers.family_first import SYLLABLE
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import UPPER
from redact.persons.words import LETTER
from redact.sources import Span

_MIDDLE = (
    r"(?:thi|van|duc|xuan|ngoc|quang|minh|thanh|huu|dinh|cong|trong|viet|hong|hoang|quoc|phuoc|"
    r"tuan|tien|phuong|bich|kim|hai|manh|huy|dang|khac)"
)
_WORD = rf"{UPPER}{LETTER}{{1,6}}"
_VIETNAMESE = re.compile(
    rf"(?<![\w/-])(?P<family>{_WORD})[ \t]{{1,2}}(?i:{_MIDDLE})[ \t]{{1,2}}(?P<given>{_WORD})"
    rf"(?:[ \t]{{1,2}}(?P<second>{_WORD}))?(?![\w/-])"
)
_BURMESE_SYLLABLE = (
    r"(?:aung|thein|thaung|than|thant|thet|thida|thura|tun|tin|tint|toe|myint|myat|myo|mya|myaing|"
    r"win|wai|maung|htun|htut|htoo|htay|hla|hlaing|htein|khin|khine|khaing|kyaw|kyi|kyin|lwin|linn|"
    r"lin|latt|naing|nyunt|nyein|nay|ohn|oo|pe|phone|phyo|phyu|saw|sein|shwe|shein|soe|swe|san|"
    r"sandar?|su|yin|yi|ye|yan|zaw|zeya|zarni|zin|aye|ba|chit|chan|min|moe|mon|mu|nu|ne|nyo|ngwe|"
    r"bo|gyi|galay|wunna|thwin|tha)"
)
_BURMESE = re.compile(
    rf"(?<![\w./-])(?:U|DAW|Daw)[ \t]{{1,2}}(?P<name>(?i:{_BURMESE_SYLLABLE})(?:[ \t]{{1,2}}"
    rf"(?=[A-Z])(?i:{_BURMESE_SYLLABLE})\b){{1,3}})(?![\w/-])"
)


def find(reading: Reading) -> Sightings:
    """Vietnamese family, middle and given name; two or more Burmese syllables after U or Daw."""
    lexicon = reading.lexicon
    for match in _VIETNAMESE.finditer(reading.joined.text):
        given = fold(match["given"])
        if fold(match["family"]) not in lexicon.families or not _is_syllable(given):
            continue
        if given in lexicon.small_words and given not in lexicon.families:
            continue
        second = fold(match["second"] or "")
        more = bool(re.fullmatch(_MIDDLE, second)) or (
            _is_syllable(second) and second not in lexicon.common
        )
        end = match.end("second" if more else "given")
        yield Span(match.start("family"), end), 0.75
    for match in _BURMESE.finditer(reading.joined.text):
        yield Span(*match.span("name")), 0.8


def _is_syllable(word: str) -> bool:
    return bool(re.fullmatch(SYLLABLE, word))


DETECTOR = Detector("syllables", "has the syllables of a Vietnamese or Burmese name", find)
