"""Evidence of a telegram: lines found only in telegrams, and lines that other texts have too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.documents.banner.classification_line import (
    could_state_a_level,
    read_classification_line,
)
from redact.documents.evidence.blocks import heading_sign
from redact.documents.head import signs
from redact.documents.head.page_headings import is_page_heading
from redact.documents.lines import TextLine
from redact.markings.register import Register
from redact.patterns import pattern

_ONLY_TELEGRAMS = (
    signs.TRANSMISSION_ID,
    signs.DE,
    signs.OFFICES,
)
_OPERATING_SIGNAL = pattern(r"ZN[RY] [A-Z]{3,5}\b")
_ROUTING = pattern(r"(?:ZZ|OO|PP|RR|MM|YY)(?: [RUQ][A-Z]{3,6})+$")
_ROUTED = pattern(r"(?:INFO |TO )?RU[A-Z]{2,5}/ ?[A-Z]")
_POST = pattern(r"(?:FM|TO|INFO):? (?:RU[A-Z]{2,5}/|SECSTATE|SECDEF|AMM?EMB|AMCONSUL|US)[A-Z]*")
_ORDER_OF_A_PAPER = pattern(
    r".{0,40}\d[.,;:]{0,2} ?(?:AS AMENDED\b[.,;:]{0,2} ?)?(?:SEC|REASONS?\b|\u00a7|1\.[3-8])",
    re.IGNORECASE,
)
"""An order cited as in papers, by what follows its number: ``E.O. 13526, Reasons: 1.4(b)``."""
_CAPTIONS = frozenset(("EXDIS", "NODIS", "STADIS"))
_TAG = pattern(r"(?:[A-Z]{2}|[ABCEMOPST][A-Z]{3}|K[A-Z]{3})$")
_BETWEEN_TAGS = pattern(r"[\s,;:()\[\]#.]+")
_SERIAL = pattern(r"\b0\d{3,5}\b|\d{5,6}\b")
_PAGE_OF_TELEGRAM = pattern(r"PAGE \d\d\b")

ENOUGH = 2
"""Minimum weight of the lines of a telegram."""


def weigh_telegram(text: str, lines: Iterable[TextLine], register: Register) -> int:
    """Weight of the lines as evidence of a telegram; one found only in telegrams gives `ENOUGH`.

    Spaced-out levels, captions and E.O. lines also occur on memoranda, which are recognized by
    their heading.
    """
    lines = tuple(lines)
    found: set[str] = set()
    for index, line in enumerate(lines):
        what = _sign(text, line, register, first=index == 0)
        if what == "telegram":
            return ENOUGH
        if what is not None:
            found.add(what)
    if found & {"spaced-level", "caption", "order"} and heading_sign(lines) is None:
        return ENOUGH
    return len(found)


def _sign(text: str, line: TextLine, register: Register, *, first: bool) -> str | None:
    """``telegram`` for a line found only in telegrams, another word for one that other texts have
    too, ``None`` for any other line.
    """
    head = line.head
    if any(sign.match(head) for sign in _ONLY_TELEGRAMS) or _OPERATING_SIGNAL.match(head):
        return "telegram"
    if _ROUTING.match(head) or _ROUTED.match(head) or _POST.match(head) or head == "SIPDIS":
        return "telegram"
    if head in _CAPTIONS:
        return "caption"
    if signs.DATE_TIME_GROUP.match(head) and "Z" in head.upper() and len(head) < 60:
        return "telegram"
    if signs.EXECUTIVE_ORDER.match(head):
        return None if _ORDER_OF_A_PAPER.match(head) else "order"
    if signs.TAGS.match(head):
        return "telegram" if _names_tags(head) else "tags"
    if is_page_heading(head, register) and any(c.isdigit() for c in head[7:]):
        return "telegram" if _PAGE_OF_TELEGRAM.match(head) or _SERIAL.search(head) else "page"
    if first or could_state_a_level(head):
        stated = read_classification_line(text, line, register, first=first)
        if stated is not None:
            if not _is_its_own(head, stated.number):
                return "classification-line"
            return "telegram" if stated.number or stated.section else "spaced-level"
    if signs.PRECEDENCE.match(head) or signs.FROM.match(head) or signs.KNOWN_ADDRESSEE.match(head):
        return "address" if head.isupper() else None
    return None


def _is_its_own(head: str, number: str | None) -> bool:
    """Whether a classification line is unmistakable: spaced out, abbreviated or with a serial."""
    spaced = all(len(word) == 1 for word in head.split()[:5])
    short = head.startswith("UNCLAS") and not head.startswith("UNCLASSIFIED")
    serial = number is not None and (number[0] == "0" or len(number) > 4)
    return spaced or (head.isupper() and (short or serial))


def _names_tags(head: str) -> bool:
    """Whether at least half of the words on a TAGS line look like TAGS."""
    words = [word for word in _BETWEEN_TAGS.split(head)[1:] if word]
    return 2 * sum(_TAG.match(word) is not None for word in words) >= len(words)
