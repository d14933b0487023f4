"""Checks that no released portion repeats a sentence or phrase that is withheld elsewhere.

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

Whole sentences of at least six words are compared, and runs of six words of which three are long:
the formulas of diplomacy are shorter, or made of short words. Only copies of ours are examined,
whose original is known. Names are the matter of other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.deleted import Deletion, visible_text
from redact.sources import Span

ID = "rel-withheld-text-repeated"

_SENTENCE = pattern(r"[^.!?]+")
_WORD = pattern(r"[^\W_]+")
_FEWEST_WORDS = 6
_FEWEST_LONG = 3
_LONG_WORD = 5
"""Letters of a word that is more than grammar."""

Words = tuple[str, ...]


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each released portion of the copy that shows such words, at the first of them.

    ``case`` is ``phrase`` where it shows no whole sentence.
    """
    publication = examined.publication
    if publication is None:
        return
    original = publication.original
    sentences: dict[Words, Span] = {}
    phrases: dict[Words, Span] = {}
    for gone in publication.withheld:
        if not gone.person:
            for words, _ in _sentences(original.text, gone.original):
                sentences.setdefault(words, gone.original)
            for words, _ in _phrases(original.text, gone.original):
                phrases.setdefault(words, gone.original)
    if not phrases:
        return
    document = examined.document
    labels = [Deletion(gone.public, (), tells_amount=False) for gone in publication.withheld]
    for portion in document.portions:
        if portion.kind == "sub-paragraph" or not _shows_words(document, portion, labels):
            continue
        text, shown = document.text, portion.text_span
        found = _first(_sentences(text, shown), sentences)
        what, case = "a sentence", "default"
        if found is None:
            found = _first(_phrases(text, shown), phrases)
            what, case = "a phrase", "phrase"
        if found is not None:
            place, source = found
            line = original.source.line_col(source.start)[0]
            yield Hit(
                span=place,
                message=f"released text repeats {what} withheld in line {line} of the original",
                fix="withhold it here too, or have the withheld portion reviewed",
                case=case,
            )


def _first(
    shown: Iterator[tuple[Words, Span]], withheld: dict[Words, Span]
) -> tuple[Span, Span] | None:
    """The place of the first of these words that are withheld, and where they are withheld."""
    return next(((place, withheld[words]) for words, place in shown if words in withheld), None)


def _shows_words(document: Document, portion: Portion, labels: list[Deletion]) -> bool:
    shown = visible_text(document.text, portion.text_span, labels)
    return _WORD.search(shown) is not None


def _sentences(text: str, span: Span) -> Iterator[tuple[Words, Span]]:
    """The sentences of a stretch as words in small letters, with their places."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        found = list(_WORD.finditer(match[0]))
        if len(found) >= _FEWEST_WORDS:
            start = match.start() + found[0].start()
            end = match.start() + found[-1].end()
            yield tuple(word[0].casefold() for word in found), Span(start, end)


def _phrases(text: str, span: Span) -> Iterator[tuple[Words, Span]]:
    """Every run of six words of a stretch, in small letters, of which three are long."""
    words = [
        (match[0].casefold(), match.start(), match.end())
        for match in _WORD.finditer(text, span.start, span.end)
    ]
    long = [len(word) >= _LONG_WORD for word, _, _ in words]
    for first in range(len(words) - _FEWEST_WORDS + 1):
        last = first + _FEWEST_WORDS
        if sum(long[first:last]) >= _FEWEST_LONG:
            run = tuple(word for word, _, _ in words[first:last])
            yield run, Span(words[first][1], words[last - 1][2])
