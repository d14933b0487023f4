"""A cache of a model's results for recent paragraphs, so that repeated ones are read once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

Seen = tuple[tuple[int, int, str], ...]
"""Entities of a paragraph: start, end and label."""

LARGEST = 2_000_000
"""Characters of paragraphs to cache; the oldest are evicted first."""


class ParagraphMemory:
    """A cache per worker process; results are the same without it."""

    def __init__(self, read: Callable[[Sequence[str]], Iterable[Seen]]) -> None:
        self._read = read
        self._seen: OrderedDict[str, Seen] = OrderedDict()
        self._characters = 0

    def read(self, paragraphs: Sequence[str]) -> list[Seen]:
        """The model's entities for each of the paragraphs, in order."""
        here = {p: self._seen[p] for p in paragraphs if p in self._seen}
        new = [p for p in dict.fromkeys(paragraphs) if p not in here]
        here |= zip(new, self._read(new), strict=True)
        for paragraph, seen in here.items():
            self._remember(paragraph, seen)
        return [here[p] for p in paragraphs]

    def _remember(self, paragraph: str, seen: Seen) -> None:
        if paragraph in self._seen:
            self._seen.move_to_end(paragraph)
            return
        self._seen[paragraph] = seen
        self._characters += len(paragraph)
        while self._characters > LARGEST:
            forgotten, _ = self._seen.popitem(last=False)
            self._characters -= len(forgotten)
