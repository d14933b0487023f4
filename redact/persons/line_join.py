"""A view of the text in which hard-wrapped lines are joined, of the same length as the text.

A line end inside a paragraph becomes blanks. A word broken by a hyphen at a line end is written
together and followed by as many blanks as it lost; `Joined` remembers it, so that what is found in
the view is widened to the whole word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from redact.persons.lexicon import Lexicon, fold
from redact.persons.span_index import SpanIndex
from redact.persons.words import LETTER
from redact.sources import Span

_BREAK = re.compile(rf"(?P<head>{LETTER}+(?:['’]{LETTER}+)*)-[ \t]*\r?\n[ \t]*(?P<tail>{LETTER}+)")
_LINE_END = re.compile(r"[\r\n\t]")


@dataclass(frozen=True, slots=True)
class Joined:
    """The joined text and the words that were broken, as spans of both texts."""

    text: str
    broken: SpanIndex

    def widened(self, span: Span) -> Span:
        """``span`` widened to the whole of each broken word it touches."""
        for word in self.broken.touching(span):
            span = Span(min(span.start, word.start), max(span.end, word.end))
        return span


def join_lines(text: str, spans: Iterable[Span], lexicon: Lexicon) -> Joined:
    """``text`` with the lines inside each of ``spans`` joined."""
    pieces: list[str] = []
    broken: list[Span] = []
    done = 0
    for span in spans:
        piece = span.of(text)
        for match in _BREAK.finditer(piece):
            word = _without_break(match, lexicon)
            if word is None:
                continue
            piece = piece[: match.start()] + word.ljust(len(match[0])) + piece[match.end() :]
            broken.append(Span(span.start + match.start(), span.start + match.end()))
        pieces += (text[done : span.start], _LINE_END.sub(" ", piece))
        done = span.end
    joined = "".join((*pieces, text[done:]))
    return Joined(joined, SpanIndex.of(broken))


def _without_break(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The broken word written together, ``None`` when the hyphen belongs to it.

    INTER-/NATIONAL is one word; CENTURY-/OLD and BANZER-/PINOCHET-like pairs of which both halves
    stand on their own are two.
    """
    head, tail = match["head"], match["tail"]
    whole = fold(head + tail)
    if whole in lexicon.ordinary or lexicon.is_unnamed(whole) or lexicon.is_name(whole):
        return head + tail
    halves = (fold(head), fold(tail))
    if all(h in lexicon.ordinary or lexicon.is_name(h) or lexicon.is_unnamed(h) for h in halves):
        return None
    if len(tail) > 2 and (text_is_compound := head[-1].islower() and tail[0].isupper()):
        return None if text_is_compound else head + tail
    return head + tail
