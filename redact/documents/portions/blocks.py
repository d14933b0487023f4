"""Passages between two signs: BEGIN TEXT and END TEXT, SUMMARY and END SUMMARY, COMMENT, NOTE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents.lines import TextLine, line_at
from redact.documents.model import Block
from redact.patterns import LINE_END, LINE_START, pattern
from redact.sources import Span
from redact.sources.capitals import in_capitals, places_of

_KINDS = (
    "SUMMARY|COMMENTS?|NOTE|TEXT|QUOTE|TRANSLATION|FYI|EXCERPTS?|STATEMENT|LETTER|NON-?PAPER"
    r"|AIDE[- ]MEMOIRE|POINTS|TALKING\s+POINTS|MESSAGE|PARAPHRASE|BIO"
)
_WHOSE = (
    "EXECUTIVE|EMBASSY|POST|BIO(?:GRAPHIC)?|CONSULATE|MISSION|AMBASSADOR'?S|DRAFTER'?S|UNOFFICIAL"
    "|INFORMAL|VERBATIM|OFFICIAL|FULL|EMBOFF|POLOFF|ECONOFF"
)
_AND_WHAT = r"COMMENT|ACTION\s+REQUEST|INTRODUCTION|RECOMMENDATIONS?|BACKGROUND"
_GAP = r"[ \t]{0,20}"


def _words(group: str) -> str:
    """Pattern of the words that name a passage: ``EMBASSY COMMENT``, ``SUMMARY AND ACTION``."""
    named = rf"(?P<{group}>{_KINDS})\b"
    return rf"(?:(?:{_WHOSE})\s+)?{named}(?:\s+(?:AND|&)\s+(?:{_AND_WHAT})S?)?"


_LINE_START = (
    rf"{LINE_START}{_GAP}(?:\u00b6?{_GAP}\d{{1,3}}[.)]?{_GAP})?"
    rf"(?:\([^()\r\n]{{1,24}}\){_GAP})?(?:-{{1,2}}{_GAP})?"
)
_SIGN = pattern(
    rf"\b(?P<begin>(?:BEGIN|START|UEGIN|BEGI)\s+(?:OF\s+)?{_words('begun')}\b)"
    rf"|\b(?P<end>END\s+(?:OF\s+)?{_words('ended')})"
    rf"|\b(?P<again>{_words('continued')}\s+CONTINUE[SD])"
    rf"|(?P<lead>{_LINE_START}|[.!?:;\"')\]]{_GAP}(?:\r\n|[\r\n])?{_GAP}|[(\[]{_GAP})"
    rf"(?P<named>{_words('opened')})(?P<stop>{_GAP}:|\.[ \t]|{_GAP}--?[ \t]|{_GAP}{LINE_END})"
)
"""A sign, in capitals: letters of either case are slower to compare."""
_OPEN_WITHOUT_BEGIN = frozenset({"summary", "comment", "note", "fyi"})
_WORDS = (
    *("SUMMARY", "COMMENT", "NOTE", "TEXT", "QUOTE", "TRANSLATION", "FYI", "EXCERPT"),
    *("STATEMENT", "LETTER", "PAPER", "MEMOIRE", "POINTS", "MESSAGE", "PARAPHRASE", "BIO"),
)
_CAPITALS = pattern(r"[A-Z][A-Z ]*$")
_STOPS = pattern(
    r"[A-Z]{1,14}(?:\s+(?:AND|&)\s+[A-Z]{1,16}(?:\s+[A-Z]{1,16})?)?"
    r"(?:[ \t]{0,20}(?:[:\r\n-]|\Z)|\.[ \t])"
)
"""One or two words in capitals, with what follows them when they open a passage without BEGIN."""
_BESIDE = ("BEGI", "UEGIN", "START", "END", "CONTINUE")
"""Words that make a block sign of a word with no colon or stop after it."""


def find_blocks(text: str, lines: Sequence[TextLine], start: int, end: int) -> tuple[Block, ...]:
    """The passages of ``text[start:end]`` in order of their first sign; ``lines`` are all lines.

    An END closes the most recent open passage of its kind; an END without one, and a passage that
    is never closed, become blocks with one sign.
    """
    found: list[Block] = []
    open_: dict[str, list[tuple[Span, list[Span]]]] = {}
    for match in _signs(text, lines, start, end):
        if match["begin"]:
            _open(open_, _kind(match["begun"]), Span(*match.span("begin")))
        elif match["end"]:
            sign, kind = Span(*match.span("end")), _kind(match["ended"])
            waiting = open_.get(kind)
            if waiting:
                opened, continued = waiting.pop()
                found.append(
                    Block(kind, Span(opened.start, sign.end), opened, sign, tuple(continued))
                )
            else:
                found.append(Block(kind, sign, None, sign))
        elif match["again"]:
            waiting = open_.get(_kind(match["continued"]))
            if waiting:
                waiting[-1][1].append(Span(*match.span("again")))
        elif _opens(match, text[match.start("named") : match.end("named")]):
            _open(open_, _kind(match["opened"]), Span(*match.span("named")))
    for kind, waiting in open_.items():
        for opened, continued in waiting:
            found.append(Block(kind, opened, opened, None, tuple(continued)))
    return tuple(sorted(found, key=lambda block: (block.span.start, block.span.end)))


def _signs(text: str, lines: Sequence[TextLine], start: int, end: int) -> Iterator[re.Match[str]]:
    """Every sign, in capitals, searched only in lines that contain one of the words and in the
    line above: the pattern of a sign is slow and most lines have none.
    """
    capitals = in_capitals(text)
    done = read_to = start
    looked_at, is_beside = -1, False
    for place in places_of(_WORDS, text, start, end):
        if place < read_to:
            continue
        line = line_at(lines, place)
        above, stop = max(start, lines[max(0, line - 1)].start), min(lines[line].stop, end)
        if line != looked_at:
            looked_at, is_beside = (
                line,
                any(capitals.find(word, above, stop) >= 0 for word in _BESIDE),
            )
        if is_beside or _STOPS.match(capitals, place, end):
            # Text after the last sign may begin one that ends on this line: END / COMMENT.
            for sign in _SIGN.finditer(capitals, max(above, done), stop):
                done = sign.end()
                yield sign
            read_to = stop


def _open(open_: dict[str, list[tuple[Span, list[Span]]]], kind: str, sign: Span) -> None:
    open_.setdefault(kind, []).append((sign, []))


def _opens(match: re.Match[str], words: str) -> bool:
    """Whether ``words`` open a passage without BEGIN: a heading with a colon, or in capitals."""
    if _kind(match["opened"]) not in _OPEN_WITHOUT_BEGIN:
        return False
    stop = match["stop"].strip()
    if stop == ":":
        return True
    return bool(stop) and _CAPITALS.match(words) is not None and match["lead"][:1] not in "\"')]"


def _kind(words: str) -> str:
    """The passage's word in lower case and singular."""
    word = " ".join(words.lower().split())
    return {"comments": "comment", "excerpts": "excerpt"}.get(word, word)
