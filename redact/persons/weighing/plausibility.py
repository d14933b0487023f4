"""Whether a word found once as a name is a name throughout the document.

One mistake of the model, propagated, would cover every COCA in a telegram about coca. A person
who is named often is recognized as one more than once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from redact.persons.second_models import SECOND_DETECTORS
from redact.persons.views.reading import Reading
from redact.persons.weighing.merging import Sighting
from redact.persons.words import Word, words_of

_OFTEN = 8
_LEAST_SHARE = 0.15

# A single word found only by these may be a mistake; any other detector is convincing.
UNSURE = SECOND_DETECTORS | {"model", "context", "portfolio"}

# Gordavans, Kastovites: a people in no list. Timmermans and Huysmans are names.
_PEOPLE = re.compile(r"(?:[aeiouv]ans|[vrldst]ians|[vnmt]ites)$")


def is_like_people(reading: Reading, word: Word) -> bool:
    """Whether an unlisted word looks like the plural of a people; shown, but not surely a name."""
    return reading.lexicon.is_unknown(word.folded) and (
        not reading.lexicon.is_name(word.folded) and bool(_PEOPLE.search(word.folded))
    )


def implausible_words(reading: Reading, sightings: Iterable[Sighting]) -> frozenset[str]:
    """Folded words that are frequent in the text but hardly ever found as a name there.

    Words that a mixed-case document also writes in lower case are implausible at once.
    """
    seen: Counter[str] = Counter()
    sure: set[str] = set()
    for sighting in sightings:
        words = [w.folded for w in words_of(reading.view, sighting.span)]
        seen.update(words)
        if len(words) > 1 or not UNSURE.issuperset(sighting.detectors):
            sure.update(words)
    total: Counter[str] = Counter()
    small: set[str] = set()
    for word in words_of(reading.text):
        if word.folded in seen and word.folded not in sure:
            total[word.folded] += 1
            if word.text.islower():
                small.add(word.folded)
    rare = {w for w, n in total.items() if n >= _OFTEN and seen[w] < _LEAST_SHARE * n}
    return frozenset(rare | small)
