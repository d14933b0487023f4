"""What a whole document tells of a word: every place that says firm, every one that says person.

One place leaves open what TEKSAN is; TEKSAN'S SHARES two paragraphs later does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from redact.persons.words import Word
from redact.values import dataclass

SIGNS = {
    "surely an organisation": frozenset(
        {
            "after: belonging",
            "after: undergone",
            "before: organisation",
            "before: organisation and a sign",
            "described: -owned",
            "described: a place",
            "described: printed on a day",
            "explained behind it: organisation",
            "explained in brackets: organisation",
            "explained is: organisation",
            "one of: organisations",
            "together: belonging",
            "together: organisation",
            "together: peopled",
        }
    ),
    "perhaps an organisation": frozenset(
        {
            "after: operates",
            "after: organisation",
            "after: peopled",
            "after: which",
            "before: employment",
            "goes on: it",
            "of it: belonging",
            "of it: organisation",
        }
    ),
    "surely a person": frozenset(
        {
            "after: an age",
            "after: personal",
            "after: rule",
            "after: who",
            "explained behind it: calling",
            "explained behind it: office",
            "explained is: calling",
            "explained is: office",
            "of it: personal",
            "of it: rule",
        }
    ),
    "perhaps a person": frozenset(
        {"after: acts", "before: company", "goes on: he or she", "one of: persons"}
    ),
}
"""What is said of firms, papers, parties and peoples, and what of persons, by how sure it is."""

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a word: what stands there, and the folded words it is listed with."""

    word: Word
    stands: frozenset[str]
    partners: tuple[str, ...]


def votes_of(places: Sequence[Place]) -> Iterator[frozenset[str]]:
    """For each place what all the places of its word say, and those of what it is listed with."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for place in places:
        counts[place.word.folded].update(
            vote for vote, signs in SIGNS.items() for _ in signs & place.stands
        )
    for place in places:
        said = counts[place.word.folded]
        voted = {f"document: {vote}" for vote in said}
        voted |= {f"document: {vote}, again" for vote, n in said.items() if n >= _OFTEN}
        voted |= {
            f"listed with: {vote}" for partner in place.partners for vote in counts.get(partner, ())
        }
        yield frozenset(voted)
