"""Paragraphs as language models read them, with each run of blanks reduced to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redact.sources import Span

_WORD = re.compile(r"[^\W\d_]{2}")
_RUN = re.compile(r" +|[^ ]+")


def compacted(text: str, spans: Iterable[Span], start: int) -> Iterator[tuple[str, list[int]]]:
    """Each paragraph that contains a word, and its characters' offsets, relative to ``start``.

    The model would take each run of blanks (joined lines, masked page headings) for a word.
    """
    for span in spans:
        if _WORD.search(text, span.start, span.end):
            yield _compacted(text, span, start)


def _compacted(text: str, span: Span, start: int) -> tuple[str, list[int]]:
    pieces: list[str] = []
    offsets: list[int] = []
    for run in _RUN.finditer(text, span.start, span.end):
        pieces.append(" " if run[0][0] == " " else run[0])
        offsets += range(run.start() - start, run.start() - start + len(pieces[-1]))
    return "".join(pieces), offsets
