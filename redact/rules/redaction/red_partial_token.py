"""Checks that a deletion covers whole words: no letters of the name remain at its edge.

## Why

`Quim[(b)(6) name]` and `Z. [(b)(6) name]` leave enough to choose from a list of names.

## Example

    The test was led by Z. [(b)(6) name].

*Use instead:* `The test was led by [(b)(6) name].`

## Limits

A possessive ending after a label is not reported, since it reveals nothing of the name; nor is a
word joined by a hyphen, which is seldom part of it (`[(b)(6) name]-led delegation`).
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.deletion import Deletion
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span
from redact.sources.wording import initials_before

ID = "red-partial-token"

_LETTERS_BEFORE = pattern(r"[^\W\d_]+\Z")
_LETTERS_AFTER = pattern(r"[^\W\d_]+")
_PRIVACY = (6, 7)
_LONGEST = 40


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on letters that touch a label, and on initials before a withheld name."""
    text = examined.document.source.text
    for deletion in find_deletions(examined):
        for span in _edges(text, deletion):
            yield Hit(
                span=span,
                message="letters stay at the edge of a deletion",
                fix="withhold the whole word or name",
            )


def _edges(text: str, deletion: Deletion) -> Iterator[Span]:
    start, end = deletion.span.start, deletion.span.end
    if text[start] not in "[<█▇▆▅▄■▬▮▓◼⬛":
        return  # bare codes and brackets of round form may follow a word
    before = _LETTERS_BEFORE.search(text, max(0, start - _LONGEST), start)
    initials = initials_before(text, start)
    if before is not None:
        yield Span(*before.span())
    elif initials is not None and any(map(deletion.cites, _PRIVACY)):
        yield initials
    after = _LETTERS_AFTER.match(text, end, end + _LONGEST)
    if after is not None:
        yield Span(*after.span())
