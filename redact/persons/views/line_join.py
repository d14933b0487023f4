"""A view of the text, of equal length, with hard-wrapped lines joined.

A line end inside a paragraph becomes blanks. A word hyphenated at a line end is joined and followed
by as many blanks as were removed; `Joined` remembers it, so that spans found in the view can be
widened to the whole word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.persons.lexicon import Lexicon, fold
from redact.persons.span_index import SpanIndex
from redact.persons.words import LETTER, WORD
from redact.sources import Span
from redact.values import dataclass

_BREAK = re.compile(
    rf"(?<!{LETTER})(?P<head>{LETTER}+(?:['’]{LETTER}+)*)-[ \t]*\r?\n[ \t]*(?P<tail>{LETTER}+)"
)
_HYPHEN = re.compile(r"-[ \t]*\r?\n")  # few texts contain one
_LINE_END = re.compile(r"[\r\n\t]")


@dataclass(frozen=True, slots=True)
class Joined:
    """The joined text and the words that were hyphenated, as spans of both texts."""

    text: str
    broken: SpanIndex

    def widened(self, span: Span) -> Span:
        """``span`` widened to the whole of each hyphenated word it touches."""
        for word in self.broken.touching(span):
            span = Span(min(span.start, word.start), max(span.end, word.end))
        return span


def join_lines(text: str, spans: Iterable[Span], lexicon: Lexicon) -> Joined:
    """``text`` with the lines inside each of ``spans`` joined."""
    hyphens = SpanIndex.of(Span(m.start(), m.end()) for m in _HYPHEN.finditer(text))
    written = _written(text) if hyphens.spans else frozenset()
    pieces: list[str] = []
    broken: list[Span] = []
    done = 0
    for span in spans:
        pieces.append(text[done : span.start])
        done = span.start
        for match in _BREAK.finditer(text, span.start, span.end) if hyphens.touches(span) else ():
            word = _without_break(match, lexicon, written)
            if word is not None:
                pieces.append(_LINE_END.sub(" ", text[done : match.start()]))
                pieces.append(word.ljust(len(match[0])))
                broken.append(Span(match.start(), match.end()))
                done = match.end()
        pieces.append(_LINE_END.sub(" ", text[done : span.end]))
        done = span.end
    joined = "".join((*pieces, text[done:]))
    return Joined(joined, SpanIndex.of(broken))


def _written(text: str) -> frozenset[str]:
    """The folded words of the text, except the hyphenated ones."""
    return frozenset(fold(word) for word in WORD.findall(_BREAK.sub(" ", text)))


def _without_break(match: re.Match[str], lexicon: Lexicon, written: frozenset[str]) -> str | None:
    """The hyphenated word joined, ``None`` when the hyphen belongs to the word.

    INTER-/NATIONAL is one word; CENTURY-/OLD, both halves of which are words, is two. So is
    BANZER-/PINOCHET when either occurs elsewhere in the text. ``written`` are the folded words of
    the text except the hyphenated ones.
    """
    head, tail = match["head"], match["tail"]
    whole, halves = fold(head + tail), (fold(head), fold(tail))
    if _is_known(whole, lexicon) or whole in written:
        return head + tail
    if any(len(half) > 3 and half in written for half in halves):
        return None
    if all(_is_known(half, lexicon) for half in halves):
        return None
    if head[-1].islower() and tail[0].isupper():
        return None
    return head + tail


def _is_known(folded: str, lexicon: Lexicon) -> bool:
    return folded in lexicon.ordinary or lexicon.is_name(folded) or lexicon.is_unnamed(folded)
