"""A document as it was read: its text, and what it takes to write it back byte for byte."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import field

from redact.patterns import pattern
from redact.values import dataclass

_LINE_END = pattern(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """How the bytes of a plain-text file became its text.

    ``encoding`` is a Python codec name that decodes and encodes without loss; ``bom`` is the
    byte-order mark before the text (not part of the text).
    """

    encoding: str = "utf-8"
    bom: bytes = b""


@dataclass(frozen=True, slots=True)
class Source:
    r"""One document: its path as given, decoded text with original line ends, SHA-256 of its bytes.

    Every offset in the project counts code points of ``text``. Lines end at ``\\n``, ``\\r\\n`` or
    ``\\r``; a form feed is an ordinary character of its line.
    """

    path: str
    text: str
    sha256: str
    origins: TextOrigin = TextOrigin()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    @classmethod
    def from_text(cls, text: str, path: str = "-") -> Source:
        """A source built from a string; its SHA-256 is that of the UTF-8 bytes."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(path=path, text=text, sha256=digest)

    @property
    def line_count(self) -> int:
        """Number of lines; text after the last line end counts as a line, even when empty."""
        return len(self._starts)

    def line_col(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point offset, both counted from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Offset of the first code point of a line, lines counted from 1."""
        return self._starts[line - 1]

    def line_text(self, line: int) -> str:
        """The characters of a line without its line end, lines counted from 1."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")
