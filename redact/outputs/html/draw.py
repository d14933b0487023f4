"""Blocks of the report as HTML elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redact.outputs.audit import blocks
from redact.outputs.audit.blocks import Block
from redact.outputs.html.inline import escaped, inline, lines


def draw(given: Iterable[Block]) -> Iterator[str]:
    """The elements of the blocks, in order; each section and worksheet is a separate element."""
    depth = 0
    for block in given:
        match block:
            case blocks.Heading():
                yield "</section>\n" * (depth - block.depth)
                yield _heading(block)
                depth = block.depth + 1
            case blocks.Subheading():
                level = min(depth + 2, 6)
                yield f"<h{level}>{escaped(block.text)}</h{level}>\n"
            case blocks.Paragraph():
                yield f'<p class="{block.look}">{inline(block.text)}</p>\n'
            case blocks.Facts():
                yield _facts(block)
            case blocks.Grid():
                yield from _grid(block)
            case blocks.Charts():
                charts = "".join(_bars(chart) for chart in block.charts)
                yield f'<div class="charts">\n{charts}</div>\n'
            case _:
                yield _once(block)
    yield "</section>\n" * depth


def _once(block: Block) -> str:
    """The element for a block that occurs once in a report, or once in a worksheet."""
    match block:
        case blocks.Title():
            names = "".join(f'<p class="house">{escaped(name)}</p>\n' for name in block.names)
            subtitle = f'<p class="subtitle">{escaped(block.subtitle)}</p>\n'
            return f"<header>\n{names}<h1>{escaped(block.title)}</h1>\n{subtitle}</header>\n"
        case blocks.Verdict():
            bad = " bad" if block.is_bad else ""
            return (
                f'<div class="verdict{bad}"><p class="label">{escaped(block.label)}</p>'
                f'<p class="headline">{escaped(block.headline)}</p>'
                f"<p>{escaped(block.text)}</p></div>\n"
            )
        case blocks.Figures():
            items = "".join(f"<li><b>{n:,}</b> {escaped(name)}</li>" for n, name in block.figures)
            return f'<ul class="figures">{items}</ul>\n'
        case blocks.Contents():
            items = "".join(
                f'<li class="depth-{depth}"><a href="#{key}">{escaped(title)}</a></li>\n'
                for key, title, depth in block.entries
            )
            return f'<nav><ol class="contents">\n{items}</ol></nav>\n'
        case blocks.Command():
            lines_of_code = "\n".join(escaped(line) for line in block.lines)
            return f"<pre><code>{lines_of_code}</code></pre>\n"
        case blocks.Signatures():
            items = "".join(f"<li>{escaped(below)}</li>" for below in block.below)
            return f'<ul class="signatures">{items}</ul>\n'
        case _:
            raise AssertionError(f"no element for {type(block).__name__}")


def _heading(block: blocks.Heading) -> str:
    level = block.depth + 2
    over = f'<p class="over">{escaped(block.over)}</p>\n' if block.over else ""
    kind = "worksheet" if block.depth else "section"
    return (
        f'<section id="{block.key}" class="{kind}">\n{over}'
        f"<h{level}>{escaped(block.text)}</h{level}>\n"
    )


def _facts(block: blocks.Facts) -> str:
    pairs = "".join(
        f"<div><dt>{escaped(label)}</dt><dd>{lines(value)}</dd></div>\n"
        for label, value in block.pairs
    )
    return f'<dl class="facts columns-{block.columns}">\n{pairs}</dl>\n'


def _grid(block: blocks.Grid) -> Iterator[str]:
    kinds = [' class="right"' if column.right else "" for column in block.columns]
    heads = "".join(
        f'<th scope="col"{kind}>{escaped(column.head)}</th>'
        for kind, column in zip(kinds, block.columns, strict=True)
    )
    total = sum(column.share for column in block.columns)
    widths = "".join(
        f'<col style="width:{100 * column.share / total:.1f}%">' for column in block.columns
    )
    # Below this width the table scrolls, because its words would be broken everywhere.
    least = f"min-width:{5 * len(kinds)}rem"
    yield (
        f'<div class="table"><table style="{least}">\n<colgroup>{widths}</colgroup>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    )
    for row in block.rows:
        if row.is_heading:
            yield (
                f'<tr class="heading"><th scope="rowgroup" colspan="{len(kinds)}">'
                f"{lines(row.cells[0])}</th></tr>\n"
            )
            continue
        cells = "".join(
            f"<td{kind}>{lines(cell)}</td>" for kind, cell in zip(kinds, row.cells, strict=True)
        )
        severity = f' data-severity="{row.severity}"' if row.severity else ""
        yield f"<tr{severity}>{cells}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _bars(chart: blocks.Bars) -> str:
    """A chart as a table: numbers first, each with a bar of proportional length."""
    most = max((number for _, numbers in chart.rows for number in numbers), default=0) or 1
    heads = "".join(f'<th scope="col">{escaped(name)}</th>' for name in chart.series)
    head = f"<thead><tr><td></td>{heads}</tr></thead>\n" if heads else ""
    rows = "".join(
        f'<tr><th scope="row">{escaped(name)}</th>'
        + "".join(_bar(number, most, series) for series, number in enumerate(numbers))
        + "</tr>\n"
        for name, numbers in chart.rows
    )
    caption = f"<caption>{escaped(chart.title)}</caption>\n"
    return f'<table class="bars">\n{caption}{head}<tbody>\n{rows}</tbody>\n</table>\n'


def _bar(number: int, most: int, series: int) -> str:
    part = f"{number / most:.3f}"
    return f'<td><i class="series-{series}" style="--part:{part}"></i> {number:,}</td>'
