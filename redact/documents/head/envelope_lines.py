"""Lines of the envelope and of an archive's distribution list."""

from __future__ import annotations

import re

from redact.documents.head import signs
from redact.documents.head.captions import is_caption_line
from redact.documents.head.header_lines import ANY_FIELD
from redact.markings.register import Register
from redact.patterns import pattern

_OPENING = signs.any_of(
    signs.TRANSMISSION_ID, signs.DE, signs.OPERATING_SIGNAL, signs.DATE_TIME_GROUP
)
_RECORD = signs.any_of(_OPENING, signs.PRECEDENCE, signs.FROM, signs.EXECUTIVE_ORDER, signs.OFFICES)
_DISTRIBUTION = signs.any_of(signs.OFFICES, signs.RULER, signs.DISTRIBUTION)
_ADDRESSES = signs.any_of(
    signs.PRECEDENCE,
    signs.FROM,
    signs.TO,
    signs.INFO,
    signs.EXEMPT,
    signs.ROUTED,
    signs.BREAK,
)
_LABEL = pattern(r"(?:TO|INFO|XMT):? ")
_GROUP = pattern(r"\d{5,7}Z? ?[A-Z]{3}", re.IGNORECASE)
_LONGEST_ADDRESSEE = 64


def opens_envelope(head: str) -> bool:
    """Whether a line is one of those an envelope begins with: FL1, FL3, FL4 or FL5."""
    return _OPENING.match(head) is not None


def begins_record(head: str) -> bool:
    """Whether a line can only belong to a telegram, near its top."""
    return _RECORD.match(head) is not None


def is_address_line(head: str, register: Register, *, after_blank: bool) -> bool:
    """Whether a line belongs to an envelope that has begun.

    Addressees are listed together: after a blank line only a known form of addressee counts. A line
    in lower case, or as long as a line of text, is not an addressee.
    """
    if _ADDRESSES.match(head):
        return True
    if ANY_FIELD.match(head) or is_caption_line(head, register):
        return False
    if signs.NUMBERED.match(head) or len(head) > _LONGEST_ADDRESSEE or any(map(str.islower, head)):
        return False
    return not after_blank or signs.KNOWN_ADDRESSEE.match(head) is not None


def is_lone_addressee(head: str) -> bool:
    """Whether a line without its envelope is an addressee, as in a fragment of a telegram."""
    if signs.ROUTED.match(head):
        return True
    label = _LABEL.match(head)
    return label is not None and signs.KNOWN_ADDRESSEE.match(head, label.end()) is not None


def is_distribution_line(head: str) -> bool:
    """Whether a line belongs to the office list, the drafting lines or the ruler below them."""
    return _DISTRIBUTION.match(head) is not None


def group_of(head: str) -> str:
    """The date-time group of a line without prosigns and year, to compare with another."""
    match = _GROUP.search(head)
    return match[0].upper() if match else head
