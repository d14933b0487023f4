"""A title, rank or office and the name after it: GENERAL ROSSON, Dr. Jorge del Villar."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import CAPITALISED, UPPER, name_at, strength
from redact.persons.words import LETTER, WORD
from redact.sources import Span

_BETWEEN = re.compile(
    # SFC(P) and COL(R)
    r"(?:\([PR]\))?"
    r"(?:[ \t]+[dD]['’](?i:affaires)(?:,?[ \t]+(?i:a\.[ \t]?i\.|ad interim))?)?[ \t]{1,12}"
    r"(?:\((?i:ret(?:d|ired)?|res)\.?\)[ \t]{1,4})?"
    # MINISTER/COUNSELOR, MINENERGY/HYDROCARBONS
    r"|(?:/[^\W\d_]{3,20}(?:-\s?[^\W\d_]{2,20})?)?\.?[ \t]{1,12}(?:\([A-Z]{1,4}\)[ \t]{1,4})?|\."
)
_PARTICLES = re.compile(
    r"(?:(?:d[aeiou]|del|des|dos|das|van|von|ten|ter|bin|ibn|al|el)"
    rf"(?:[ \t](?:la|las|los|der|den))?[ \t])(?P<name>[^\W\d_a-z]{LETTER}{{2,}})"
)
# Forenames that are also places follow these: PRINCESS SOFIA, Queen Victoria.
_ROYAL = frozenset({"king", "lady", "prince", "princess", "queen", "sister", "brother"})
_JAPANESE = re.compile(rf"(?<![\w-])(?P<name>{CAPITALISED})-(?i:san|sama)\b")
# U BA HAN, in a text about Burma: elsewhere the letter is seldom a title.
_BURMA = re.compile(r"\b(?:burm(?:a|ese)|rangoon|myanmar|yangon|mandalay)\b", re.IGNORECASE)
_BURMESE = re.compile(
    rf"(?<![\w(./'’-])(?:U|K[Oo]) (?P<name>{UPPER}{LETTER}+(?: {UPPER}{LETTER}+){{0,3}})"
)
# 5:30 P.M. POOL ASSEMBLES: a time, not Monsieur Pool
_HOUR = re.compile(r"\d[ \t]?[aApP]\.[ \t]?[mM]$")


def find(reading: Reading) -> Sightings:
    """Names after a title. Offices used as titles score lower where the name could be a word."""
    lexicon = reading.lexicon
    for match in _JAPANESE.finditer(reading.view):
        if not lexicon.is_unnamed(fold(match["name"])):
            yield Span(match.start("name"), match.end("name")), 0.85
    if _BURMA.search(reading.text):
        yield from _burmese(reading)
    for match in WORD.finditer(reading.view):
        folded = fold(match.group())
        titled = folded in lexicon.titles or _is_telegraphic(reading, folded)
        if not titled and folded not in lexicon.offices:
            continue
        if reading.view[max(0, match.start() - 1) : match.start()] in ("@", "/", "_"):
            continue
        if reading.view[max(0, match.start() - 1) : match.start()] == "." and match[0].islower():
            continue  # the end of an address, doe@example.gov
        if _HOUR.search(reading.view, max(0, match.start() - 8), match.end()):
            continue
        if match[0].lower().endswith(("'s", "’s")):
            continue  # AMBASSADOR'S CALL
        gap = _BETWEEN.match(reading.view, match.end())
        addressed = folded in lexicon.addresses and match.group()[0].isupper()
        addressed = addressed or (folded in _ROYAL and _is_forename(reading, gap))
        addressed = addressed or (gap is not None and titled and _is_particled(reading, gap.end()))
        name = name_at(reading, gap.end(), addressed=addressed) if gap else None
        if name is None and gap and titled:
            yield from _short_name(reading, gap.end())
        if name is None:
            continue
        if not addressed and fold(name.of(reading.view)) in lexicon.landmarks:
            continue  # KING STREET, PRINCE SQUARE
        known = strength(reading, name)
        if known >= 0.8:
            yield name, 0.9 if titled else 0.75
        elif known >= 0.5 and titled:
            # PRESIDENT READ A STATEMENT: in capitals a verb after an office looks like a name.
            doubtful = folded in lexicon.ordinary and _capitals(reading, name)
            if doubtful and folded == "major":
                continue  # MAJOR PRICE RISES
            if not (doubtful and reading.view.endswith("the ", 0, match.start())):
                yield name, 0.4 if doubtful else 0.7
        elif addressed:
            yield name, 0.7


def _burmese(reading: Reading) -> Sightings:
    """Names of one word or more after a Burmese form of address."""
    lexicon = reading.lexicon
    for match in _BURMESE.finditer(reading.view):
        words = match["name"].split(" ")
        folded = [fold(word) for word in words]
        kept = [
            not (f in lexicon.small_words or f in reading.acronyms or lexicon.is_unnamed(f))
            for f in folded
        ]
        count = kept.index(False) if False in kept else len(kept)
        if count:
            start = match.start("name")
            yield Span(start, start + len(" ".join(words[:count]))), 0.8


def _is_forename(reading: Reading, gap: re.Match[str] | None) -> bool:
    word = WORD.match(reading.view, gap.end()) if gap else None
    return word is not None and fold(word[0]) in reading.lexicon.forenames


def _is_particled(reading: Reading, start: int) -> bool:
    """Whether small words of a surname and a capitalized word follow: AMBASSADOR DE LA COLINA."""
    match = _PARTICLES.match(reading.view, start)
    if match is None or reading.foreign.touches(Span(start, match.end())):
        return False
    name = fold(match["name"])
    return name not in reading.lexicon.ordinary and name not in reading.lexicon.demonyms


def _short_name(reading: Reading, start: int) -> Sightings:
    """Two or three capitals after a title: President ZIA, or MINISTER and an abbreviation."""
    word = WORD.match(reading.view, start)
    if word is None or not word.group().isupper() or len(word.group()) > 3:
        return
    folded, lexicon = fold(word.group()), reading.lexicon
    explained = folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded)
    if len(folded) > 1 and not explained and folded not in lexicon.ordinary:
        yield Span(word.start(), word.end()), 0.5


def _capitals(reading: Reading, name: Span) -> bool:
    return in_capitals(reading.text[max(0, name.start - 60) : name.end + 60])


def _is_telegraphic(reading: Reading, folded: str) -> bool:
    """Whether it is a minister in telegraphic short form: MINMINES, MININDUSTRY."""
    return folded in reading.acronyms and folded.startswith(("min", "fon", "for"))


DETECTOR = Detector("title", "follows a title, rank or office", find)
