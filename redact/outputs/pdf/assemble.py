"""From a report to a PDF: laid out, then converted for archiving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from redact.outputs.audit import Context, sections
from redact.outputs.audit.characters import unshown
from redact.outputs.pdf import fonts
from redact.outputs.pdf.archive import archive
from redact.outputs.pdf.draw import Drawing
from redact.outputs.pdf.page import Imprint, build, text_width
from redact.outputs.pdf.tags import Node
from redact.outputs.pdf.text import is_drawn, plain


def render_report(context: Context, attachments: Iterable[tuple[str, bytes]]) -> bytes:
    """The report as a PDF; see `redact.outputs.pdf.render`."""
    fonts.register()
    context = replace(context, missing=unshown(context.report, is_drawn))
    tree, imprint = Node("Document"), _imprint(context)
    data = build(_story(context, tree), imprint)
    return archive(data, tree, attachments, imprint.as_of)


def _story(context: Context, tree: Node) -> Iterator[list[Flowable]]:
    size, wide = context.layout.page, False
    for number, (section, made) in enumerate(sections(context)):
        if number and (section.opens_page or section.is_wide != wide):
            yield [NextPageTemplate("wide" if section.is_wide else "upright"), PageBreak()]
        wide = section.is_wide
        drawing = Drawing(tree.add("Sect"), text_width(size, wide=wide))
        yield from drawing.draw(made)


def _imprint(context: Context) -> Imprint:
    layout, report = context.layout, context.report
    office = " - ".join(name for name in (layout.agency, layout.office) if name)
    running = "  ·  ".join((layout.title, *context.volume_number, ", ".join(report.as_of)))
    return Imprint(
        title=layout.title,
        author=office,
        running=plain(f"{office}  ·  {running}" if office else running, fonts.SANS),
        tool=", ".join(report.tools),
        banner=context.marking.banner,
        control=context.marking.control,
        as_of=max(report.as_of, default="2000-01-01"),
        size=layout.page,
    )
