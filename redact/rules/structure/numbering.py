"""The sequence of paragraph numbers of a message."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.patterns import LINE_START
from redact.rules.scope import body_text, main_paragraphs
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph and its number; ``copy`` counts repetitions of the whole message from 0."""

    portion: Portion
    number: int
    copy: int


@lru_cache(maxsize=2)  # five rules use those of one document
def numbered_paragraphs(document: Document) -> tuple[Numbered, ...]:
    """The numbered paragraphs of the message, in document order.

    A header block that repeats an earlier one of the same section after some text begins a copy.
    """
    starts = _copies(document)
    return tuple(
        Numbered(
            portion,
            int(portion.number or 0),
            bisect_right(starts, portion.span.start),
        )
        for portion in main_paragraphs(document)
    )


@lru_cache(maxsize=2)  # two rules use those of one document
def misplaced_numbers(document: Document) -> dict[int, tuple[str, Span]]:
    """Numbers missing from the sequence that are in its gap after all, with their spans.

    They open a line without a full stop (``unstopped``), or begin within one after the end of a
    sentence (``run-on``).
    """
    entries = numbered_paragraphs(document)
    present = {entry.number for entry in entries}
    if all(after.number <= before.number + 1 for before, after in pairwise(entries)):
        return {}
    text = body_text(document)
    found: dict[int, tuple[str, Span]] = {}
    for before, after in pairwise(entries):
        for number in range(before.number + 1, min(after.number, before.number + 4)):
            pattern = re.compile(
                rf"{LINE_START}[ \t]*(?P<unstopped>{number})[ \t]+(?=\(?[A-Z])"
                rf"|[a-zA-Z][.?!)\"][ \t]{{1,3}}(?P<run_on>{number})\.[ \t]{{1,3}}(?=\(?[A-Z])"
            )
            match = pattern.search(text, before.portion.span.start, after.portion.span.start)
            if match and match.lastgroup and number not in present:
                found[number] = (match.lastgroup, Span(*match.span(match.lastgroup)))
    return found


def _copies(document: Document) -> list[int]:
    blocks = document.telegram_fields.header_blocks
    paragraphs = main_paragraphs(document)
    first_text = paragraphs[0].span.start if paragraphs else 0
    seen = set()
    starts = []
    for block in blocks:
        if block.section in seen and block.span.start > first_text:
            starts.append(block.span.start)
        seen.add(block.section)
    return starts
