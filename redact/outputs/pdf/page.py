"""The page: size, frames, the report's own banner line, page x of y, outline entries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from redact.outputs.audit import blocks
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.numbers import draw_page_number, fill_in
from redact.outputs.pdf.tags import Node, Words, marked
from redact.outputs.pdf.text import markup, plain
from redact.values import dataclass

SIZES = {"letter": LETTER, "a4": A4}
SIDE = 54.0  # points, as all lengths here: 0.75 inch
TOP = 62.0
BOTTOM = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What appears on every page and in the file's properties."""

    title: str
    author: str
    running: str
    tool: str
    banner: str
    control: str
    as_of: str
    size: str


class Heading(Words):
    """A heading that is a link target and outline entry; records the page it is on."""

    def __init__(self, block: blocks.Heading, style: ParagraphStyle, node: Node) -> None:
        super().__init__(markup(block.text, style.fontName), style, node)
        self._entry = (plain(block.text, fonts.SANS), block.key, block.depth)

    def draw(self) -> None:
        """The heading, with its target and its entry in the outline."""
        title, key, level = self._entry
        self.canv.bookmarkHorizontal(key, 0, self.height + 12)
        self.canv.addOutlineEntry(title, key, level, closed=level > 0)
        self.canv.headings[key] = self.canv.getPageNumber()
        super().draw()


def text_width(size: str, *, wide: bool = False) -> float:
    """Width of the text on a portrait page, or on a landscape one if ``wide``."""
    width = SIZES[size][1 if wide else 0]
    return float(width) - 2 * SIDE


def build(chunks: Iterable[Sequence[Flowable]], imprint: Imprint) -> bytes:
    """The PDF made of the chunks.

    Chunks are taken one by one, so that the flowables of one document are gone before those of
    the next are made.
    """
    # A binary file needs no ASCII encoding, which takes longer than compression.
    rl_config.useA85 = 0
    buffer = BytesIO()
    size = SIZES[imprint.size]
    document: Any = BaseDocTemplate(
        buffer,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.SANS,
        lang="en-US",
        displayDocTitle=True,
        title=imprint.title,
        author=imprint.author,
        subject=f"{imprint.banner} {imprint.control}".strip(),
        creator=imprint.tool,
        producer=imprint.tool,
    )
    document.addPageTemplates(
        [
            _template("upright", size, imprint),
            _template("wide", landscape(size), imprint),
        ]
    )
    # BaseDocTemplate.build wants the whole story as one list; this is its loop, fed by chunks.
    document._startBuild(canvasmaker=lambda *args, **options: _canvas(imprint, *args, **options))
    for chunk in chunks:
        flowables = list(chunk)
        while flowables:
            document.clean_hanging()
            document.handle_flowable(flowables)
    document._doSave = 0
    document._endBuild()
    fill_in(document.canv, document.page)
    document.canv.save()
    return buffer.getvalue()


def _template(name: str, size: tuple[float, float], imprint: Imprint) -> PageTemplate:
    frame = Frame(
        SIDE, BOTTOM, size[0] - 2 * SIDE, size[1] - TOP - BOTTOM,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    return PageTemplate(
        name, [frame], pagesize=size, onPage=lambda canvas, _: _draw_imprint(canvas, size, imprint)
    )


def _draw_imprint(canvas: Canvas, size: tuple[float, float], imprint: Imprint) -> None:
    with marked(canvas, None):
        _draw_marked(canvas, size, imprint)


def _draw_marked(canvas: Canvas, size: tuple[float, float], imprint: Imprint) -> None:
    width, height = size
    canvas.saveState()
    canvas.setFillColor(styles.INK)
    for y in (height - 34, 30):
        canvas.setFont(fonts.SANS_BOLD, 10)
        canvas.drawCentredString(width / 2, y, imprint.banner)
    canvas.setFont(fonts.SANS, 7)
    if imprint.control:
        canvas.drawCentredString(width / 2, height - 44, imprint.control)
        canvas.drawCentredString(width / 2, 20, imprint.control)
    canvas.setFillColor(styles.SOFT)
    canvas.setStrokeColor(styles.RULE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, 54, width - SIDE, 54)
    canvas.setFont(fonts.SANS, 7.6)
    canvas.drawString(SIDE, 43, imprint.running)
    draw_page_number(canvas, width - SIDE, 43)
    canvas.restoreState()


def _canvas(imprint: Imprint, *args: Any, **options: Any) -> Any:
    canvas: Any = Canvas(*args, **options)
    canvas.showOutline()
    canvas.marks = {}  # number of the last mark on each page
    canvas.headings = {}  # page of each heading by its key
    canvas.asked = set()  # keys of headings whose page number is shown somewhere
    # The time base of the records replaces the clock, and the file's identifier starts from
    # nothing: reportlab would take both from SOURCE_DATE_EPOCH where it is set.
    day = imprint.as_of.replace("-", "")
    canvas.setDateFormatter(lambda *_: f"D:{day}000000+00'00'")
    canvas._doc.signature = hashlib.md5(usedforsecurity=False)
    return canvas
