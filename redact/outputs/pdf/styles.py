"""Sizes, colours and paragraph styles: one place for the look of the report.

Colours are few and dark enough to survive a black and white copy; nothing is conveyed by
colour alone.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from redact.outputs.pdf import fonts

INK = HexColor(0x16191D)
SOFT = HexColor(0x4A5058)  # secondary text: 8:1 on white
ACCENT = HexColor(0x1F3A5F)  # headings and strong rules
RULE = HexColor(0xB9BEC5)
HAIR = HexColor(0xDADDE1)
SHADE = HexColor(0xF2F3F5)
WHITE = HexColor(0xFFFFFF)


def _style(name: str, font: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    look = {"textColor": INK, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0, **more}
    return ParagraphStyle(
        name, fontName=font, bulletFontName=font, fontSize=size, leading=leading, **look
    )


TITLE = _style("title", fonts.SERIF_BOLD, 27, 31, textColor=ACCENT)
SUBTITLE = _style("subtitle", fonts.SERIF, 13, 18, textColor=SOFT)
AGENCY = _style("agency", fonts.SANS_BOLD, 9.5, 13, textColor=SOFT)
H1 = _style("h1", fonts.SERIF_BOLD, 18, 22, textColor=ACCENT, spaceBefore=26, spaceAfter=3)
H2 = _style("h2", fonts.SERIF_BOLD, 12.5, 16, spaceBefore=15, spaceAfter=5)
H3 = _style("h3", fonts.SANS_BOLD, 8.6, 11, spaceBefore=10, spaceAfter=3)
BODY = _style("body", fonts.SERIF, 10, 14.2, spaceAfter=6)
H2_PLAIN = _style("h2-plain", fonts.SERIF_BOLD, 13, 17, spaceAfter=4)
BODY_BOLD = _style("body-bold", fonts.SERIF_BOLD, 10, 14.2, spaceAfter=6)
NOTE = _style("note", fonts.SERIF_ITALIC, 9, 12.4, textColor=SOFT, spaceAfter=4)
VERDICT = _style("verdict", fonts.SERIF_BOLD, 15, 20)
VERDICT_BODY = _style("verdict-body", fonts.SERIF, 10.4, 14.6)
LABEL = _style("label", fonts.SANS_BOLD, 7.4, 9.6, textColor=SOFT)
FIGURE = _style("figure", fonts.SERIF_BOLD, 24, 28, alignment=TA_CENTER)
FIGURE_LABEL = _style("figure-label", fonts.SANS, 7.8, 10, alignment=TA_CENTER, textColor=SOFT)
CELL = _style("cell", fonts.SANS, 8, 10.6)
CELL_SOFT = _style("cell-soft", fonts.SANS, 7.6, 10, textColor=SOFT)
CELL_RIGHT = _style("cell-right", fonts.SANS, 8, 10.6, alignment=TA_RIGHT)
HEAD = _style("head", fonts.SANS_BOLD, 7.4, 9.4, textColor=SOFT)
HEAD_RIGHT = _style("head-right", fonts.SANS_BOLD, 7.4, 9.4, textColor=SOFT, alignment=TA_RIGHT)
MONO = _style("mono", fonts.MONO, 7, 9.4)
COMMAND = _style(
    "command",
    fonts.MONO,
    7.6,
    10.4,
    backColor=SHADE,
    borderPadding=(5, 6, 5, 6),
    leftIndent=6,
    rightIndent=6,
    spaceBefore=9,
    spaceAfter=11,
)
TOC = (
    _style("toc-0", fonts.SERIF, 10.5, 17),
    _style("toc-1", fonts.SANS, 8.4, 12.4, leftIndent=16, textColor=SOFT),
)
TOC_PAGE = _style("toc-page", fonts.SANS, 8.4, 12.4, alignment=TA_RIGHT, textColor=SOFT)
