"""Checks that what one public copy withholds cannot be read in another copy of the same set.

## Why

Copies are read side by side. A name or a sentence that one withholds and its reply prints is not
withheld, and the pair shows what was thought worth withholding.

## Example

One telegram shows `[(b)(6) name]`, the answer to it `MR. QUIMBLY`.

*Use instead:* the same decision in every document of the set.

## Limits

Needs the original beside the copy and the other copies of the set. Names are compared as strings:
another person of the same name is reported too. Surnames under four letters are not compared. In
copies of the same run a word counts only where it still names somebody, because the reviewer
released it or has yet to decide; somebody whose role the policy exempts does not count. Text is
compared by sentences of six words and rows of nine; in copies of the same run only where one
telegram refers to the other or both have one message number.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit, Publication
from redact.rules.redaction.withheld_names import WithheldName, readable_places, withheld_names
from redact.rules.release.repeated_words import WithheldWords
from redact.sources import Span
from redact.sources.wording import surname_of

ID = "red-cross-document"

_SHORTEST = 4


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first label of every name that another copy of the set prints, and for every
    other copy on the first label of text that it prints.
    """
    if examined.publication is None:
        return
    yield from _printed_text(examined, examined.publication)
    for name in withheld_names(examined.publication):
        surname = surname_of(name.text)
        if surname is None or len(surname) < _SHORTEST:
            continue
        count = sum(
            _can_be_read(name, sibling, named)
            for sibling, named in _siblings(examined, examined.publication)
        )
        if count:
            documents = "another document" if count == 1 else f"{count} other documents"
            yield Hit(
                span=name.label,
                message=f"a name withheld here can be read in {documents} of the set",
                fix="make the same decision in every document of the set",
            )


def _printed_text(examined: Examined, publication: Publication) -> Iterator[Hit]:
    if not examined.siblings:
        return
    labels = {w.original: w.public for w in publication.withheld if not w.person}
    words = WithheldWords.of(publication.original.text, labels)
    found: dict[Span, str] = {}
    for sibling in examined.siblings:
        printed = words.first_in(sibling.text, Span(0, len(sibling.text)))
        if printed is not None and printed[2] != "a phrase":
            found.setdefault(labels[printed[1]], printed[2])
    for label, what in found.items():
        yield Hit(
            span=label,
            message=f"{what} withheld here can be read in another document of the set",
            fix="make the same decision in every document of the set",
        )


def _siblings(
    examined: Examined, publication: Publication
) -> Iterator[tuple[Document, tuple[Span, ...] | None]]:
    """The other copies, each with the places where it names a person, if that is known."""
    if publication.named_elsewhere is None:
        return ((sibling, None) for sibling in examined.siblings)
    return zip(examined.siblings, publication.named_elsewhere, strict=True)


def _can_be_read(name: WithheldName, sibling: Document, named: tuple[Span, ...] | None) -> bool:
    return any(
        named is None or any(place.overlaps(span) for span in named)
        for place in readable_places(name, sibling)
    )
