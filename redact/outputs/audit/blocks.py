"""The content of a printed report: blocks of text, tables and charts; renderers add nothing.

The sections create these values from the facts; the renderers (PDF, HTML, Markdown) only draw
them, so that all three formats have the same content in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from redact.values import dataclass

Look: TypeAlias = Literal["plain", "bold", "soft", "mono"]
# A path may have 4,096 characters; a table cell shows its beginning and end.
CELL_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one style; ``target`` is the key of the heading it links to."""

    text: str
    look: Look = "plain"
    target: str | None = None


Text: TypeAlias = tuple[Run, ...]
Cell: TypeAlias = tuple[Text, ...]
"""The lines of a cell, one below the other."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A link target: the heading of a section (``depth`` 0) or of a document in it (1).

    ``over`` is a line above it. One that starts a new page does so in paged formats only.
    """

    text: str
    key: str
    depth: int = 0
    over: str = ""
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section, kept together with what follows; if ``is_signed``, with all
    that follows down to the signature lines, which must not be alone on a page.
    """

    text: str
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: of the body, strong, or a note."""

    text: Text
    look: Literal["body", "strong", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, read line by line, ``columns`` pairs per line."""

    pairs: tuple[tuple[str, Cell], ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its share of the width; numbers are right-aligned."""

    head: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a heading row has one cell spanning all columns and stays with the next."""

    cells: tuple[Cell, ...]
    is_heading: bool = False
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose head is repeated on every page; ``rows`` may be read once only."""

    columns: tuple[Column, ...]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: a name and one number per series in each row."""

    title: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charts:
    """A group of charts, the first next to the others."""

    charts: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The names of agency and office, the title of the report and the line below it."""

    names: tuple[str, ...]
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result in one sentence, with its details."""

    label: str
    headline: str
    text: str
    is_bad: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers with their captions, side by side."""

    figures: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the report, as links: key, title and depth of each."""

    entries: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A command to type, as lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature lines, with the text below each."""

    below: tuple[str, ...]


Block: TypeAlias = (
    Heading | Subheading | Paragraph | Facts | Grid | Charts | Title | Verdict | Figures | Contents
    | Command | Signatures
)  # fmt: skip


def text(shown: str, look: Look = "plain", target: str | None = None) -> Text:
    """One run of text."""
    return (Run(shown, look, target),)


def cell(value: object, look: Look = "plain", target: str | None = None) -> Cell:
    """A record value as a cell, shortened; an empty value becomes an en dash."""
    shown = "–" if value is None or value == "" else shorten(str(value))
    return (text(shown, look, target),)


def shorten(shown: str, limit: int = CELL_LIMIT) -> str:
    """The beginning and end of a long text, with the number of characters left out."""
    if len(shown) <= limit:
        return shown
    head, tail = limit // 2, limit // 3
    return f"{shown[:head]} […{len(shown) - head - tail} characters…] {shown[-tail:]}"
