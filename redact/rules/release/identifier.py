"""Identifiers of individuals in running text: numbers and addresses known by the words before them.

Each kind is a word that announces it and the form of the value; the value is looked for in a short
window after the word. Both patterns are simple enough to run in time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Identifier:
    """One visible identifier: its kind and the span of its value."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Announced:
    """A kind of identifier: the word that announces it, the value, how far apart they may be."""

    kind: str
    word: re.Pattern[str]
    value: re.Pattern[str]
    window: int = 40


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_FULL_DATE = _pattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?[ .-]{{0,2}}{_MONTH}[ .,-]{{0,3}}\d{{2,4}}"
    rf"|{_MONTH}\.?\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)\b"
)
# Up to three capitals and six or more digits, blanks and hyphens between: N1234567, AB 12-34567.
_NUMBER = pattern(r"(?<![\w/])(?:(?!NO|NR|IS)[A-Z]{1,3}[- ]?)?\d[\d -]{4,16}\d\b")
_PHONE = _pattern(r"(?<![\w/])\+?\(?\d[\d(). -]{5,18}\d\b")

_ANNOUNCED = (
    _Announced(
        "social security number",
        _pattern(r"\b(?:ssn|social\s+security\s+(?:no|number|num|#))\b"),
        _pattern(r"\b\d{3}[- ]?\d{2}[- ]?\d{4}\b"),
    ),
    _Announced("passport number", _pattern(r"\b(?:passports?|ppt)\b"), _NUMBER),
    _Announced(
        "visa number",
        _pattern(r"\bvisa\s+(?:no|number|num|foil|control|case|annotation)\b"),
        _NUMBER,
    ),
    _Announced(
        "identity card number",
        _pattern(
            r"\b(?:identity\s+card|national\s+id(?:entity|entification)?|id\s+card|tax\s+id)\b"
        ),
        _NUMBER,
    ),
    _Announced(
        "date of birth",
        _pattern(r"\b(?:d\.?o\.?b|d\.?p\.?o\.?b|dates?\s+of\s+birth|birth\s?dates?|born)\b"),
        _FULL_DATE,
        window=32,
    ),
    _Announced(
        "personal telephone number",
        _pattern(
            r"\b(?:(?:home|personal|private|residence)\s+(?:tele)?(?:phone|number|tel)"
            r"|cell(?:ular|\s?phone)?(?:\s+(?:phone|no|number|tel))?(?=\W{0,3}[+(\d])"
            r"|(?:cell|cellular|mobile|gsm)\s+(?:tele)?(?:phone|number|no|tel)"
            r"|mobile(?=\W{0,3}[+(\d]))"
        ),
        _PHONE,
    ),
    _Announced(
        "home address",
        _pattern(
            r"\b(?:home|residential|residence|private)\s+address|\b(?:resid(?:es|ed|ing)|liv(?:es|ing))\s+at\b"
        ),
        _pattern(r"\b\d{1,5}[a-z]?\b"),
        window=60,
    ),
    _Announced(
        "bank account number",
        _pattern(
            r"\b(?:bank\s+account|account\s+(?:no|number|num|#)|acct\.?(?:\s+(?:no|number))?|iban)\b"
        ),
        _pattern(r"(?<![\w/])(?:[a-z]{2}\d{2}[a-z0-9 ]{10,32}|\d[\d -]{5,22}\d)\b"),
    ),
)

_HYPHENATED_SSN = pattern(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_MAIL = _pattern(
    r"(?<![\w.+-])([a-z0-9][\w.+-]{0,63})\s?(?:@|[(\[]at[)\]])\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}\b"
)
_SENTENCE_END = _pattern(r"[a-z]{4}[.;]\s|\n[ \t\r]*\n")
_DIGITS = pattern(r"\d")
_FEWEST_DIGITS = {"passport number": 6, "visa number": 6, "personal telephone number": 6}


def find_identifiers(text: str, functional_mailboxes: tuple[str, ...]) -> tuple[Identifier, ...]:
    """The identifiers in ``text`` by place; mailboxes of an office are none."""
    found = [*_announced(text), *_mail(text, functional_mailboxes)]
    found += [
        Identifier("social security number", Span(*match.span()))
        for match in _HYPHENATED_SSN.finditer(text)
    ]
    apart: list[Identifier] = []
    for identifier in sorted(found, key=lambda identifier: (identifier.span, identifier.kind)):
        if not apart or apart[-1].span.end <= identifier.span.start:
            apart.append(identifier)
    return tuple(apart)


def _announced(text: str) -> Iterator[Identifier]:
    for announced in _ANNOUNCED:
        for word in announced.word.finditer(text):
            value = announced.value.search(text, word.end(), word.end() + announced.window)
            if value is None or _is_interrupted(text[word.start() : value.start()]):
                continue
            digits = len(_DIGITS.findall(value[0]))
            if digits >= _FEWEST_DIGITS.get(announced.kind, 1):
                yield Identifier(announced.kind, Span(*value.span()))


def _is_interrupted(between: str) -> bool:
    """Whether a sentence or a paragraph ends before the value.

    "NO." and "D.O.B." end no sentence: only a full stop after a longer word does.
    """
    return _SENTENCE_END.search(between) is not None


def _mail(text: str, functional_mailboxes: tuple[str, ...]) -> Iterator[Identifier]:
    for match in _MAIL.finditer(text):
        if match[1].lower() not in functional_mailboxes:
            yield Identifier("e-mail address", Span(*match.span()))
