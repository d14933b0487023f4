"""The report's fonts: embedded from ``reports/fonts``, never those of the viewer."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from redact.resources import folder

SERIF = "SourceSerif4-Regular"
SERIF_BOLD = "SourceSerif4-SemiBold"
SERIF_ITALIC = "SourceSerif4-Italic"
SANS = "NotoSans-SemiCondensed"
SANS_BOLD = "NotoSans-SemiCondensedSemiBold"
MONO = "IBMPlexMono-Regular"

ALL = (SERIF, SERIF_BOLD, SERIF_ITALIC, SANS, SANS_BOLD, MONO)
# The font used for a character that the text's font lacks: the sans serif has the most.
FALLBACK = {SERIF: SANS, SERIF_BOLD: SANS_BOLD, SERIF_ITALIC: SANS, MONO: SANS}


@cache
def register() -> None:
    """Register the fonts with reportlab; has no effect the second time."""
    for name in ALL:
        pdfmetrics.registerFont(TTFont(name, folder("reports") / "fonts" / f"{name}.ttf"))
        # No faces of a family: bold and italic are asked for by name, so that none is made up.
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)


@cache
def characters(font: str) -> frozenset[int]:
    """The code points a font has a glyph for."""
    register()
    known: Any = pdfmetrics.getFont(font)
    return frozenset(known.face.charToGlyph)


def width(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
