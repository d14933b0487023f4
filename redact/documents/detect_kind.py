"""Detects what kind of document a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redact.documents.banner.classification_line import (
    could_state_a_level,
    read_classification_line,
)
from redact.documents.evidence import ENOUGH, Sign, find_signs, telegrams, weigh
from redact.documents.head import signs
from redact.documents.head.printed_forms import has_form
from redact.documents.lines import TextLine, split_lines
from redact.documents.wrapping.decorations import without_decorations
from redact.markings.register import Register
from redact.patterns import pattern

KINDS = ("telegram", "military", "memorandum", "cui", "public-copy", "text")

LOOK_AHEAD = 400
"""Number of lines from the top searched for lines of a telegram or a public copy."""

_OWN_HEADER = pattern(
    r"classification markings below are cancelled for this copy|- cancelled for this copy\]",
    re.IGNORECASE,
)
_RELEASE_STAMP = pattern(
    r"\W{0,4}(?:RELEASED? IN (?:PART|FULL)|DENIED IN (?:PART|FULL)|EXCISED? COPY|SANITIZED COPY)"
    r"(?:\W*$|[\W\d]+(?:B\d|\(B\)|\d|BY|ON|UNDER|DATE|AUTHORITY|1\.4|25X|E\.?O|U\.?S)\b)",
    re.IGNORECASE,
)
_PUBLIC_WORDS = ("RELEASE", "DENIED", "EXCISE", "SANITIZED", "CANCELLED FOR THIS COPY")
"""Every line that identifies a public copy contains one of these."""
_LABEL = pattern(r"\[(?:\(b\)\([1-9]\)|1\.4\([A-Ha-h]\)[,\s]|25X[1-9])[^\]\r\n]{0,80}\]")
_SHORT_LABEL = pattern(r"\[B[1-9]\b[^\]\r\n]{0,80}\]")
_OTHER_ORIGIN = pattern(
    r"FM (?:(?P<known>USDAO|DIA\b|JCS\b|JOINT STAFF|CDR|COM[A-Z]{3,}|U?S?CINC|CIA\b"
    r"|NSA\b|DIRNSA|FBIS|HQ\b|CNO\b|CMC\b|CSAF|SECDEF|OSD\b|COGARD)"
    r"|(?!(?:RU[A-Z]{2,5}/)?(?:SECSTATE|AM? ?M?EMB|AMCON|US ?MISSION|USDEL|USOFF|US ?CONS|DEPT"
    r"|US(?:INT|LO|UN|NATO|EU|OAS|IA)|STATE|REO\b|PRT\b|AIT\b|WHITE ?HOUSE|ALL\b))[A-Z]{2})"
)
"""The line of an originator that is no office of the Department or post abroad."""
_HEADER_OF_STATE = signs.any_of(signs.EXECUTIVE_ORDER, signs.TAGS)
_MILITARY = pattern(
    r"(?:SUBJ/|MSGID/|REF/[A-Z]/|UNCLAS//[N0-9]|[A-Z ]+//N?\d{5}//|GENTEXT/|POC/|RMKS/"
    r"|FM [A-Z0-9 .,-]{2,60}//[A-Z0-9 /-]{1,24}//$)"
)
_OF_AUTHORITY = frozenset(("classified-by", "reason", "derived-from", "declassify-on"))


def detect_kind(
    text: str, lines: tuple[TextLine, ...], stamps: Iterable[range], register: Register
) -> str:
    """One of `KINDS`; ``text`` when there is too little evidence that it is marked at all.

    A public copy is ``public-copy`` whatever it is a copy of. A single line found only in telegrams
    makes a telegram, so that fragments are recognized too; a paper needs signs of several kinds,
    since each also occurs in unmarked texts (`redact.documents.evidence`).
    """
    heads = [line for line in lines[:LOOK_AHEAD] if line.head]
    if _is_public_copy(text, heads):
        return "public-copy"
    stamped = {lines[index].start for stamp in stamps for index in stamp}
    if stamped:
        heads = [line for line in heads if line.start not in stamped]
    if "//" in text and any(_MILITARY.match(line.head) for line in heads):
        return "military"
    if telegrams.weigh_telegram(text, heads, register) >= telegrams.ENOUGH or has_form(heads):
        kind = "military" if _is_of_others(text, heads, register) else "telegram"
    else:
        kind = _kind_of_paper(find_signs(text, lines))
        if kind == "text":
            kind = _kind_without_decorations(text, lines)
    if kind != "text" and "[" in text and _SHORT_LABEL.search(text):
        return "public-copy"
    return kind


def is_copy_of_paper(
    text: str, lines: tuple[TextLine, ...], stamps: Iterable[range], register: Register
) -> bool:
    """Whether a public copy is one of a paper: by its lines no telegram, by its marks a paper. What
    shows that it is a public copy is one more sign that it is marked.
    """
    stamped = {lines[index].start for stamp in stamps for index in stamp}
    kept = tuple(line for line in lines if line.start not in stamped)
    heads = [line for line in kept[:LOOK_AHEAD] if line.head]
    if telegrams.weigh_telegram(text, heads, register) >= telegrams.ENOUGH or has_form(heads):
        return False
    signs_of_paper = find_signs(text, kept)
    cui = any(sign.system == "cui" for sign in signs_of_paper)
    return not cui and weigh(signs_of_paper) + 1 >= ENOUGH


def _is_of_others(text: str, heads: Sequence[TextLine], register: Register) -> bool:
    """Whether it is a message of the armed forces or another agency, though not written in sets: it
    lacks the header of the Department's telegrams and, unless its originator is known, a number.
    """
    senders = [line.head for line in heads if line.head.startswith("FM ")]
    origin = next((m for head in senders if (m := _OTHER_ORIGIN.match(head))), None)
    if origin is None or any(_HEADER_OF_STATE.match(line.head) for line in heads):
        return False
    stated = (
        read_classification_line(text, line, register, first=False)
        for line in heads
        if could_state_a_level(line.head)
    )
    return bool(origin["known"]) or not any(line and line.number for line in stated)


def _kind_without_decorations(text: str, lines: tuple[TextLine, ...]) -> str:
    """The kind of a paper once the signs that a converter put around its words are removed."""
    plain = without_decorations(text, lines)
    return "text" if plain == text else _kind_of_paper(find_signs(plain, split_lines(plain)))


def _kind_of_paper(signs: Sequence[Sign]) -> str:
    """``memorandum``, ``cui`` or ``text``. A classified paper is never a CUI paper."""
    if weigh(signs) < ENOUGH:
        return "text"
    if not any(sign.system == "cui" for sign in signs):
        return "memorandum"
    classified = any(
        sign.kind in _OF_AUTHORITY
        or (sign.kind == "banner" and sign.system == "us" and sign.level[:1] != "U")
        for sign in signs
    )
    return "memorandum" if classified else "cui"


def _is_public_copy(text: str, heads: list[TextLine]) -> bool:
    top = text[: heads[:40][-1].end].upper() if heads else ""
    if any(word in top for word in _PUBLIC_WORDS) and any(
        _RELEASE_STAMP.match(line.head) or _OWN_HEADER.search(line.head) for line in heads[:40]
    ):
        return True
    return "[" in text and _LABEL.search(text) is not None
