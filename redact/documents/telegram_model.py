"""Parts found only in telegrams: the envelope, captions, E.O. line, TAGS and references."""

from __future__ import annotations

import datetime

from redact.documents.field import Field
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Precedence:
    """FL2: a precedence digraph and the routing indicators it applies to."""

    span: Span
    digraph: str
    routes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeLine:
    """FL3: station, serial, section, day of the year and time of transmission.

    ``route`` is ``None`` when the line starts with DE but the rest cannot be parsed; ``time`` is
    four digits, hours and minutes UTC.
    """

    span: Span
    route: str | None
    serial: str | None = None
    section: str | None = None
    day_of_year: int | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class OperatingSignal:
    """FL4: ZNR or ZNY, the security characters, any text after an oblique, further Z-signals.

    ``characters`` is the group as written; ``security`` is the letter it repeats, ``None`` unless
    the group is one letter five times (or three letters and a release code).
    """

    span: Span
    signal: str
    characters: str
    security: str | None
    special: str | None = None
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """FL5: precedence prosigns and the date-time group.

    ``moment`` (UTC) is ``None`` when the group is not a possible date and time. ``precedence``
    holds words: IMMEDIATE for O.
    """

    span: Span
    text: str
    prosigns: tuple[str, ...]
    precedence: tuple[str, ...]
    moment: datetime.datetime | None
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """One action or information addressee; ``serial`` is the number it was given, as written."""

    span: Span
    route: str | None
    name: str
    precedence: str | None = None
    serial: str | None = None


@dataclass(frozen=True, slots=True)
class MessageNumber:
    """Station and number as written after the level on the classification line.

    ``id`` is the canonical form (``09ASTANA666``): two digits of the year, the station without
    blanks, the number without leading zeros; ``None`` while the year is unknown.
    """

    span: Span
    station: str
    number: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A statement such as SECTION 01 OF 03. ``place`` is ``line`` or ``page``."""

    span: Span
    number: int
    count: int
    place: str


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A page line inside the record. Times on it are handling times, not the message's."""

    span: Span
    page: int | None
    station: str | None = None
    number: str | None = None
    section: int | None = None
    section_count: int | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A handling caption. ``name`` is the register's spelling, ``kind`` the register's kind."""

    span: Span
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveOrderLine:
    """The E.O. line.

    ``number`` is as written, ``None`` when missing or too garbled to be four or five digits.
    ``text`` is what follows it; ``instruction`` its type: ``date``, ``event``, ``n/a``, ``x-code``,
    ``oadr``, ``mr``, ``gds``, ``ads``, ``xgds``, ``rds``, ``xds``, ``exemption`` (25X1, 50X1-HUM),
    ``invalid-date`` or ``None`` when there is no instruction. ``declassify_on`` is the date if one
    can be read. ``name`` is the classifying officer of an E.O. 12065 line, ``office`` the ``OR-x``.
    """

    span: Span
    number: str | None
    text: str
    text_span: Span
    instruction: str | None
    declassify_on: datetime.date | None = None
    token: str | None = None
    name: str | None = None
    name_span: Span | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """One TAGS term. ``kind`` is ``geographic``, ``subject``, ``program``, ``organisation``,
    ``person`` (a name in brackets after a term) or ``unknown``.
    """

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The subject, all its lines folded into one; ``mark`` as in `Portion`."""

    span: Span
    text_span: Span
    text: str
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of the REF line.

    ``kind`` is ``telegram``, ``email``, ``report``, ``document``, ``telephone`` or ``other``.
    ``id``, ``station``, ``number`` and ``year`` (always two digits) are set for telegrams only;
    ``year_written`` says whether the entry itself states the year.
    """

    span: Span
    label: str | None
    text: str
    kind: str
    id: str | None = None
    station: str | None = None
    number: str | None = None
    year: str | None = None
    year_written: bool = False
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderBlock:
    """The lines from a classification line to the authority line, as comparable facts.

    White space is folded. A telegram that was copied or sent in sections has several; ``section``
    is the section number on the classification line, ``number`` the message number on it, without
    leading zeros.
    """

    span: Span
    section: int | None
    facts: tuple[tuple[str, str], ...]
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """The fields of a State Department telegram, those with several values in document order.

    When the header block is repeated, the fields are those of the first; later blocks are in
    ``header_blocks``. ``has_references`` distinguishes an empty REF line from no REF line.
    """

    transmission_id: Field | None = None
    precedence: Precedence | None = None
    de_line: DeLine | None = None
    operating_signal: OperatingSignal | None = None
    date_time_group: DateTimeGroup | None = None
    from_: Field | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    exempt: tuple[Addressee, ...] = ()
    message_number: MessageNumber | None = None
    sections: tuple[Section, ...] = ()
    page_headings: tuple[PageHeading, ...] = ()
    captions: tuple[Caption, ...] = ()
    attention: tuple[Field, ...] = ()
    passing: tuple[Field, ...] = ()
    unknown_caption_lines: tuple[Field, ...] = ()
    executive_order: ExecutiveOrderLine | None = None
    tags: tuple[Tag, ...] = ()
    tags_span: Span | None = None
    subject: Subject | None = None
    references: tuple[Reference, ...] = ()
    references_span: Span | None = None
    header_blocks: tuple[HeaderBlock, ...] = ()
    signature: Field | None = None
    separators: tuple[Field, ...] = ()
    """BT lines in order."""
    trailer_serial: Field | None = None
    end_of_message: Field | None = None
