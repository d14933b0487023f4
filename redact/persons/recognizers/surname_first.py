"""Surname first: VANCE, CYRUS as in TAGS, E.O. lines, visa requests and lists."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.persons.weighing.name_shape import NOT_INITIALS, may_be_name_word
from redact.persons.words import LETTER
from redact.sources import Span

_SURNAME = rf"{LETTER}{{2,}}(?:['’]{LETTER}{{2,}})?(?:[ -]{LETTER}{{2,}}){{0,2}}"
_GIVEN = rf"{LETTER}{{2,}}(?:-{LETTER}{{2,}})?(?:[ ]{LETTER}(?:\.|\b)){{0,2}}(?:[ ]{LETTER}{{3,}})?"
_BRACKETED = re.compile(
    rf"\(\s*(?P<name>{_SURNAME}(?:,\s*(?:{_GIVEN}|{LETTER}\.(?:\s?{LETTER}\.)*)"
    rf"(?:\s+{LETTER}\.)?)?(?:,?\s(?:JR|SR|III|IV)\.?)?)\s*\)"
)
_LISTED = re.compile(
    rf"(?<![\w-])(?P<surname>{LETTER}{{2,}}(?:-{LETTER}{{2,}})?),[ \t]{{1,3}}"
    rf"(?P<given>{LETTER}{{2,}})(?P<rest>(?:[ \t]{LETTER}\.){{0,2}})"
)
# DOE, MAX (NMI), DPOB 3 MAY 1941 SAMPLETON
_BORN = re.compile(
    rf"^[ \t]*(?:\(?[A-Z\d]{{1,2}}[.)][ \t]*|-[ \t]*)?"
    rf"(?P<name>{LETTER}[^\W\d_.,'’ ()-]{{1,30}}(?:[.,'’ ()-]{{1,3}}{LETTER}{{1,30}}){{1,5}}[.)]?)"
    r",[ \t]{0,3}(?:DPOB|D/POB|DPB|DOB|POB|BORN|AGED?)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SURNAME_FIRST = re.compile(r",|\([NLF]M[INU]\)|\b[LF]NU\b", re.IGNORECASE)
# In OF J. QUIRKE, ROBERT BELLAMY the comma separates two persons.
_INITIAL_BEFORE = re.compile(rf"(?<!{LETTER}){LETTER}\.[ \t]{{0,2}}$")
_WITH_INITIALS = re.compile(
    rf"(?<![\w-])(?P<surname>{LETTER}{{3,}}(?:-{LETTER}{{2,}})?),[ \t]{{0,3}}"
    rf"(?P<initials>{LETTER}\.(?:[ ]?{LETTER}\.)+|{LETTER}\.(?=[ \t]*(?:[/;,)(]|\r?\n|$)))"
)
# ELECTRICA, S.A. is a firm.
_LEGAL_FORM = re.compile(r"(?:S\. ?A|S\. ?R\. ?L|S\. ?P\. ?A|N\. ?V|A\. ?G|B\. ?V)\.", re.I)
_MAIL = re.compile(
    r"^[ \t>]{0,12}(?:From|To|Cc|Bcc|Sent by)[ \t]*:[ \t]*(?P<list>[^\r\n]{3,400})",
    re.IGNORECASE | re.MULTILINE,
)
_IN_MAIL = re.compile(
    rf"(?:^|;)[ \t]*(?P<name>(?P<surname>{_SURNAME}),[ ]"
    rf"(?P<given>{LETTER}[a-z]{LETTER}{{0,20}})(?:[ -]{LETTER}{{1,20}}\.?){{0,2}})"
    r"(?=[ \t]*(?:[;<(\[]|$))"
)
_CAPITAL_BEFORE = re.compile(rf"(?P<word>[A-Z]{LETTER}+)[ \t]+$")
_CAPITAL_AFTER = re.compile(rf"[ \t]+[A-Z]{LETTER}+")
# Welfare, arrests, visas, passports, federal benefits, citizenship.
_CONSULAR = re.compile(r"C(?:ASC|ARR|VIS|PAS|FED|ACS|DES|LOC)")
_OPENS = re.compile(r"(?:^|[\n,;(]|\b\d{1,2}[.)]|\band)[ \t]*$", re.IGNORECASE)
_LINES = frozenset({"tags", "executive-order", "references"})


def find(reading: Reading) -> Sightings:
    """Names in brackets after a TAGS term, and SURNAME, FORENAME anywhere."""
    for zone in spans_of(reading.document, _LINES):
        for match in _BRACKETED.finditer(reading.text, zone.start, zone.end):
            words = [fold(w) for w in re.findall(rf"{LETTER}{{2,}}", match["name"])]
            if any(w in reading.acronyms or w in reading.lexicon.terms for w in words):
                continue
            if "," not in match["name"] and not _is_tag(reading, zone, words):
                continue
            yield Span(match.start("name"), match.end("name")), 0.9
    yield from _with_initials(reading)
    yield from _in_mail(reading)
    for match in _BORN.finditer(reading.text):
        if _SURNAME_FIRST.search(match["name"]) and match["name"][0].isupper():
            yield Span(match.start("name"), match.end("name")), 0.85
    yield from _of_consular(reading)
    lexicon = reading.lexicon
    for match in _LISTED.finditer(reading.view):
        surname, given = match["surname"], fold(match["given"])
        if not (surname[0].isupper() and match["given"][0].isupper()):
            continue
        if _INITIAL_BEFORE.search(reading.view, max(0, match.start() - 5), match.start()):
            continue
        if given not in lexicon.forenames or given in lexicon.ordinary or lexicon.is_unnamed(given):
            continue
        if _is_between_full_names(reading, match):
            continue
        if may_be_name_word(reading, surname) and fold(surname) not in lexicon.ordinary:
            opens = match.start() == 0 or reading.view[match.start() - 1] in "\n("
            if not opens and _begins_full_name(reading, match):
                continue
            known = fold(surname) not in lexicon.forenames
            yield Span(match.start(), match.end()), 0.8 if opens else 0.6 if known else 0.5


def _begins_full_name(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the second word begins a name after an unlisted first: SOLVIT, JULIUS BRANDT."""
    listed = fold(match["surname"]) in reading.lexicon.surnames
    return not listed and _CAPITAL_AFTER.match(reading.view, match.end("given")) is not None


def _of_consular(reading: Reading) -> Sightings:
    """In a consular telegram also names that are ordinary words: BLACK, JAY, CHURCH, FAITH."""
    telegram, lexicon, text = reading.document.telegram, reading.lexicon, reading.text
    if telegram is None or not any(_CONSULAR.fullmatch(tag.text) for tag in telegram.tags):
        return
    match = _LISTED.search(text)
    while match is not None:
        surname, given = fold(match["surname"]), fold(match["given"])
        named = surname in lexicon.surnames and given in lexicon.forenames
        explained = lexicon.is_unnamed(surname) or {surname, given} & lexicon.small_words
        opening = _OPENS.search(text, max(0, match.start() - 8), match.start())
        written = match["surname"][0] + match["given"][0]
        taken = named and not explained and written.isupper() and opening is not None
        if taken:
            yield Span(match.start(), match.end()), 0.65
        match = _LISTED.search(text, match.end() if taken else match.end("surname"))


def _is_between_full_names(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the comma separates two names of two words: Levi Quirke, Ralph Rosson."""
    following = _CAPITAL_AFTER.match(reading.view, match.end("given"))
    before = _CAPITAL_BEFORE.search(reading.view, max(0, match.start() - 40), match.start())
    if following is None or before is None:
        return False
    return fold(before["word"]) not in reading.lexicon.titles


def _with_initials(reading: Reading) -> Sightings:
    """A surname followed by a comma and initials: POC/SMITHERS, T.J."""
    for match in _WITH_INITIALS.finditer(reading.view):
        surname = match["surname"]
        if not surname[0].isupper() or NOT_INITIALS.match(match["initials"]):
            continue
        if _LEGAL_FORM.match(match["initials"]) and not reading.lexicon.is_name(fold(surname)):
            continue
        if may_be_name_word(reading, surname) and fold(surname) not in reading.lexicon.ordinary:
            yield Span(match.start(), match.end()), 0.75


def _in_mail(reading: Reading) -> Sightings:
    """Senders and recipients of an e-mail: Roe, Jane Q; Sample, Max."""
    for line in _MAIL.finditer(reading.text):
        for match in _IN_MAIL.finditer(line["list"]):
            if match["surname"][0].isupper() and may_be_name_word(reading, match["surname"]):
                at = line.start("list")
                yield Span(at + match.start("name"), at + match.end("name")), 0.9


def _is_tag(reading: Reading, zone: Span, words: list[str]) -> bool:
    """Whether a single name in brackets may be a TAGS term: OVIP (STEINBERG), not (NOTAL)."""
    kinds = {s.kind for s in reading.document.segments if s.span.overlaps(zone)}
    return "tags" in kinds and not all(w in reading.lexicon.ordinary for w in words)


DETECTOR = Detector("surname-first", "is written surname first", find)
