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
    lexicon = reading.lexicon
    for match in _LISTED.finditer(reading.view):
        surname, given = match["surname"], fold(match["given"])
        if not (surname[0].isupper() and match["given"][0].isupper()):
            continue
        if _INITIAL_BEFORE.search(reading.view, max(0, match.start() - 5), match.start()):
            continue
        if given not in lexicon.forenames or given in lexicon.ordinary or lexicon.is_unnamed(given):
            continue
        if may_be_name_word(reading, surname) and fold(surname) not in lexicon.ordinary:
            opens = match.start() == 0 or reading.view[match.start() - 1] in "\n("
            known = fold(surname) not in lexicon.forenames
            yield Span(match.start(), match.end()), 0.8 if opens else 0.6 if known else 0.5


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
