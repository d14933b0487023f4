"""Checks that two public copies of one telegram reveal no more together than either alone.

## Why

A telegram released twice, years apart and by different reviewers, often loses different words each
time. Whoever puts the copies side by side reads what both withhold.

## Example

The copy of 2011 withholds paragraph 4 and prints 5; that of 2015 prints 4 and withholds 5.

*Use instead:* one decision for all copies, or a later copy that withholds no more than the first.

## Limits

Copies are recognised by their message number and compared portion by portion. A later copy that
only releases more is no conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redact.documents.head.message_id import message_id
from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.register import Register
from redact.patterns import pattern
from redact.rules.redaction.alignment import gaps
from redact.rules.release.deletion import Deletion, touching
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span

ID = "red-copies-conflict"

_WORD = pattern(r"\S+")
_DELETION = "\0"
_CANCELLED_LINE = pattern(
    r"^\[[A-Z ]{1,40} - cancelled for this copy\][ \t]+"
    r"(?:SECTION[ \t]+\d+[ \t]+OF[ \t]+\d+[ \t]+)?"
    r"(?P<station>[A-Z][A-Z .'-]{1,40}?)[ \t]+(?P<number>\d{1,6})\b",
)
_LINES = 60
"""Lines at the top of a copy that are searched for its classification line."""

Words = list[tuple[str, Span]]


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every deletion whose words another copy prints, when that copy withholds others."""
    number = _message_number(examined.document, examined.register)
    if number is None:
        return
    own = _portions(examined)
    for sibling in examined.siblings:
        if _message_number(sibling, examined.register) != number:
            continue
        other = _portions(_alone(sibling, examined))
        shared = [(own[key], other[key]) for key in own if key in other]
        revealed = [span for ours, theirs in shared for span in _revealed(ours, theirs)]
        if revealed and any(True for ours, theirs in shared for _ in _revealed(theirs, ours)):
            for span in revealed:
                yield Hit(
                    span=span,
                    message=f"another public copy of {number} prints what is withheld here, "
                    "and withholds what this one prints",
                    fix="make the same decision in every copy of the telegram",
                )


def _message_number(copy: Document, register: Register) -> str | None:
    """The canonical message number, ``None`` when station, number or year cannot be read."""
    number = copy.telegram and copy.telegram.message_number
    if number:
        return number.id
    year = str(copy.date.year) if copy.date else None
    source = copy.source
    for line in range(1, min(source.line_count, _LINES) + 1):
        match = _CANCELLED_LINE.match(source.line_text(line))
        if match:
            return message_id(year, match["station"], match["number"], register)
    return None


def _alone(document: Document, examined: Examined) -> Examined:
    """Another copy by itself: how it was made is not known here."""
    return replace(examined, document=document, siblings=(), publication=None)


def _portions(examined: Examined) -> dict[tuple[str, str | None, int], Words]:
    """The words of every portion, by its kind, its number and which of that number it is."""
    deletions = find_deletions(examined)
    portions: dict[tuple[str, str | None, int], Words] = {}
    equals: Counter[tuple[str, str | None]] = Counter()
    for portion in examined.document.portions:
        name = portion.kind, portion.number
        text = examined.document.source.text
        portions[*name, equals[name]] = _words(text, portion.text_span, deletions)
        equals[name] += 1
    return portions


def _words(text: str, span: Span, deletions: Sequence[Deletion]) -> Words:
    """The words of a stretch in order, every deletion as one sign."""
    words: Words = []
    done = span.start
    for deletion in touching(span, deletions):
        if span.covers(deletion.span):
            words += _plain(text, done, deletion.span.start)
            words.append((_DELETION, deletion.span))
            done = deletion.span.end
    return words + _plain(text, done, span.end)


def _plain(text: str, start: int, end: int) -> Words:
    return [(m[0].casefold(), Span(*m.span())) for m in _WORD.finditer(text, start, end)]


def _revealed(withholding: Words, printing: Words) -> Iterator[Span]:
    """Deletions of one copy in whose place the other prints words and withholds nothing."""
    first, second = [w for w, _ in withholding], [w for w, _ in printing]
    for gap in gaps(first, second, unfit=(_DELETION,)):
        there = second[gap.other_start : gap.other_end]
        if there and _DELETION not in there:
            here = withholding[gap.start : gap.end]
            yield from (span for word, span in here if word == _DELETION)
