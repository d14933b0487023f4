"""What kind of document a text is."""

from __future__ import annotations

import re

from redact.documents import signs
from redact.documents.classification_line import could_state_a_level, read_classification_line
from redact.documents.lines import TextLine
from redact.documents.page_headings import is_page_heading
from redact.documents.stamps import find_stamps
from redact.markings.register import Register
from redact.patterns import pattern

KINDS = ("telegram", "military", "memorandum", "cui", "public-copy", "text")

LOOK_AHEAD = 400
"""Lines from the top that are looked at."""

_OWN_HEADER = pattern(
    r"classification markings below are cancelled for this copy|- cancelled for this copy\]",
    re.IGNORECASE,
)
_RELEASE_STAMP = pattern(
    r"\W{0,4}(?:RELEASED? IN (?:PART|FULL)|DENIED IN (?:PART|FULL)|EXCISED? COPY|SANITIZED COPY)\b",
    re.IGNORECASE,
)
_PUBLIC_WORDS = ("RELEASE", "DENIED", "EXCISE", "SANITIZED", "CANCELLED FOR THIS COPY")
"""One of these is in every line that shows a public copy."""
_LABEL = pattern(r"\[(?:\(b\)\([1-9]\)|B[1-9]\b|1\.4\([A-Ha-h]\)[,\s]|25X[1-9])[^\]\r\n]{0,80}\]")
_CUI_BANNER = pattern(r"(?:CUI|CONTROLLED)(?://[A-Z0-9 ,/-]+)?$")
_CUI_DESIGNATION = pattern(
    r"(?:CONTROLLED BY|CUI CATEGORY|LIMITED DISSEMINATION CONTROL)\b ?:", re.IGNORECASE
)
_MEMORANDUM = pattern(
    r"(?:INFORMATION |ACTION |EXECUTIVE )?MEMORANDUM\b|MEMORANDUM (?:FOR|OF|TO)\b"
    r"|(?:DERIVED FROM|DECLASSIFY ON|CLASSIFIED BY) ?:",
    re.IGNORECASE,
)
_MILITARY = pattern(
    r"(?:SUBJ/|MSGID/|REF/[A-Z]/|UNCLAS//[N0-9]|[A-Z ]+//N?\d{5}//|GENTEXT/|POC/|RMKS/)"
)
_TELEGRAM = (
    signs.TRANSMISSION_ID,
    signs.DE,
    signs.OPERATING_SIGNAL,
    signs.TAGS,
    signs.EXECUTIVE_ORDER,
    signs.OFFICES,
)
_BANNER = pattern(r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)(?://[A-Z0-9 ,/-]+)?$")


def detect_kind(text: str, lines: tuple[TextLine, ...], register: Register) -> str:
    """One of `KINDS`; ``text`` when nothing tells more.

    A public copy is named so whatever it is a copy of. A telegram needs one line that only
    telegrams have, so that pieces of telegrams are known too.
    """
    top = lines[:LOOK_AHEAD]
    stamped = frozenset(index for stamp in find_stamps(text, top) for index in stamp)
    heads = [line for index, line in enumerate(top) if line.head and index not in stamped]
    if _is_public_copy(text, [line for line in top if line.head]):
        return "public-copy"
    if "//" in text and any(_MILITARY.match(line.head) for line in heads):
        return "military"
    if any(_is_telegram_line(text, line, register) for line in heads) or (
        heads and read_classification_line(text, heads[0], register, first=True)
    ):
        return "telegram"
    if any(_CUI_BANNER.match(line.head) for line in heads) and not any(
        _BANNER.match(line.head) for line in heads
    ):
        return "cui"
    if any(_CUI_DESIGNATION.match(line.head) for line in heads):
        return "cui"
    if any(_MEMORANDUM.match(line.head) or _BANNER.match(line.head) for line in heads):
        return "memorandum"
    return "text"


def _is_public_copy(text: str, heads: list[TextLine]) -> bool:
    top = text[: heads[:40][-1].end].upper() if heads else ""
    if any(word in top for word in _PUBLIC_WORDS) and any(
        _RELEASE_STAMP.match(line.head) or _OWN_HEADER.search(line.head) for line in heads[:40]
    ):
        return True
    return "[" in text and _LABEL.search(text) is not None


def _is_telegram_line(text: str, line: TextLine, register: Register) -> bool:
    head = line.head
    if any(sign.match(head) for sign in _TELEGRAM) or signs.PRECEDENCE.match(head):
        return True
    if signs.DATE_TIME_GROUP.match(head) and "Z" in head.upper() and len(head) < 60:
        return True
    if (
        signs.FROM.match(head)
        or signs.KNOWN_ADDRESSEE.match(head)
        or head in ("SIPDIS", "EXDIS", "NODIS", "STADIS")
    ):
        return True
    if is_page_heading(head, register) and any(c.isdigit() for c in head[7:]):
        return True
    return (
        could_state_a_level(head)
        and read_classification_line(text, line, register, first=False) is not None
    )
