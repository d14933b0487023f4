"""Text from records to reportlab's markup: escaped, and with nothing drawn as an empty box."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from redact.outputs.pdf import fonts
from redact.patterns import pattern

# A path may have 4,096 characters; a table cell shows its head and its tail.
CELL_LIMIT = 200

_PARTS = pattern(r"[^\s/_.,-]*[\s/_.,-]+|[^\s/_.,-]+")


@lru_cache(maxsize=8192)
def markup(text: str, font: str) -> str:
    """The text as markup for a paragraph set in ``font``.

    What would be read as markup is escaped. A character the font lacks is set in its fallback
    font; one that neither has, and any control or direction-changing character, is shown as its
    code point: ``‹U+4E2D›``.
    """
    parts = []
    for face, run in _runs(text, font):
        parts.append(escape(run) if face == font else f'<font name="{face}">{escape(run)}</font>')
    return "".join(parts)


def plain(text: object, font: str) -> str:
    """The text for drawing in ``font`` alone: what it lacks is shown as code points."""
    return "".join(run for _, run in _runs(str(text), font, fallback=False))


def shorten(text: str, limit: int = CELL_LIMIT) -> str:
    """A long text by its head and its tail, with the number of characters left out."""
    if len(text) <= limit:
        return text
    head, tail = limit // 2, limit // 3
    return f"{text[:head]} […{len(text) - head - tail} characters…] {text[-tail:]}"


def break_name(name: str, fits: Callable[[str], bool]) -> list[str]:
    """The name in lines that fit, broken at spaces and after ``/ _ - . ,`` where there are any."""
    lines = [""]
    parts = _PARTS.findall(name)
    for part in itertools.chain.from_iterable(p if not fits(p.rstrip()) else (p,) for p in parts):
        if lines[-1] and not fits(lines[-1] + part.rstrip()):
            lines.append("")
        lines[-1] += part
    return lines


def missing_characters(value: Any) -> tuple[str, ...]:
    """The code points, anywhere in a value, that the report can only name, not draw; sorted."""
    known = fonts.characters(fonts.SANS) | fonts.characters(fonts.SERIF)
    seen = {c for text in _strings(value) for c in unicodedata.normalize("NFC", text)}
    return tuple(f"U+{ord(c):04X}" for c in sorted(seen) if ord(c) not in known or _is_hidden(c))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _runs(text: str, font: str, *, fallback: bool = True) -> Iterator[tuple[str, str]]:
    """Runs of one font each; undrawable characters become their code points in ``font``."""
    other = fonts.FALLBACK.get(font, font) if fallback else font

    def face(character: str) -> str | None:
        if _is_hidden(character):
            return None
        for name in (font, other):
            if ord(character) in fonts.characters(name):
                return name
        return None

    for name, group in itertools.groupby(unicodedata.normalize("NFC", text), key=face):
        if name is not None:
            yield name, "".join(group)
            continue
        codes = " ".join(f"{ord(character):04X}" for character in group)
        yield font, f"‹U+{codes}›"


def _is_hidden(character: str) -> bool:
    """Whether a character has no shape of its own: control, format, surrogate, odd white space.

    A line feed in a file name, or a mark that turns the direction of reading, could make the
    report say something else than the records do.
    """
    return character != " " and unicodedata.category(character)[0] in "CZ"
