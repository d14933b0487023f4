"""Numbers and dates that identify a person, each found by the words that announce it.

Presidio's own recognizers know none of these in the forms telegrams use, and without the
announcing word any seven digits of a telegram would look like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from redact.persons.candidate import Candidate
from redact.persons.reading import Reading
from redact.persons.recognizers.detector import Detector, Sightings
from redact.sources import Span

_MONTH = (
    r"(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|"
    r"SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ./-]{{0,2}}{_MONTH}\.?[ .,/-]{{0,2}}(?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH}\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]{{1,3}}\d{{4}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})"
)
_OF = r"[ ]{0,2}(?:NO\.?|NR\.?|NBR\.?|NUMBER|NUM\.?|#|N[°º])?[ ]{0,2}[:#=-]?[ ]{0,3}"
_NUMBER = r"(?=(?:[A-Z./ -]*\d){4})(?P<value>[A-Z]{0,3}[ -]?\d[\dA-Z]*(?:[./ -]\d[\dA-Z]*){0,4})"

_BIRTH = r"DATE(?:[ ]AND[ ]PLACE)?[ ]OF[ ]BIRTH"
_WORDS = r"(?P<value>[^\W\d_][\w'’-]+(?:[ ,]{1,2}[^\W\d_][\w'’-]+){0,3}?)"
_CLOSE = r"(?=[ ]*(?:[.,;/)\n]|$|[ ]{2}))"

_PATTERNS: tuple[tuple[str, str, float, str], ...] = (
    (
        "PASSPORT",
        "is announced as a passport number",
        0.85,
        rf"\b(?:PASSPORTS?|PPT|PASAPORTE|PASSEPORT)\b{_OF}(?:IS[ ])?{_NUMBER}",
    ),
    (
        "NATIONAL_ID",
        "is announced as a national identity number",
        0.85,
        r"\b(?:NATIONAL[ ](?:ID(?:ENTITY|ENTIFICATION)?)(?:[ ]CARD)?|IDENTITY[ ]CARD|ID[ ]CARD|"
        r"CEDULA(?:[ ]DE[ ]IDENTIDAD)?|C\.?[ ]?I\.|D\.?N\.?I\.?|RUT|CURP|CARNET|CNIC|IIN|"
        r"PERSONAL[ ](?:ID|CODE|NUMBER)|CARTE[ ]D['’]IDENTITE|CARTEIRA[ ]DE[ ]IDENTIDADE)"
        rf"{_OF}{_NUMBER}",
    ),
    (
        "VISA_NUMBER",
        "is announced as a visa, alien or case number",
        0.8,
        r"\b(?:VISA(?:[ ]FOIL)?(?:[ ]CASE)?|ALIEN(?:[ ]REGISTRATION)?|FOIL|A-?NUMBER|"
        rf"SEVIS(?:[ ]ID)?|CASE[ ]ID)[ ](?:NO\.?|NR\.?|NUMBER|#){_OF}{_NUMBER}",
    ),
    (
        "DATE_OF_BIRTH",
        "is announced as a date of birth",
        0.85,
        rf"\b(?:D\.?P?\.?O\.?B\.?|{_BIRTH}|BORN(?:[ ]ON)?|BIRTH(?:DAY|[ ]?DATE)|"
        r"FECHA[ ]DE[ ]NACIMIENTO|NACIDO(?:[ ]EL)?|N[ÉE]E?[ ]LE)[ ]{0,2}[:=-]?[ ]{0,3}"
        rf"(?:IS[ ]|WAS[ ])?(?P<value>{_DATE})",
    ),
    (
        "PLACE_OF_BIRTH",
        "is announced as a place of birth",
        0.75,
        r"\b(?:P\.?O\.?B\.?|PLACE[ ]OF[ ]BIRTH|BIRTH[ ]?PLACE|LUGAR[ ]DE[ ]NACIMIENTO)"
        rf"[ ]{{0,2}}[:=-][ ]{{0,3}}{_WORDS}{_CLOSE}",
    ),
    (
        "PLACE_OF_BIRTH",
        "follows a date of birth",
        0.7,
        rf"\b(?:DPOB|{_BIRTH}|DPB)[ ]{{0,2}}[:=-]?[ ]{{0,3}}{_DATE}[,;/ ]{{1,3}}(?:IN[ ])?"
        rf"{_WORDS}{_CLOSE}",
    ),
    (
        "PHONE_NUMBER",
        "is announced as a telephone number",
        0.8,
        r"\b(?:TEL(?:EPHONE|EFONO|\.)?|PHONE|FAX|CELL(?:PHONE|ULAR)?|MOBILE|MOB\.|STE|IVG|HOME|OFFICE)"
        r"(?:[ ](?:NO\.?|NUMBER|NR\.?|PHONE|TEL\.?))?[ ]{0,2}[:.#]?[ ]{0,3}"
        r"(?P<value>(?:\+|\(|\b)\d[\d() .-]{5,20}\d)(?!\d)",
    ),
    (
        "ACCOUNT_NUMBER",
        "is announced as an account number",
        0.8,
        r"\b(?:(?:BANK[ ])?(?:ACCOUNT|ACCT\.?)|CUENTA)[ ](?:NO\.?|NR\.?|NUMBER|#)"
        rf"{_OF}{_NUMBER}",
    ),
    (
        "VEHICLE_PLATE",
        "is announced as a vehicle plate",
        0.75,
        r"\b(?:LICEN[SC]E[ ]PLATES?|PLATES?|TAGS?[ ]NUMBER)[ ](?:NO\.?|NR\.?|NUMBER|#)"
        rf"{_OF}{_NUMBER}",
    ),
)


def _finder(expression: str, score: float) -> Callable[[Reading], Sightings]:
    pattern = re.compile(expression.replace("[ ]", r"[ \t]"), re.IGNORECASE)

    def find(reading: Reading) -> Sightings:
        for match in pattern.finditer(reading.view):
            start, end = match.span("value")
            written = match["value"]
            end -= len(written) - len(written.rstrip(" .-/"))
            yield Span(start, end), score

    return find


IDENTIFIERS: tuple[Detector, ...] = tuple(
    Detector(f"announced-{kind.lower().replace('_', '-')}-{number}", reason, _finder(e, s), kind)
    for number, (kind, reason, s, e) in enumerate(_PATTERNS, start=1)
)


# Presidio's own recognizers give these a low score until a word announces them.
_ANNOUNCEMENTS = {
    "EMAIL_ADDRESS": re.compile(r""),  # the sign in it announces itself
    "US_SSN": re.compile(r"\b(?:SSN|SOCIAL SECURITY)\b.{0,20}$", re.IGNORECASE | re.DOTALL),
    "PHONE_NUMBER": re.compile(
        r"(?:\b(?:TEL|PHONE|FAX|CELL|MOBILE|CALL|NUMBER)\w*\b.{0,20}|[+(]\d*)$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_REACH = 40


def announced(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate, surer when the words before it or its own form say what it is."""
    announcement = _ANNOUNCEMENTS.get(candidate.kind)
    if announcement is None or candidate.score >= 0.8:
        return candidate
    start = candidate.span.start
    if announcement.search(reading.view[max(0, start - _REACH) : start + 2]):
        return replace(candidate, score=0.8)
    return candidate
