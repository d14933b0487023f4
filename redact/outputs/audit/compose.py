"""From records to what a renderer draws: read, reduced for the edition, arranged in sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from redact.outputs.audit.banner import own_marking
from redact.outputs.audit.blocks import Block
from redact.outputs.audit.context import Context
from redact.outputs.audit.difference import compare
from redact.outputs.audit.edition import in_edition
from redact.outputs.audit.layout import Layout, load_layout
from redact.outputs.audit.read import read_report
from redact.outputs.audit.sections import SECTIONS, Section
from redact.outputs.audit.volume import Volume


def make_report(
    records: Iterable[Mapping[str, Any]],
    *,
    layout: Layout | None = None,
    edition: str = "internal",
    record_sha256: Sequence[str] = (),
    since: Iterable[Mapping[str, Any]] | None = None,
    volume: Volume | None = None,
) -> Context:
    """The report on these records (``redact/audit-record/v1``), ready to be rendered.

    ``layout`` defaults to the shipped one; ``edition`` is ``internal`` or ``releasable``;
    ``record_sha256`` are the hashes of the record files in the order of ``records``, used to show
    the chain; ``since`` are the records of an earlier run to compare with; ``volume`` is the volume
    that these records form, if there are several. Raises `UsageError` for a record of another
    format and for an unknown edition.
    """
    layout = layout or load_layout()
    first = volume.first if volume else 1
    report = in_edition(read_report(records, record_sha256=record_sha256, first=first), edition)
    return Context(
        report=report,
        layout=layout,
        marking=own_marking(report, layout),
        difference=(
            None if since is None else compare(in_edition(read_report(since), edition), report)
        ),
        volume=volume,
    )


def sections(context: Context) -> Iterator[tuple[Section, Iterator[Block]]]:
    """The sections of the layout, in its order, each with its blocks."""
    for name in context.layout.sections:
        section = SECTIONS[name]
        yield section, section.make(context)


def all_blocks(context: Context) -> Iterator[Block]:
    """All blocks of the report in order."""
    for _, made in sections(context):
        yield from made
