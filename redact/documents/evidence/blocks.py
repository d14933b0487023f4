"""Authority block, CUI designation, statements and headings as evidence of marking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents.evidence.sign import Sign
from redact.documents.lines import TextLine
from redact.patterns import pattern

_TOP = 20
"""Number of nonblank lines from the top that may contain the heading of a paper."""

_LABEL = pattern(
    r"(?:\(U\) ?)?(?:(?P<derivatively>DERIVATIVELY CLASSIFIED BY)|(?P<by>CLASSIFIED BY|CL BY)"
    r"|(?P<reason>REASONS?(?: FOR CLASSIFICATION)?|CL REASON)"
    r"|(?P<source>DERIVED FROM|DR?V F(?:RO)?M)"
    r"|(?P<until>DECLASSIFY ON|DECL ON|DECL(?= ?: ?(?:OADR|\d)))"
    r"|(?P<controlled>CONTROLLED BY)"
    r"|(?P<category>CUI CATEGOR(?:Y(?:\(IES\))?|IES))"
    r"|(?P<limits>LIMITED DISSEMINATION CONTROLS?|DISTRIBUTION ?/ ?DISSEMINATION CONTROLS?|LDC)"
    r"|(?P<contact>POC)) ?: ?(?P<value>.*)$",
    re.IGNORECASE,
)
_REASON = r"1\.[3-8] ?(?:\(?[a-h]\)?(?:[ ,;/&]|and|\([a-h]\))*){1,8}(?:\(\d{1,2}\))?"
_ONLY_REASONS = pattern(
    rf"(?:E\.?O\.? ?\d{{5}},? ?)?(?:SEC(?:TION|\.)? ?)?{_REASON}[).;, ]*$", re.IGNORECASE
)
_GIVES_REASONS = pattern(rf"\bREASONS? ?:? ?{_REASON}(?![A-Za-z])", re.IGNORECASE)
_FULL_DATE = pattern(
    r"\b(?:\d{8}|\d{4}-\d\d-\d\d|\d{1,2}[/ ](?:\d{1,2}|[A-Z]{3,9})[/ ,]+\d{2,4}"
    r"|[A-Z]{3,9} \d{1,2}, \d{4})\b",
    re.IGNORECASE,
)
_INSTRUCTION = pattern(
    r"(?:25X\d|50X\d|75X|OADR|X[1-8]\b|MR\b|N/?A TO |SOURCE MARKED|MANUAL REVIEW)", re.IGNORECASE
)
_NAMED = pattern(r"[A-Z][\w.'’-]*,? [A-Z]|[A-Z]{2,}\d")
_STATEMENT = pattern(
    r"(?:\(U\) ?)?(?:(?:THIS|WHEN) .{0,60})?(?:UNCLASSIFIED|DOWNGRADED?|CONFIDENTIAL|SECRET)"
    r" (?:TO \w+ )?(?:WHEN|UPON|IF) .{0,60}(?:SEPARATED|REMOV|DETACHED|WITHDRAWN)"
    r"|UPON REMOVAL OF .{1,60}UNCLASSIFIED"
    r"|(?:THIS (?:DOCUMENT|MATERIAL|PAGE) CONTAINS )?(?:FORMERLY )?RESTRICTED DATA(?: AS DEFINED|$)"
    r"|GROUP ?-?[1-4]$"
    r"|THIS (?:E-?MAIL|MESSAGE) IS (?:UNCLASSIFIED|SENSITIVE BUT|SBU|(?-i:CONFIDENTIAL|SECRET))\b"
    r"[^.]{0,20}\.?$"
    r"|CONTROLLED UNCLASSIFIED INFORMATION$|THIS (?:DOCUMENT|PAGE|ATTACHMENT) CONTAINS CUI\b"
    r"|WARNING NOTICE ?[-:–]"
    r"|X?GDS(?:[ -]?\(?[1-4]\)?)?(?: ?[-,;:]? ?(?:DECLAS|BYAUTH|BY AUTHORITY|CL BY|ON )\b.{0,60})?$"
    r"|REVIEW ON [A-Z]{3,9} \d{1,2}, (?:19|20)\d\d\.?$",
    re.IGNORECASE,
)
_SCHEDULE = pattern(
    r"(?:SUBJECT TO|EXEMPT FROM) (?:THE )?GENERAL DECLASSIFICATION(?: SCHEDULE\b|$)"
    r"|(?:GROUP ?-?[1-4] ?[-:;,.]? ?)?(?:DOWNGRADED AT (?:3|12)[ -]YEAR INTERVALS"
    r"|EXCLUDED FROM AUTOMATIC(?: DOWNGRADING\b|$))",
    re.IGNORECASE,
)
"""The stamps of E.O. 11652 and of DoD 5200.10 before it, which no other paper bears."""
_HEADING = pattern(
    r"(?:(?:INFORMATION|ACTION|EXECUTIVE|BRIEFING|DECISION|INFO) )?MEMORANDUM\b"
    r"(?! OF (?:UNDERSTANDING|AGREEMENT|ASSOCIATION|LAW))"
    r"|(?:INFORMATION|BRIEFING|POSITION|POINT|DISCUSSION) PAPER$|TALKING POINTS\b|AIRGRAM\b"
    r"|FOREIGN SERVICE DESPATCH\b"
    r"|(?:RESEARCH |INTELLIGENCE )(?:NOTE|MEMORANDUM|BRIEF)\b(?: ?[-–] ?\d{1,4})?$",
    re.IGNORECASE,
)
_ADDRESS = pattern(
    r"(?P<label>TO|FROM|DATE|SUBJECT|SUBJ|THRU|THROUGH|VIA|CC) ?: ?\S", re.IGNORECASE
)


def block_signs(written: Sequence[TextLine]) -> Iterator[Sign]:
    """Lines of an authority block or a CUI designation, and statements the regulations require."""
    for line in written:
        head = line.head
        if head[0] not in "(CcDdRrLlPpSsTtUuWwFfGgEeXx" or len(head) > 238:
            continue
        match = _LABEL.match(head)
        if match is not None:
            yield from _labelled(line, match)
        elif _SCHEDULE.match(head):
            yield Sign(line.span, "declassify-on", 2, "us")
        elif _STATEMENT.match(head):
            system = "cui" if "CUI" in head or "CONTROLLED UNC" in head.upper() else "us"
            yield Sign(line.span, "statement", 1, system)


def _labelled(line: TextLine, match: re.Match[str]) -> Iterator[Sign]:
    value = match["value"]
    label = next(name for name in match.groupdict() if name != "value" and match[name])
    span = line.span
    match label:
        case "derivatively":
            yield Sign(span, "classified-by", 2, "us")
        case "by":
            if _NAMED.match(value):
                yield Sign(span, "classified-by", 1, "us")
            if _GIVES_REASONS.search(value):
                yield Sign(span, "reason", 2, "us")
        case "reason":
            if _ONLY_REASONS.match(value):
                yield Sign(span, "reason", 2, "us")
        case "source":
            if value.upper().startswith("MULTIPLE SOURCE") or _FULL_DATE.search(value):
                yield Sign(span, "derived-from", 2, "us")
            elif value[:1].isupper():
                yield Sign(span, "derived-from", 1, "us")
        case "until":
            known = _FULL_DATE.search(value) or _INSTRUCTION.match(value)
            yield Sign(span, "declassify-on", 2 if known else 1, "us")
        case "controlled":
            if value[:1].isupper():
                yield Sign(span, "controlled-by", 1, "cui")
        case "category":
            yield Sign(span, "cui-category", 3, "cui")
        case "limits":
            yield Sign(span, "cui-control", 1, "cui")
        case "contact":
            yield Sign(span, "contact", 1, None)


def heading_sign(written: Sequence[TextLine]) -> Sign | None:
    """The heading of a memorandum, or at least three of the lines TO, FROM, DATE, SUBJECT."""
    labels: dict[str, TextLine] = {}
    for line in written[:_TOP]:
        if _HEADING.match(line.head) and len(line.head) < 100:
            return Sign(line.span, "heading", 2)
        match = _ADDRESS.match(line.head)
        if match is not None:
            labels.setdefault(match["label"].upper(), line)
    if len(labels) < 3:
        return None
    return Sign(next(iter(labels.values())).span, "heading", 1)
