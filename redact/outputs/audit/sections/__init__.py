"""The sections of the report by the names a layout calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from redact.outputs.audit.blocks import Block
from redact.outputs.audit.context import Context
from redact.outputs.audit.sections.appendix import appendix
from redact.outputs.audit.sections.contents import contents
from redact.outputs.audit.sections.cover import cover
from redact.outputs.audit.sections.difference import difference
from redact.outputs.audit.sections.index import index
from redact.outputs.audit.sections.method import method
from redact.outputs.audit.sections.scope import scope
from redact.outputs.audit.sections.slip import slip
from redact.outputs.audit.sections.summary import summary
from redact.outputs.audit.sections.waivers import waivers
from redact.outputs.audit.sections.worksheet import worksheets
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """How a section is made, and on which pages it is printed.

    A section that does not open a page may follow another on the same one.
    """

    make: Callable[[Context], Iterator[Block]]
    opens_page: bool = True
    is_wide: bool = False


SECTIONS: Mapping[str, Section] = {
    "cover": Section(cover),
    "contents": Section(contents),
    "scope": Section(scope, opens_page=False),
    "summary": Section(summary, opens_page=False),
    "index": Section(index, is_wide=True),
    "worksheets": Section(worksheets),
    "waivers": Section(waivers),
    "method": Section(method, opens_page=False),
    "appendix": Section(appendix, opens_page=False),
    "slip": Section(slip),
    "difference": Section(difference, opens_page=False),
}
