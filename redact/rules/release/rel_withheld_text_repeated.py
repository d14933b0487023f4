"""Checks that no released portion repeats a sentence that is withheld elsewhere.

## Why

A sentence is classified by what it says, not by where it stands. When a drafter marks one
paragraph (U) and repeats in it a sentence of a paragraph marked (C), one of the marks is wrong. The
copy shows what the marks allow, so the sentence can be read; only a reviewer can tell which mark is
right.

## Example

    1. (U) The bakers will bring the large cake on Friday.

    2. (C) [(b)(1) ~1 line]

where paragraph 2 of the original says the same.

*Use instead:* the sentence withheld from paragraph 1 too, or paragraph 2 released after review.

## Limits

Only whole sentences of at least six words are compared, and only in copies of ours, whose original
is known. Names and phrases are the matter of other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document, Portion
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.deleted import Deletion, visible_text
from redact.sources import Span

ID = "rel-withheld-text-repeated"

_SENTENCE = pattern(r"[^.!?]+")
_WORD = pattern(r"[^\W_]+")
_FEWEST_WORDS = 6

Words = tuple[str, ...]


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each released portion of the copy that shows such a sentence, at its first one."""
    publication = examined.publication
    if publication is None:
        return
    original = publication.original
    withheld: dict[Words, Span] = {}
    for gone in publication.withheld:
        if not gone.person:
            for words, _ in _sentences(original.source.text, gone.original):
                withheld.setdefault(words, gone.original)
    if not withheld:
        return
    document = examined.document
    labels = [Deletion(gone.public, (), tells_amount=False) for gone in publication.withheld]
    for portion in document.portions:
        if portion.kind == "sub-paragraph" or not _shows_words(document, portion, labels):
            continue
        for words, place in _sentences(document.source.text, portion.text_span):
            if words in withheld:
                line = original.source.line_col(withheld[words].start)[0]
                yield Hit(
                    span=place,
                    message=f"released text repeats a sentence withheld in line {line} of the "
                    "original",
                    fix="withhold it here too, or have the withheld portion reviewed",
                )
                break


def _shows_words(document: Document, portion: Portion, labels: list[Deletion]) -> bool:
    shown = visible_text(document.source.text, portion.text_span, labels)
    return _WORD.search(shown) is not None


def _sentences(text: str, span: Span) -> Iterator[tuple[Words, Span]]:
    """The sentences of a stretch as words in small letters, with their places."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        found = list(_WORD.finditer(match[0]))
        if len(found) >= _FEWEST_WORDS:
            start = match.start() + found[0].start()
            end = match.start() + found[-1].end()
            yield tuple(word[0].casefold() for word in found), Span(start, end)
