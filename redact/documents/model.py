"""The parsed document: frozen values, each with its position in the text.

Spans are code point offsets into ``Source.text``. A field the document lacks is ``None`` or empty;
whether it is required is for the rules to decide.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any

from redact.documents.copy_model import Artifact, ReleaseStamp
from redact.documents.field import Field
from redact.documents.portion_model import Portion
from redact.documents.telegram_model import Telegram
from redact.markings.marking import Marking, level_rank
from redact.sources import Source, Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """One tile of the text. A document's segments cover it without gaps or overlaps.

    ``kind`` is one of `SEGMENT_KINDS`.
    """

    span: Span
    kind: str


SEGMENT_KINDS = (
    "wrapper",  # lines that a web page or an archive added around the record
    "heading",  # letterhead, addresses and date of a paper
    "envelope",  # transmission lines: TID, precedence, DE, ZNR/ZNY, DTG, FM, TO, INFO, XMT
    "distribution",  # ACTION/INFO office list, drafter and clearance lines, page rulers
    "classification-line",
    "banner",  # a level on a line by itself, at the top or bottom of a page
    "page-heading",  # PAGE 02  LA PAZ 00676 …
    "caption",
    "attention",
    "passing",
    "executive-order",
    "tags",
    "subject",
    "references",
    "authority",
    "body",  # text of a portion
    "signature",
    "trailer",  # BT, NNNN, #serial and what follows
    "blank",
)


@dataclass(frozen=True, slots=True)
class BannerLine:
    """A line that states the overall classification.

    ``place`` is ``top`` or ``bottom`` of the record, ``page`` for an inner page, ``line`` for a
    telegram's classification line. ``marking`` is ``None`` when the line cannot be parsed.
    """

    span: Span
    text: str
    marking: Marking | None
    place: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for classification: ``section`` such as ``1.4``, ``letter`` such as ``b``.

    ``letter`` is ``None`` when only the section is cited.
    """

    span: Span
    section: str
    letter: str | None

    def __str__(self) -> str:
        return f"{self.section}({self.letter})" if self.letter else self.section


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityBlock:
    """The classification authority block: who classified the document, why and until when.

    ``span`` covers the whole statement. ``classified_by`` is the person as written, title
    included; ``name`` and ``title`` are its parts. ``derivative`` is set when the statement says
    so. ``reason_span`` covers the reasons, also when they cite no section (no ``reasons``).
    """

    span: Span
    classified_by: Field | None = None
    name: Field | None = None
    title: Field | None = None
    reasons: tuple[Reason, ...] = ()
    reason_span: Span | None = None
    derived_from: Field | None = None
    downgrade_to: Field | None = None
    declassify_on: Field | None = None
    derivative: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A passage between two block signs, such as BEGIN TEXT and END TEXT.

    ``kind`` is ``text``, ``summary``, ``comment``, ``note`` or another word in lower case.
    ``opened`` and ``closed`` are the signs, ``None`` when missing. ``continued`` are signs such as
    COMMENT CONTINUED inside the passage.
    """

    kind: str
    span: Span
    opened: Span | None
    closed: Span | None
    continued: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the lines around a published copy state about the record, as written or ``None``."""

    identifier: Field | None = None
    created: Field | None = None
    classification: Field | None = None
    origin: Field | None = None
    title: Field | None = None
    tags: tuple[Field, ...] = ()


_NO_TELEGRAM = Telegram()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A parsed document. ``segments`` tile the text; parsing loses nothing.

    Documents compare by identity, so that results shared by rules can be cached per document.
    """

    source: Source
    kind: str
    register: str
    segments: tuple[Segment, ...]
    banners: tuple[BannerLine, ...] = ()
    portions: tuple[Portion, ...] = ()
    authority: AuthorityBlock | None = None
    telegram: Telegram | None = None
    cui_designation: Field | None = None
    blocks: tuple[Block, ...] = ()
    handling: tuple[Field, ...] = ()
    metadata: Metadata | None = None
    artifacts: tuple[Artifact, ...] = ()
    stamps: tuple[ReleaseStamp, ...] = ()
    issuer: str | None = None
    """The department named in a paper's letterhead, if it has its own marking rules: ``defense`` or
    ``state``."""
    date: datetime.date | None = None
    """Date of origin, from the date-time group or the date line; determines the era."""
    undecorated: str | None = None
    """The text with the signs around its lines blanked out (`wrapping.line_decorations`)."""

    @property
    def text(self) -> str:
        """The parsed text, as long as ``source.text``; copies are written from the latter."""
        return self.source.text if self.undecorated is None else self.undecorated

    @property
    def telegram_fields(self) -> Telegram:
        """The fields found only in telegrams; all of them are empty in any other document."""
        return self.telegram or _NO_TELEGRAM

    @property
    def readable_banners(self) -> tuple[BannerLine, ...]:
        """The banner lines whose marking can be parsed, in order."""
        return tuple([banner for banner in self.banners if banner.marking is not None])

    @property
    def markings(self) -> tuple[Marking, ...]:
        """Every marking that can be parsed: those of the banner lines, then of the portions."""
        markings = [banner.marking for banner in self.banners]
        markings += [portion.marking for portion in self.portions]
        return tuple([marking for marking in markings if marking is not None])

    @property
    def classification_line(self) -> BannerLine | None:
        """The line that states the overall classification, ``None`` when none can be parsed.

        It is the classification line of a telegram, otherwise the first readable banner line.
        """
        return _classification_line(self)

    @property
    def level(self) -> str | None:
        """The overall classification level the document states, ``None`` when it states none."""
        line = self.classification_line
        return line.marking.level if line and line.marking else None

    @property
    def highest_level(self) -> str | None:
        """The highest level of any banner line, portion mark or level sign inside a portion.

        A portion whose mark is missing or unreadable is handled at this level.
        """
        levels = [b.marking.level for b in self.banners if b.marking]
        levels += [portion.level for portion in self.portions]
        return max((level for level in levels if level), key=level_rank, default=None)

    @property
    def is_classified(self) -> bool:
        """Whether the stated overall classification is above UNCLASSIFIED."""
        return level_rank(self.level) > 0

    def level_of(self, portion: Portion) -> str | None:
        """Level at which ``portion`` is handled: its own, or `highest_level` if unreadable."""
        if portion.marking is not None and portion.marking.level is not None:
            return portion.level
        if portion.marking is not None and portion.marking.cui and portion.defect is None:
            return "UNCLASSIFIED"
        return self.highest_level

    def text_of(self, span: Span) -> str:
        """The characters of the document that ``span`` covers."""
        return span.of(self.text)

    def to_dict(self) -> dict[str, Any]:
        """The document as one entry of ``redact/documents/v1``."""
        from redact.documents.shape import document_to_dict

        return document_to_dict(self)


@lru_cache(maxsize=2)  # nearly every rule asks for it
def _classification_line(document: Document) -> BannerLine | None:
    readable = [b for b in document.banners if b.marking and b.marking.level]
    lines = [b for b in readable if b.place == "line"] or readable
    return lines[0] if lines else None
