"""Characters that cannot be shown as themselves, and how they are shown instead."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def is_hidden(character: str) -> bool:
    """Whether a character has no visible shape: control, format, surrogate, unusual white space.

    A line feed in a file name, or a mark that changes the reading direction, could make the report
    appear to say something other than the records do.
    """
    return character != " " and unicodedata.category(character)[0] in "CZ"


def code_points(characters: str) -> str:
    """Characters as code points: ``‹U+4E2D 6587›``."""
    return f"‹U+{' '.join(f'{ord(character):04X}' for character in characters)}›"


def visible(text: str) -> str:
    """The text with every hidden character replaced by its code point."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        code_points("".join(group)) if hidden else "".join(group)
        for hidden, group in itertools.groupby(unicodedata.normalize("NFC", text), key=is_hidden)
    )


def unshown(value: Any, is_drawn: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
    """The sorted characters, anywhere in a value, that are hidden or not drawn; as code points."""
    seen = {c for text in _strings(value) for c in unicodedata.normalize("NFC", text)}
    return tuple(f"U+{ord(c):04X}" for c in sorted(seen) if is_hidden(c) or not is_drawn(c))


def _strings(value: Any) -> Iterator[str]:
    """The strings in a value that hold more than printable ASCII."""
    if isinstance(value, str):
        if not (value.isascii() and value.isprintable()):
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
