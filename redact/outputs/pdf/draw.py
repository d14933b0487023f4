"""Blocks of the report as flowables."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from redact.outputs.audit import blocks
from redact.outputs.audit.blocks import Block
from redact.outputs.pdf import boxes, fonts, styles
from redact.outputs.pdf.charts import charts
from redact.outputs.pdf.page import Heading
from redact.outputs.pdf.tables import ROWS_AT_ONCE, HairLine, facts, grid
from redact.outputs.pdf.tags import Node, Words
from redact.outputs.pdf.text import inline, markup
from redact.values import dataclass

_LOOKS = {"body": styles.BODY, "strong": styles.BODY_BOLD, "note": styles.NOTE}
# The space a heading needs below it on its page, in points.
_BELOW_SECTION = 175.0  # a subheading with what that needs
_BELOW_SUBHEADING = 110.0
_CHARTS = 340.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """How blocks are drawn: the structure element that contains them, and the text width."""

    tree: Node
    width: float

    def draw(self, given: Iterable[Block]) -> Iterator[list[Flowable]]:
        """Flowables in chunks, each complete in itself; a long table comes in several."""
        depth = 0
        signed: list[Flowable] | None = None
        for block, following in itertools.pairwise(itertools.chain(given, (None,))):
            match block:
                case blocks.Subheading(is_signed=True) if signed is None:
                    signed = [self._subheading(block, depth + 1)]
                case blocks.Signatures() if signed is not None:
                    # The signatures are on one page with what is signed.
                    yield [KeepTogether([*signed, *self._flowables(block)])]
                    signed = None
                case blocks.Subheading() if signed is not None:
                    signed.append(self._subheading(block, depth + 1))
                case blocks.Grid() if signed is not None:
                    signed += itertools.chain.from_iterable(self._grid(block))
                case _ if signed is not None and block is not None:
                    signed += self._flowables(block)
                case blocks.Heading():
                    need = _CHARTS if isinstance(following, blocks.Charts) else _BELOW_SECTION
                    depth = block.depth + 1
                    yield self._heading(block, need)
                case blocks.Subheading():
                    yield [CondPageBreak(_BELOW_SUBHEADING), self._subheading(block, depth + 1)]
                case blocks.Grid():
                    yield from self._grid(block)
                case None:
                    return
                case _:
                    yield self._flowables(block)

    def _flowables(self, block: Block) -> list[Flowable]:
        match block:
            case blocks.Paragraph():
                style = _LOOKS[block.look]
                return [Words(inline(block.text, style.fontName), style, self.tree.add("P"))]
            case blocks.Facts():
                return [facts(block, self.width, self.tree)]
            case blocks.Charts():
                return charts(block, self.width, self.tree)
            case blocks.Title():
                return boxes.title(block, self.tree)
            case blocks.Verdict():
                return boxes.verdict(block, self.width, self.tree)
            case blocks.Figures():
                return boxes.figures(block, self.width, self.tree)
            case blocks.Contents():
                return [boxes.contents(block, self.width, self.tree)]
            case blocks.Command():
                lines = "<br/>".join(markup(line, fonts.MONO) for line in block.lines)
                return [Words(lines, styles.COMMAND, self.tree.add("P"))]
            case blocks.Signatures():
                return [boxes.signatures(block, self.width, self.tree)]
            case _:
                raise AssertionError(f"no flowable for {type(block).__name__}")

    def _subheading(self, block: blocks.Subheading, level: int) -> Flowable:
        words = markup(block.text, fonts.SANS_BOLD)
        return Words(words, styles.H3, self.tree.add(f"H{level}"))

    def _heading(self, block: blocks.Heading, need: float) -> list[Flowable]:
        if block.depth == 0:
            heading = Heading(block, styles.H1, self.tree.add("H1"))
            return [CondPageBreak(need), heading, HairLine(), Spacer(0, 9)]
        over = self.tree.add("P")
        return [
            PageBreak() if block.opens_page else Spacer(0, 6),
            Words(markup(block.over.upper(), fonts.SANS_BOLD), styles.LABEL, over),
            Spacer(0, 2),
            Heading(block, styles.H2_PLAIN, self.tree.add("H2")),
            HairLine(),
            Spacer(0, 4),
        ]

    def _grid(self, block: blocks.Grid) -> Iterator[list[Flowable]]:
        """The table in parts: splitting one across pages takes time quadratic in its rows."""
        part: list[blocks.Row] = []
        node = self.tree.add("Table")
        for row in block.rows:
            if len(part) >= ROWS_AT_ONCE and (row.is_heading or len(part) >= 2 * ROWS_AT_ONCE):
                yield [grid(block.columns, part, self.width, node)]
                part = []
            part.append(row)
        if part:
            yield [grid(block.columns, part, self.width, node)]
