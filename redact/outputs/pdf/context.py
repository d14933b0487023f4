"""What every section is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from redact.outputs.audit import AuditReport, Layout, RecordedDocument
from redact.outputs.audit.banner import OwnMarking
from redact.outputs.pdf import styles
from redact.outputs.pdf.page import Heading, text_width
from redact.outputs.pdf.tables import LINK, HairLine, NameCell
from redact.outputs.pdf.text import markup, shorten


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The report, its layout, and where headings fell the first time through.

    ``pages`` holds the page of each heading by its key, empty in the first pass; ``noted`` is
    filled while pages are drawn. ``missing`` are characters the fonts cannot draw.
    """

    report: AuditReport
    layout: Layout
    marking: OwnMarking
    pages: Mapping[str, int]
    missing: tuple[str, ...]
    noted: dict[str, int] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """Width of the text on an upright page, in points."""
        return text_width(self.layout.page)

    @property
    def is_internal(self) -> bool:
        """Whether this is the edition for the office."""
        return self.report.edition == "internal"

    def section(self, key: str, *, need: float = 140) -> list[Flowable]:
        """The heading of a section with its rule, kept with ``need`` points of what follows."""
        title = self.layout.section_titles[key]
        return [
            CondPageBreak(need),
            Heading(title, styles.H1, key, 0, self.noted),
            HairLine(),
            Spacer(0, 9),
        ]

    def link(self, key: str, shown: str, section: str) -> str:
        """Ready markup that leads to a heading, plain where its section is not printed."""
        if section not in self.layout.sections:
            return shown
        return f'<a href="#{key}" color="{LINK}">{shown}</a>'

    def document_cell(self, document: RecordedDocument, limit: int = 120) -> NameCell:
        """The name of a document as a link to its worksheet."""
        printed = "worksheets" in self.layout.sections
        target = document_key(document) if printed else None
        return NameCell(shorten(self.name(document), limit), target=target)

    def paragraphs(self, statement: str, style: ParagraphStyle = styles.BODY) -> list[Flowable]:
        """A statement of the layout, paragraph by paragraph."""
        return [
            Paragraph(markup(text, style.fontName), style)
            for text in self.layout.statements[statement]
        ]

    def small_heading(self, label: str, *, need: float = 90) -> list[Flowable]:
        """A heading inside a section, kept with at least ``need`` points of what follows."""
        text = markup(self.layout.label(label), styles.H3.fontName)
        return [CondPageBreak(need), Paragraph(text, styles.H3)]

    def name(self, document: RecordedDocument) -> str:
        """What a document is called: its file name, or its message number, or its number."""
        fallback = self.layout.label("unnamed", number=document.number)
        return document.original.name or document.message_number or fallback


def count(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def document_key(document: RecordedDocument) -> str:
    """The link target of a document's worksheet."""
    return f"document-{document.number}"
