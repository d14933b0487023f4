"""The sections of the report by the names a layout calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportlab.platypus import Flowable

from redact.outputs.pdf.context import Context
from redact.outputs.pdf.sections.appendix import appendix
from redact.outputs.pdf.sections.contents import contents
from redact.outputs.pdf.sections.cover import cover
from redact.outputs.pdf.sections.index import index
from redact.outputs.pdf.sections.method import method
from redact.outputs.pdf.sections.scope import scope
from redact.outputs.pdf.sections.summary import summary
from redact.outputs.pdf.sections.waivers import waivers
from redact.outputs.pdf.sections.worksheet import worksheets


@dataclass(frozen=True, slots=True)
class Section:
    """How a section is made, and on which pages it stands.

    ``make`` yields flowables in chunks, each complete in itself. ``page`` is ``upright`` or
    ``wide``; a section that does not open a page may follow another on the same one.
    """

    make: Callable[[Context], Iterator[list[Flowable]]]
    opens_page: bool = True
    page: str = "upright"


SECTIONS: Mapping[str, Section] = {
    "cover": Section(cover),
    "contents": Section(contents),
    "scope": Section(scope, opens_page=False),
    "summary": Section(summary, opens_page=False),
    "index": Section(index, page="wide"),
    "worksheets": Section(worksheets),
    "waivers": Section(waivers),
    "method": Section(method, opens_page=False),
    "appendix": Section(appendix, opens_page=False),
}
