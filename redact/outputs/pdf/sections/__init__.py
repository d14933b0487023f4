"""The sections of the report by the names a layout calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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

# A section yields its flowables in chunks, each complete in itself.
SECTIONS: Mapping[str, Callable[[Context], Iterator[list[Flowable]]]] = {
    "cover": cover,
    "contents": contents,
    "scope": scope,
    "summary": summary,
    "index": index,
    "worksheets": worksheets,
    "waivers": waivers,
    "method": method,
    "appendix": appendix,
}
