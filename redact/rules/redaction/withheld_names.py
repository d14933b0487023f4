"""Names that were withheld from a public copy, and where they can still be read."""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Publication
from redact.sources import Span
from redact.sources.folding import fold
from redact.sources.wording import find_name, name_words, surname_of
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class WithheldName:
    """A name as written in the original, and the place of the first label that replaces it."""

    text: str
    label: Span

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name whole, if it has several words, and its surname."""
        whole = (self.text,) if len(name_words(self.text)) > 1 else ()
        surname = surname_of(self.text)
        return (*whole, surname) if surname else (*whole,)


def withheld_names(publication: Publication) -> tuple[WithheldName, ...]:
    """Each distinct withheld name once, in order of position."""
    names: dict[tuple[str, ...], WithheldName] = {}
    for withheld in publication.withheld:
        if withheld.person:
            text = withheld.original.of(publication.original.text)
            names.setdefault(name_words(text), WithheldName(text, withheld.public))
    return tuple(names.values())


def readable_places(name: WithheldName, copy: Document) -> Iterator[Span]:
    """Where a withheld name, or its surname alone, can be read in a copy."""
    folded = fold(copy.text)
    found: list[Span] = []
    for spelling in name.spellings:
        for place in find_name(folded, spelling):
            if not any(place.overlaps(done) for done in found):
                found.append(place)
    yield from sorted(found)


def is_accounted_for(place: Span, examined: Examined) -> bool:
    """Whether a place was looked at and kept, or is wording of ours: a label, the header."""
    publication = examined.publication
    if publication is None:
        return False
    labels = [withheld.public for withheld in publication.withheld]
    ours = (*labels, *(new for _, new in publication.edited))
    if any(span.covers(place) for span in ours):
        return True
    # Releasing a portion does not release the names withheld in it.
    return any(
        span.covers(place) and not any(span.covers(label) for label in labels)
        for span in publication.kept
    )
