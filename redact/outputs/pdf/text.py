"""Converting text from records to reportlab's markup: escaped, and never drawn as empty boxes."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.sax.saxutils import escape

from redact.outputs.audit.blocks import Run, Text
from redact.outputs.audit.characters import code_points, is_hidden
from redact.outputs.pdf import fonts
from redact.patterns import pattern

LINK = "#1F3A5F"
SOFT = "#4A5058"
# Monospaced letters look larger than others of the same size.
MONO_SIZE = 7.0

_PARTS = pattern(r"[^\s/_.,-]*[\s/_.,-]+|[^\s/_.,-]+")


@lru_cache(maxsize=8192)
def markup(text: str, font: str) -> str:
    """The text as markup for a paragraph set in ``font``.

    Markup characters are escaped. A character the font lacks is set in its fallback font; one that
    neither has, and any control or direction-changing character, is shown as its code point:
    ``‹U+4E2D›``.
    """
    parts = []
    for face, run in _runs(text, font):
        parts.append(escape(run) if face == font else f'<font name="{face}">{escape(run)}</font>')
    return "".join(parts)


def plain(text: object, font: str) -> str:
    """The text for drawing in ``font`` alone: what it lacks is shown as code points."""
    return "".join(run for _, run in _runs(str(text), font, fallback=False))


def inline(text: Text, font: str) -> str:
    """The runs of a text as markup: their styles, and links where they have a target."""
    return "".join(_linked(run, markup(run.text, face_of(run, font)), font) for run in text)


def face_of(run: Run, font: str) -> str:
    """The font of a run in a text set in ``font``."""
    return {"bold": fonts.SANS_BOLD, "mono": fonts.MONO}.get(run.look, font)


def size_of(run: Run, size: float) -> float:
    """The size in points that a run is set in, in a text of that size."""
    return MONO_SIZE if run.look == "mono" else size


def _linked(run: Run, shown: str, font: str) -> str:
    face = face_of(run, font)
    if run.look == "soft":
        shown = f'<font color="{SOFT}">{shown}</font>'
    elif run.look == "mono":
        shown = f'<font name="{face}" size="{MONO_SIZE:g}">{shown}</font>'
    elif face != font:
        shown = f'<font name="{face}">{shown}</font>'
    return f'<a href="#{run.target}" color="{LINK}">{shown}</a>' if run.target else shown


def is_drawn(character: str) -> bool:
    """Whether a font of the report has a glyph for the character."""
    return any(ord(character) in fonts.characters(font) for font in (fonts.SANS, fonts.SERIF))


def break_name(name: str, fits: Callable[[str], bool]) -> list[str]:
    """The name in lines that fit, broken at spaces and after ``/ _ - . ,`` where there are any."""
    lines = [""]
    parts = _PARTS.findall(name)
    for part in itertools.chain.from_iterable(p if not fits(p.rstrip()) else (p,) for p in parts):
        if lines[-1] and not fits(lines[-1] + part.rstrip()):
            lines.append("")
        lines[-1] += part
    return lines


def _runs(text: str, font: str, *, fallback: bool = True) -> Iterator[tuple[str, str]]:
    """Runs of one font each; undrawable characters become their code points in ``font``."""
    if text.isascii() and text.isprintable():  # every font of the report has these
        yield font, text
        return
    other = fonts.FALLBACK.get(font, font) if fallback else font

    def face(character: str) -> str | None:
        if is_hidden(character):
            return None
        for name in (font, other):
            if ord(character) in fonts.characters(name):
                return name
        return None

    for name, group in itertools.groupby(unicodedata.normalize("NFC", text), key=face):
        if name is not None:
            yield name, "".join(group)
            continue
        yield font, code_points("".join(group))
