"""The audit report as GitHub Markdown, for a pull request comment or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redact.outputs.audit import blocks
from redact.outputs.audit.blocks import Block, Cell, Run, Text
from redact.outputs.audit.characters import unshown, visible
from redact.outputs.audit.compose import all_blocks
from redact.outputs.audit.context import Context
from redact.patterns import pattern

BAR = 20  # characters of the longest bar

# Everything that Markdown, or the HTML it permits, could interpret as more than text.
_SPECIAL = pattern(r"([\\`*_\[\]<>#|~&!@])")
_MARKS = {"plain": "", "soft": "", "bold": "**", "mono": "`"}


def render(context: Context) -> str:
    """The report as Markdown, with the banner line before and after it."""
    banner = "  \n".join(
        f"**{escaped(line)}**" for line in (context.marking.banner, context.marking.control) if line
    )
    body = "".join(_draw(all_blocks(replace(context, missing=unshown(context.report)))))
    return f"{banner}\n\n{body}{banner}\n"


def escaped(text: str) -> str:
    """The text as Markdown that renders as exactly this text."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _draw(given: Iterable[Block]) -> Iterator[str]:
    depth = 0
    for block in given:
        match block:
            case blocks.Heading():
                depth = block.depth + 1
                over = f"{escaped(block.over)}: " if block.over else ""
                yield f'<a id="{block.key}"></a>\n\n'
                yield f"##{'#' * block.depth} {over}{escaped(block.text)}\n\n"
            case blocks.Subheading():
                yield f"{'#' * (depth + 2)} {escaped(block.text)}\n\n"
            case blocks.Grid():
                yield from _grid(block)
            case _:
                yield f"{_block(block)}\n\n"


def _block(block: Block) -> str:
    match block:
        case blocks.Paragraph():
            shown = _inline(block.text)
            return f"**{shown}**" if block.look == "strong" else shown
        case blocks.Facts():
            return "\n".join(f"- **{escaped(key)}**: {_lines(value)}" for key, value in block.pairs)
        case blocks.Charts():
            return "\n\n".join(_bars(chart) for chart in block.charts)
        case blocks.Title():
            names = "".join(f"{escaped(name)}  \n" for name in block.names)
            return f"{names}\n# {escaped(block.title)}\n\n{escaped(block.subtitle)}".lstrip()
        case blocks.Verdict():
            label = escaped(block.label)
            return f"> **{label}: {escaped(block.headline)}**\n>\n> {escaped(block.text)}"
        case blocks.Figures():
            names = " | ".join(escaped(name) for _, name in block.figures)
            numbers = " | ".join(f"{number:,}" for number, _ in block.figures)
            return f"| {names} |\n{_rule(len(block.figures))}\n| {numbers} |"
        case blocks.Contents():
            return "\n".join(
                f"{'  ' * depth}- [{escaped(title)}](#{key})" for key, title, depth in block.entries
            )
        case blocks.Command():
            # A fence longer than any run of backticks in a file name.
            shown = "\n".join(visible(line) for line in block.lines)
            fence = "`" * (3 + shown.count("`"))
            return f"{fence}\n{shown}\n{fence}"
        case blocks.Signatures():
            return "\n".join(
                f"- \\_\\_\\_\\_\\_\\_\\_\\_ {escaped(below)}" for below in block.below
            )
        case _:
            raise AssertionError(f"no Markdown for {type(block).__name__}")


def _grid(block: blocks.Grid) -> Iterator[str]:
    yield f"| {' | '.join(escaped(column.head) for column in block.columns)} |\n"
    yield f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in block.columns)}|\n"
    for row in block.rows:
        cells = [_lines(cell) for cell in row.cells]
        # A heading goes in the second, wide column, since Markdown has no column spans.
        if row.is_heading:
            cells = ["", *cells, *[""] * (len(block.columns) - 2)]
        yield f"| {' | '.join(cells)} |\n"
    yield "\n"


def _rule(columns: int) -> str:
    return f"|{' ---: |' * columns}"


def _bars(chart: blocks.Bars) -> str:
    most = max((number for _, numbers in chart.rows for number in numbers), default=0) or 1
    heads = [escaped(name) for name in chart.series] or [" "]
    lines = [f"| {escaped(chart.title)} | {' | '.join(heads)} |", f"| --- |{' --- |' * len(heads)}"]
    for name, numbers in chart.rows:
        bars = " | ".join(f"{'█' * -(-number * BAR // most)} {number:,}" for number in numbers)
        lines.append(f"| {escaped(name)} | {bars} |")
    return "\n".join(lines)


def _inline(text: Text) -> str:
    return "".join(_run(run) for run in text)


def _lines(cell: Cell) -> str:
    return "<br>".join(_inline(line) for line in cell)


def _run(run: Run) -> str:
    mark = _MARKS[run.look]
    shown = f"{mark}{run.text if run.look == 'mono' else escaped(run.text)}{mark}"
    return f"[{shown}](#{run.target})" if run.target else shown
