"""Records to a PDF: read, reduce, lay out twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from redact.errors import UsageError
from redact.outputs.audit import EDITIONS, AuditReport, Layout, load_layout, read_report, releasable
from redact.outputs.audit.banner import OwnMarking, own_marking
from redact.outputs.pdf import fonts
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.page import Imprint, build
from redact.outputs.pdf.sections import SECTIONS
from redact.outputs.pdf.text import missing_characters, plain


def render_records(
    records: Sequence[Mapping[str, Any]],
    *,
    layout: Layout | None,
    edition: str,
    record_sha256: Sequence[str],
) -> bytes:
    """The report on the records as a PDF; see `redact.outputs.pdf.render`."""
    if edition not in EDITIONS:
        raise UsageError(f"unknown edition '{edition}'", hint=f"one of: {', '.join(EDITIONS)}")
    layout = layout or load_layout()
    report = read_report(records, record_sha256=record_sha256)
    if edition == "releasable":
        report = releasable(report)
    marking = own_marking(report, layout)
    fonts.register()
    missing = missing_characters(report)
    # Twice, because the first page already says how many there are and where the last ones begin.
    # Nothing changes place between the two: a page number never changes the height of a line.
    first = Context(report=report, layout=layout, marking=marking, pages={}, missing=missing)
    _, pages = build(_story(first), _imprint(report, layout, marking, 0))
    second = Context(
        report=report, layout=layout, marking=marking, pages=first.noted, missing=missing
    )
    data, _ = build(_story(second), _imprint(report, layout, marking, pages))
    return data


def _story(context: Context) -> Iterator[list[Flowable]]:
    page = "upright"
    for number, name in enumerate(context.layout.sections):
        section = SECTIONS[name]
        if number and (section.opens_page or section.page != page):
            yield [NextPageTemplate(section.page), PageBreak()]
        page = section.page
        yield from section.make(context)


def _imprint(report: AuditReport, layout: Layout, marking: OwnMarking, pages: int) -> Imprint:
    office = " - ".join(name for name in (layout.agency, layout.office) if name)
    running = f"{layout.title}  ·  {', '.join(report.as_of)}"
    return Imprint(
        title=layout.title,
        author=office,
        running=plain(f"{office}  ·  {running}" if office else running, fonts.SANS),
        tool=", ".join(report.tools),
        banner=marking.banner,
        control=marking.control,
        as_of=max(report.as_of, default="2000-01-01"),
        size=layout.page,
        pages=pages,
    )
