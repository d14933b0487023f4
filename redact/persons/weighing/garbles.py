"""Rare words that are misspelt ordinary ones: letters changed, dropped or doubled in transmission.

In capitals they look like names. A word is only checked when the model alone takes it for a
name.
"""

from __future__ import annotations

import functools
from collections import defaultdict

from redact.persons.lexicon import Lexicon, load_lexicon

_LONG = 8
_LONGEST = 24


def garbled_by(folded: str, lexicon: Lexicon) -> int:
    """How a rare word differs from an ordinary one: 0 when it is not similar to any.

    1: one letter wrong, missing, doubled or swapped with the next. 2: two ordinary words run
    together, or two letters of a long word wrong.
    """
    if len(folded) > _LONGEST:
        return 0
    if _is_two_words(folded, lexicon):
        return 2
    if _one_away(folded) & lexicon.ordinary:
        return 1
    return 2 if len(folded) >= _LONG and _two_away(folded) else 0


def is_garbled_place(folded: str, lexicon: Lexicon) -> bool:
    """Whether it is a place or people with one letter wrong: PARAGUA, VENEZEULA, TURKIS."""
    if len(folded) > _LONGEST:
        return False
    near = _one_away(folded)
    return bool(near & lexicon.places or near & lexicon.demonyms)


def _is_two_words(folded: str, lexicon: Lexicon) -> bool:
    for cut in range(2, len(folded) - 1):
        head, tail = folded[:cut], folded[cut:]
        if head not in lexicon.ordinary or tail not in lexicon.ordinary:
            continue
        if head in lexicon.small_words or tail in lexicon.small_words:
            return True
        if len(folded) > _LONG and min(len(head), len(tail)) > 2:
            return True
    return False


def _one_away(word: str) -> frozenset[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return frozenset(
        near
        for head, tail in cuts
        for near in (
            head + tail[1:],
            head + tail[1:2] + tail[:1] + tail[2:],
            *(head + c + tail[1:] for c in letters),
            *(head + c + tail for c in letters),
        )
    )


def _two_away(word: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return any(
        Levenshtein.distance(word, known, score_cutoff=2) <= 2
        for length in range(len(word) - 2, len(word) + 3)
        for known in _by_shape().get((word[0], length), ())
    )


@functools.cache
def _by_shape() -> dict[tuple[str, int], tuple[str, ...]]:
    """The ordinary words by first letter and length."""
    shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(load_lexicon().ordinary):
        shapes[word[0], len(word)].append(word)
    return {shape: tuple(words) for shape, words in shapes.items()}
