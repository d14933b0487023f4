"""Invented documents for the redaction tests, laid out by hand so that no parser is needed."""

from __future__ import annotations

import dataclasses
import datetime
import re
from dataclasses import dataclass

import redact
from redact.documents.model import AuthorityBlock, BannerLine, Document, Reason, Segment
from redact.documents.portion_model import Portion
from redact.markings.marking import Marking
from redact.persons.mention import Mention
from redact.policy.model import Policy
from redact.redaction.apply import apply_plan
from redact.redaction.model import RedactionPlan
from redact.redaction.record import make_record
from redact.redaction.review_context import PublicCopy, ReviewContext
from redact.redaction.verification import Verification
from redact.redaction.verify import verify
from redact.sources import Source, Span, TextOrigin, write_bytes

LEVEL = {"U": "UNCLASSIFIED", "C": "CONFIDENTIAL", "S": "SECRET"}
FOIA = redact.load_policy("foia-release")
NAMES = dataclasses.replace(
    redact.load_policy("names-only"),
    release=dataclasses.replace(FOIA.release, needs_declassification=False),
)
_PARAGRAPH = re.compile(r"^(\d+)\. (?:\((\w+)\) )?")
_PAGE = re.compile(r"^PAGE \d+")


def marking(level: str) -> Marking:
    return Marking(level=level, system="state")


def lay_out(text: str, origin: TextOrigin | None = None, *, reasons: bool = True) -> Document:
    """A document of banner lines, a subject, page headings, numbered paragraphs, a signature.

    A line that is a level is a banner, ``SUBJECT: `` opens a one-line subject, a line in capitals
    with one word after the paragraphs is the signature.
    """
    source = Source.from_text(text)
    if origin is not None:
        import hashlib

        digest = hashlib.sha256(write_bytes(text, origin)).hexdigest()
        source = dataclasses.replace(source, sha256=digest, origins=origin)
    segments: list[Segment] = []
    banners: list[BannerLine] = []
    portions: list[Portion] = []
    opened: tuple[int, re.Match[str]] | None = None
    last = 0

    def close(end: int) -> None:
        nonlocal opened
        if opened is not None:
            start, match = opened
            mark = match[2]
            portions.append(
                Portion(
                    number=match[1],
                    span=Span(start, end),
                    text_span=Span(start + match.end(), end),
                    mark=mark,
                    mark_span=mark and Span(start + match.start(2) - 1, start + match.end(2) + 1),
                    marking=marking(LEVEL[mark]) if mark in LEVEL else None,
                    defect="unknown" if mark and mark not in LEVEL else None,
                )
            )
            opened = None

    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        span = Span(last, last + len(line))
        found = _PARAGRAPH.match(line)
        if bare in LEVEL.values():
            segments.append(Segment(span, "banner"))
            place = Span(span.start, span.start + len(bare))
            banners.append(BannerLine(place, bare, marking(bare), "page"))
        elif _PAGE.match(bare):
            segments.append(Segment(span, "page-heading"))
        elif line.startswith("SUBJECT: "):
            segments.append(Segment(span, "subject"))
            inner = Span(span.start + 9, span.start + len(bare))
            portions.append(Portion(number=None, span=inner, text_span=inner, kind="subject"))
        elif not bare.strip():
            segments.append(Segment(span, "blank"))
        elif line.startswith("REF: "):
            segments.append(Segment(span, "references"))
        elif bare.startswith("SIGNED: "):
            close(span.start)
            segments.append(Segment(span, "signature"))
        else:
            if found:
                close(span.start)
                opened = (span.start, found)
            segments.append(Segment(span, "body"))
        last = span.end
    close(last)
    return Document(
        source=source,
        kind="state",
        register="state",
        segments=tuple(segments),
        banners=tuple(banners),
        portions=tuple(portions),
        authority=AuthorityBlock(
            span=Span(0, 0),
            reasons=(Reason(Span(0, 0), "1.4", "b"), Reason(Span(0, 0), "1.4", "d")),
        )
        if reasons
        else None,
    )


def mention(
    document: Document, words: str, nth: int = 0, *, person: str = "P1", **fields: object
) -> Mention:
    """The mention of ``words`` at their ``nth`` place, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = document.source.text.index(words, start + 1)
    facts: dict[str, object] = {
        "span": Span(start, start + len(words)),
        "kind": "PERSON",
        "tier": "named",
        "person": person,
        "role": "unknown",
        "score": 0.9,
        "detectors": ("test",),
    }
    return Mention(**{**facts, **fields})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Copy:
    """A public copy in memory with all that belongs to it."""

    document: Document
    plan: RedactionPlan
    text: str
    original: bytes
    data: bytes
    record: dict[str, object]

    def verify(self, data: bytes | None = None) -> Verification:
        return verify(self.data if data is None else data, self.record, self.original)

    def verify_text(self, text: str) -> Verification:
        return self.verify(write_bytes(text, self.document.source.origins))


def context(policy: Policy, **more: object) -> ReviewContext:
    facts = {"policy": policy, "profile": policy, "as_of": datetime.date(2026, 11, 21)}
    return ReviewContext(**{**facts, **more})  # type: ignore[arg-type]


def make_copy(document: Document, plan: RedactionPlan, policy: Policy = FOIA) -> Copy:
    text = apply_plan(document.source, plan)
    data = write_bytes(text, document.source.origins)
    record = make_record(
        document,
        plan,
        context(policy),
        name="cable.txt",
        findings=(),
        public=PublicCopy("cable.txt", data, text),
    )
    original = write_bytes(document.source.text, document.source.origins)
    return Copy(document, plan, text, original, data, record)
