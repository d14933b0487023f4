"""The context from which every section is made."""

from __future__ import annotations

from redact.outputs.audit.banner import OwnMarking
from redact.outputs.audit.blocks import Cell, Heading, Look, Paragraph, cell, shorten, text
from redact.outputs.audit.difference import Difference
from redact.outputs.audit.layout import Layout
from redact.outputs.audit.model import AuditReport, RecordedDocument
from redact.outputs.audit.results import Results, results_of
from redact.outputs.audit.volume import Volume
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The report, its layout and its own marking.

    ``difference`` is what changed since an earlier run, if one is given; ``missing`` are the
    characters of the records that the renderer can only show as code points; ``volume`` is the
    volume that the report is, if there are several.
    """

    report: AuditReport
    layout: Layout
    marking: OwnMarking
    difference: Difference | None = None
    missing: tuple[str, ...] = ()
    volume: Volume | None = None

    @property
    def results(self) -> Results:
        """The outcome of the whole set, the other volumes included."""
        return self.volume.whole if self.volume else results_of(self.report.documents)

    @property
    def subtitle(self) -> str:
        """The line below the title, with the number of the volume if there are several."""
        parts = [self.layout.subtitle, *self.volume_number]
        return " · ".join(part for part in parts if part)

    @property
    def volume_number(self) -> tuple[str, ...]:
        """``Volume 2 of 5``; empty if there is only one."""
        volume = self.volume
        if volume is None:
            return ()
        return (self.layout.label("volume_number", number=volume.number, of=volume.of),)

    @property
    def is_internal(self) -> bool:
        """Whether this is the edition for the office."""
        return self.report.edition == "internal"

    def section(self, key: str) -> Heading:
        """The heading of a section."""
        return Heading(self.layout.section_titles[key], key)

    def target(self, key: str, section: str = "worksheets") -> str | None:
        """The key as the target of a link; ``None`` if its section is not printed."""
        return key if section in self.layout.sections else None

    def document_cell(self, document: RecordedDocument, limit: int = 120) -> Cell:
        """The name of a document as a link to its worksheet."""
        return cell(shorten(self.name(document), limit), target=self.target(document_key(document)))

    def paragraphs(self, statement: str) -> list[Paragraph]:
        """A statement of the layout, paragraph by paragraph."""
        return [Paragraph(text(line)) for line in self.layout.statements[statement]]

    def name(self, document: RecordedDocument) -> str:
        """The name shown for a document: its file name, or its message number, or its number."""
        fallback = self.layout.label("unnamed", number=document.number)
        return document.original.name or document.message_number or fallback

    def lines(self, *values: str, look: Look = "plain") -> Cell:
        """A cell with a line for each value."""
        return tuple(line for value in values for line in cell(value, look))


def count(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``, ``2 public copies``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def document_key(document: RecordedDocument) -> str:
    """The link target of a document's worksheet."""
    return f"document-{document.number}"
