"""The part of a worksheet that sets the marks found beside the marks required."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Column, Grid, Row, Subheading, cell
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import RecordedDocument


def marking_summary(context: Context, document: RecordedDocument) -> Iterator[Block]:
    """Banner line, caveats, portion marks, declassification line and equities: found, required."""
    label = context.layout.label
    yield Subheading(label("marking_heading"))
    yield Grid(
        (
            Column(label("mark"), 22),
            Column(label("found"), 30),
            Column(label("required"), 30),
            Column(label("result"), 22),
        ),
        (
            _banner(context, document),
            _portion_marks(context, document),
            _declassification(context, document),
            _equities(context, document),
        ),
    )


def _banner(context: Context, document: RecordedDocument) -> Row:
    label = context.layout.label
    agrees = document.banner_found == document.banner_required
    if document.banner_required is None:
        result = label("cannot_tell")
    else:
        result = label("agrees" if agrees else "differs")
    return Row(
        (
            cell(label("banner_line")),
            cell(document.banner_found or label("level_none")),
            cell(document.banner_required),
            cell(result, "plain" if agrees else "bold"),
        )
    )


def _portion_marks(context: Context, document: RecordedDocument) -> Row:
    label = context.layout.label
    if not context.is_internal and document.public is None:
        return Row((cell(label("portion_marks")), *[cell(None)] * 3))
    # Subjects and headings need no mark in the telegrams of most years; the rules report them.
    due = [portion for portion in document.portions if portion.kind.endswith("paragraph")]
    total = len(due)
    marked = sum(portion.mark is not None for portion in due)
    # Whether marks are due depends on kind and date: the rules know, and say where one is missing.
    is_due = marked > 0 or any(f.rule == "portion-missing" for f in document.findings)
    found = label("of", part=marked, whole=total) if total else label("no_portions")
    return Row(
        (
            cell(label("portion_marks")),
            cell(found),
            cell(label("each_portion" if is_due else "not_due")),
            cell(label("complete" if marked == total else "incomplete") if is_due else None),
        )
    )


def _declassification(context: Context, document: RecordedDocument) -> Row:
    """Whether the date on the line has come by the time base; events are for the reviewer."""
    label = context.layout.label
    result = None
    if document.declassify_on:
        try:
            day = datetime.date.fromisoformat(document.declassify_on)
            now = datetime.date.fromisoformat(max(context.report.as_of))
            result = label("date_passed" if day <= now else "date_ahead")
        except ValueError:
            result = label("event")
    broken = sum(f.rule.startswith("decl-") for f in document.findings)
    if broken:
        result = label("see_findings", number=broken)
    return Row(
        (
            cell(label("declassification_line")),
            cell(document.declassify_on),
            cell(label("date_or_event") if document.classified_reasons else None),
            cell(result, "bold" if broken else "plain"),
        )
    )


def _equities(context: Context, document: RecordedDocument) -> Row:
    label = context.layout.label
    raised = sum(f.rule == "rel-equity-referral" for f in document.findings)
    # In a telegram caveats are captions; in a memorandum they follow the level in the banner line.
    caveats = [*(document.banner_found or "").split("//", 1)[1:], *document.captions]
    return Row(
        (
            cell(label("caveats_and_equities")),
            cell(", ".join(dict.fromkeys(caveats)) or label("none")),
            cell(None),
            cell(label("referrals", number=raised) if raised else label("no_referral")),
        )
    )
