"""The classification authority: who classified, for what reasons, from what source, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.authority.classifying_person import person_span, split_person
from redact.documents.authority.reasons import SECTION, read_reasons
from redact.documents.field import Field, field_at
from redact.documents.lines import fold_space, trimmed
from redact.documents.model import AuthorityBlock
from redact.patterns import pattern
from redact.sources import Span
from redact.sources.capitals import in_capitals, places_of

LONGEST = 900
"""Maximum code points of a statement of authority."""

_REASON_LABEL = r"REASONS?(?:\s+FOR\s+CLASSIFICATION)?\s*:"
_BEGIN = pattern(
    r"(?=[CDR\s])"  # most places are ruled out by their first letter
    r"(?:(?P<derivative>DERIVATIVELY\s+)?CLASS?I?FI?ED\s+BY\b\s*:?|CLASSIFIED\s*:\s*(?=[A-Z])"
    r"|(?P<classifier>DERIVATIVE\s+CLASSIFIER)\s*:"
    r"|(?P<source>DERIVED\s+FROM|(?<!\S)DRV\s+F(?:RO)?M)\s*:"
    r"|(?P<until>DECLASSIFY\s+ON|(?<!\S)DECL\s+ON)\s*:|(?:(?<=[\r\n])[ \t]{0,24}|(?<=[ \t]{3}))"
    r"DECL(?:AS)?\s?:?\s*(?=(?:OADR|X[1-8]|\d{1,2} ?[A-Z]{3}\.? ?\d{2,4})\b)"
    r"|CLASSIFICATION\s+AUTHORITY\s*:|(?<!\S)CL\.?\s+BY\b\s*:?"
    rf"|{_REASON_LABEL}\s*(?=(?:E\.?O\.?\s*\d+,?\s*)?(?:SECTION\s*)?1[.-]\d))"
)
"""How a statement begins, in capitals: letters of either case are slower to compare."""
_BEGIN_WORDS = (
    *(
        "SSIFIED",
        "SIFIED BY",
        "SIFED BY",
        "SFIED BY",
        "DERIVED",
        "DECLASSIFY",
        "AUTHORITY",
        "REASON",
    ),
    *("CL BY", "CL. BY", "DECL ON", "DECL:", "DECL O", "DECL X", "DECLAS", "DRV F", "CLASSIFIER"),
)
"""A part of each way a statement may begin: searching for these first is many times as fast."""

_FIELD = pattern(
    r"[\s,;]*\b(?P<label>DERIVED\s+FROM|DECL(?:ASSIFY|ASSIFICATION)?(?:\s+ON|\s+DATE)?\s*:"
    rf"|DECLASSIFY\s+ON|DOWNGRADE\s+TO|{_REASON_LABEL}|CLASSIFIED\s+BY\s*:"
    # The stamp of E.O. 11652
    r"|(?:SUBJECT\s+TO|EXEMPT\s+FROM)\s+(?:THE\s+)?(?:GENERAL\s+DECLASSIFICATION|GDS)\b"
    r"|(?:AUTOMATICALLY|AND)\s+DECLASSIFIED\s+ON\b"
    # E.O. 12065: a review is no declassification, and not part of the field before it
    r"|(?=REVIEW\s+ON\b)"
    # The short forms of intelligence agencies
    r"|CL\.?\s+REASON\b|DECL\.?\s+ON\b|DECL\s+(?=OADR|25X|50X|\d)|DR?V\.?\s+FR?O?M\b)\s*:?\s*",
    re.IGNORECASE,
)
_FIELD_NAMES = {
    "": "review",
    **{"DER": "source", "DRV": "source", "DV ": "source", "DV.": "source", "DEC": "until"},
    **{"SUB": "schedule", "EXE": "schedule", "AUT": "until", "AND": "until"},
    **{"DOW": "downgrade", "CLA": "by", "REA": "reason", "CL ": "reason", "CL.": "reason"},
}
_BREAK = pattern(
    r"(?:\r\n|\r(?!\n)|\n)[ \t\u00a0]*(?=(?:\r\n|\r|\n)|\d{1,3}\.[ \t]*(?:\([A-Z]|[A-Z])|\u00b6"
    r"|(?:TAGS|SUBJECT|SUBJ|REF|REFS|E\.O\.|SIPDIS)\b)"
)
_SPACE = pattern(r"\s*")
_PARAGRAPH = pattern(r"\d{1,3}\.")
_HEAD = pattern(r"(?:\A|[\r\n])[ \t]*(?:\d{1,3}\.[ \t]*)?(?:\([A-Z/]{1,8}\)[ \t]*)?\Z")
_ABBREVIATION = pattern(r"\b(?:[A-Z]|JR|SR|A\.I)\.$", re.IGNORECASE)


def find_authority(
    text: str, start: int, end: int, *, anywhere: bool = False
) -> AuthorityBlock | None:
    """The statement of authority that begins in ``text[start:end]``, ``None`` when there is none.

    ``anywhere`` is set for running text, where the words may be ordinary ones: there a reason or a
    colon must show that it is a statement.
    """
    for begin in _beginnings(text, start, end):
        stop = _end_of_statement(text, begin.end(), min(end, begin.end() + LONGEST))
        if anywhere and not _is_statement(text, begin, stop):
            continue
        return _read(text, begin, stop)
    return None


def _beginnings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every beginning of a statement in capitals, tried only around the words it may begin with."""
    capitals, done = in_capitals(text), start
    for place in places_of(_BEGIN_WORDS, text, start, end):
        begin = _BEGIN.search(capitals, max(done, place - 32), min(end, place + 80))
        if begin is not None:
            done = begin.end()
            yield begin


def _is_statement(text: str, begin: re.Match[str], stop: int) -> bool:
    """Whether words in running text are a statement, shown by a colon, a reason or a position."""
    words = text[begin.start() : begin.end()].rstrip()
    if not words[:1].isupper():
        return False
    if words.endswith(":") or words.startswith("DECL") or SECTION.search(text, begin.end(), stop):
        return True
    # "1. (U) CLASSIFIED BY DCM JANE ROE." opens a paragraph and names somebody with a position.
    if _HEAD.search(text[max(0, begin.start() - 24) : begin.start()]) is None:
        return False
    person = person_span(text, Span(begin.end(), stop))
    return split_person(text, person)[1] is not None


def _end_of_statement(text: str, start: int, end: int) -> int:
    """Where a statement ends: at a blank line, the next field or paragraph, unless one of its own
    fields follows.
    """
    here = start
    while here < end and (match := _BREAK.search(text, here, end)):
        space = _SPACE.match(text, match.start(), end)
        after = space.end() if space else match.end()
        if not _FIELD.match(text, after, end):
            # After "Classified By:" the name may be on the next line, even after a blank one.
            begun = text[start : match.start()].strip()
            if begun or _PARAGRAPH.match(text, after, end):
                return match.start()
        here = max(after, match.end())
    if here >= end:
        return end
    return len(text[:end].rstrip()) if end - start < LONGEST else _last_line(text, start, end)


def _last_line(text: str, start: int, end: int) -> int:
    cut = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    return cut if cut > start else end


def _read(text: str, begin: re.Match[str], stop: int) -> AuthorityBlock:
    spans = _fields(text, begin, stop)
    by = person_span(text, spans["by"]) if "by" in spans else None
    person, title = split_person(text, by) if by else (None, None)
    reasons, reason_span = read_reasons(text, begin.end(), stop)
    return AuthorityBlock(
        span=trimmed(text, begin.start(), stop),
        classified_by=_field(text, by),
        name=_field(text, person),
        title=_field(text, title),
        reasons=reasons,
        reason_span=reason_span or spans.get("reason"),
        derived_from=_field(text, spans.get("source")),
        downgrade_to=_field(text, spans.get("downgrade")),
        declassify_on=_field(text, spans.get("until")),
        derivative=bool(begin["derivative"] or begin["classifier"]) or "source" in spans,
    )


def _fields(text: str, begin: re.Match[str], stop: int) -> dict[str, Span]:
    """The parts of a statement by name: the first nonempty one of each."""
    name = "source" if begin["source"] else "until" if begin["until"] else "by"
    if begin[0].strip().startswith("DECL"):
        name = "until"
    if begin[0].startswith("REASON"):
        name = "reason"
    here = begin.end()
    found: dict[str, Span] = {}
    for match in (*_FIELD.finditer(text, here, stop), None):
        span = trimmed(text, here, match.start() if match else stop)
        if len(span):
            found.setdefault(name, span)
        if match:
            name, here = _FIELD_NAMES[fold_space(match["label"])[:3].upper()], match.end()
    return found


def _field(text: str, span: Span | None) -> Field | None:
    """The text at ``span`` without stops after it, except those of abbreviations."""
    if span is None:
        return None
    end = span.end
    while end > span.start and text[end - 1] in " \t\r\n.,;:-(":
        if text[end - 1] == "." and _ABBREVIATION.search(text[span.start : end]):
            break
        end -= 1
    span = trimmed(text, span.start, end)
    return field_at(text, span) if len(span) else None
