"""What changed since an earlier run."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Row,
    Subheading,
    cell,
    shorten,
)
from redact.outputs.audit.context import Context
from redact.outputs.audit.difference import Change


def difference(context: Context) -> Iterator[Block]:
    """Documents that came, went or came out otherwise, then findings by rule."""
    found = context.difference
    if found is None:
        return
    label = context.layout.label
    yield context.section("difference")
    yield from context.paragraphs("difference")
    pairs = [(label("as_of"), cell(", ".join(found.as_of)))]
    for key, counts in (("new_findings", found.new), ("gone_findings", found.gone)):
        counted = [label("finding_times", rule=rule, number=number) for rule, number in counts]
        pairs.append((label(key), cell(", ".join(counted) or label("none"))))
    yield Facts(tuple(pairs))
    if found.is_empty:
        yield from context.paragraphs("difference_none")
    if found.changes:
        yield Subheading(label("by_document"))
        yield Grid(
            (
                Column(label("document"), 34),
                Column(label("change"), 24),
                Column(label("before"), 22),
                Column(label("now"), 22),
            ),
            tuple(_row(context, change) for change in found.changes),
        )


def _row(context: Context, change: Change) -> Row:
    return Row(
        (
            cell(shorten(change.name, 120)),
            cell(context.layout.label(change.what)),
            _value(context, change, change.before),
            _value(context, change, change.now),
        )
    )


def _value(context: Context, change: Change, value: str | None) -> Cell:
    """A value in the words of the layout."""
    layout = context.layout
    if value is not None and value in layout.outcomes:
        return cell(layout.outcomes[value].name)
    if change.what == "verification" and value:
        return cell(layout.verification[value])
    return cell(layout.label("changed") if change.what == "original_changed" and value else value)
