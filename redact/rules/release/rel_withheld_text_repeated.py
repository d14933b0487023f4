"""Checks that no released portion repeats a sentence or phrase that is withheld elsewhere.

## Why

A sentence is classified by what it says, not by where it is. If a drafter marks a paragraph (U) and
repeats in it a sentence of a paragraph marked (C), one of the marks is wrong. The copy shows what
the marks allow, so the sentence can be read; only a reviewer can tell which mark is right.

## Example

    1. (U) The bakers will bring the large cake on Friday.

    2. (C) [(b)(1) ~1 line]

where paragraph 2 of the original says the same.

*Use instead:* the sentence withheld from paragraph 1 too, or paragraph 2 released after review.

## Limits

Whole sentences of at least six words are compared, runs of nine words, runs of six of which three
are long or four are no words of grammar, and runs of five of which none is: the formulas of
diplomacy are shorter, or made of such words. The same said in other words is not found. Only copies
of ours are examined, whose original is known. Names are the matter of other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.deletion import Deletion, visible_text
from redact.rules.release.repeated_words import WithheldWords

ID = "rel-withheld-text-repeated"

_WORD = pattern(r"[^\W_]+")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each released portion of the copy that shows such words, at the first of them.

    ``case`` is ``phrase`` where it shows neither a whole sentence nor nine words of one.
    """
    publication = examined.publication
    if publication is None:
        return
    original = publication.original
    withheld = WithheldWords.of(
        original.text, (w.original for w in publication.withheld if not w.person)
    )
    if not withheld.runs:
        return
    document = examined.document
    labels = [Deletion(w.public, (), states_amount=False) for w in publication.withheld]
    for portion in document.portions:
        if portion.kind == "sub-paragraph" or not _shows_words(document, portion, labels):
            continue
        found = withheld.first_in(document.text, portion.text_span)
        if found is not None:
            place, source, what = found
            line = original.source.line_col(source.start)[0]
            yield Hit(
                span=place,
                message=f"released text repeats {what} withheld in line {line} of the original",
                fix="withhold it here too, or have the withheld portion reviewed",
                case="phrase" if what == "a phrase" else "default",
            )


def _shows_words(document: Document, portion: Portion, labels: list[Deletion]) -> bool:
    shown = visible_text(document.text, portion.text_span, labels)
    return _WORD.search(shown) is not None
