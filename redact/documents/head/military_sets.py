"""Military messages written in sets: ``SUBJ/PUMP TEST//``, ``REF/A/MSG/…//``, ``DECL/…//``.

A set begins a line with its name and an oblique, its fields are separated by obliques and two
obliques end it (MIL-STD-6040, the United States Message Text Format).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redact.documents.authority.reasons import read_reasons
from redact.documents.field import Field, field_at
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.model import AuthorityBlock
from redact.documents.telegram_model import Reference
from redact.patterns import LINE_END, pattern
from redact.sources import Span

_LOOK_AHEAD = 80
"""Number of lines from the top searched for the first set."""
_FIRST = ("MSGID/", "SUBJ/")

_KINDS = (
    ("references", pattern(r"REF/[A-Z0-9]{1,2}/")),
    ("authority", pattern(r"(?:DRVFRM|DERI|DECL|DECLAS|CLASSIF|CLASDBY|DNGRADE)/")),
    ("subject", pattern(r"SUBJ(?:ECT)?/")),
    (
        "distribution",
        pattern(r"(?:MSGID|POC|OPER|OPERATION|EXER|EXERCISE|MSGTYPE|TIMEZONE|PERID|AKNLDG|CANX)/"),
    ),
    ("body", pattern(r"(?:NARR|AMPN)/")),
)
TEXT_SET_BEGINS = r"(?:RMKS|GENTEXT/[A-Z0-9 .,-]{1,60})/{1,2}"
"""Pattern of the beginning of a free-text set, which contains paragraphs."""

TEXT_SET = pattern(TEXT_SET_BEGINS)

_REFERENCE = pattern(
    r"REF/(?P<label>[A-Z0-9]{1,2})/(?P<text>(?P<type>[A-Z]{2,8})?[^\r\n]{0,300}?)(?://|"
    + LINE_END
    + ")"
)
_PARTED = pattern(r"[/;]")
_TYPES = {
    "MSG": "telegram", "RMG": "telegram", "MSGID": "telegram", "GENADMIN": "telegram",
    "DOC": "document", "LTR": "document", "MEMO": "document", "INST": "document",
    "TEL": "telephone", "PHONCON": "telephone", "TELCON": "telephone",
    "EMAIL": "email", "EML": "email", "RPT": "report",
}  # fmt: skip
_FIELDS = {
    "DERIVED FROM": "source", "CLASSIFIED BY": "by", "DECLASSIFY ON": "until",
    "DRVFRM": "source", "DERI": "source", "INST": "source", "DRV": "source", "SRC": "source",
    "DECL": "until", "DECLAS": "until", "DATE": "until", "DECLON": "until",
    "ORIG": "by", "CLASSIF": "by", "CLASDBY": "by", "CLASSBY": "by", "DNGRADE": "downgrade",
}  # fmt: skip


def has_sets(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether a message is written in sets."""
    return any(name in text for name in _FIRST) and any(
        line.head.startswith(_FIRST) for line in lines[:_LOOK_AHEAD]
    )


def kind_of_set(head: str) -> str | None:
    """The segment kind of a set in the header or after the text; otherwise ``None``."""
    return next((kind for kind, sign in _KINDS if sign.match(head)), None)


def read_set_references(text: str, spans: Iterable[Span]) -> tuple[Reference, ...]:
    """The references of REF sets, one each, with the kind given by its type field."""
    return tuple(
        Reference(
            span=Span(match.start("text"), match.end("text")),
            label=match["label"],
            text=fold_space(match["text"]),
            kind=_TYPES.get(match["type"] or "", "other"),
        )
        for span in spans
        for match in _REFERENCE.finditer(text, span.start, span.end)
    )


def read_set_authority(text: str, span: Span) -> AuthorityBlock:
    """The classification authority in the DECL, DRVFRM and similar sets of a stretch."""
    found: dict[str, Field] = {}
    for line in re.compile(r"[^\r\n]+").finditer(text, span.start, span.end):
        here, name = line.start(), None
        for part in _PARTED.split(line[0]):
            label, colon = part.rpartition(":")[:2]
            place = trimmed(text, here + (len(label) + 1 if colon else 0), here + len(part))
            here += len(part) + 1
            name = _FIELDS.get((label if colon else part).strip().upper()) or name
            if name and len(place) and (colon or part.strip().upper() not in _FIELDS):
                if name == "source" and name in found and not colon:
                    place = Span(found[name].span.start, place.end)  # its title, then its date
                    found[name] = field_at(text, place)
                found.setdefault(name, field_at(text, place))
    reasons, reason_span = read_reasons(text, span.start, span.end)
    return AuthorityBlock(
        span=trimmed(text, span.start, span.end),
        classified_by=found.get("by"),
        name=found.get("by"),
        reasons=reasons,
        reason_span=reason_span,
        derived_from=found.get("source"),
        downgrade_to=found.get("downgrade"),
        declassify_on=found.get("until"),
        derivative="source" in found,
    )
