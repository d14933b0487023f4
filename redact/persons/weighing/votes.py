"""What a whole document says about a word: every place that indicates a firm or a person.

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
"""Signs of firms, newspapers, parties and peoples, and of persons, by certainty."""

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a word: the evidence there, and the folded words listed with it."""

    word: Word
    stands: frozenset[str]
    partners: tuple[str, ...]


def votes_of(places: Sequence[Place]) -> Iterator[frozenset[str]]:
    """For each place, what all places of its word say, and those of the words listed with it."""
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
