"""A text with the persons named in it, as training material."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or line.

    ``persons``: half-open character spans, sorted, not overlapping. ``origin``: the FRUS volume or
    template it comes from, by which development material is split off.
    """

    text: str
    persons: tuple[tuple[int, int], ...]
    origin: str

    def rewritten(self, change: Callable[[str], str]) -> Passage:
        """The passage with its text changed letter for letter; raises when the length changes."""
        text = change(self.text)
        if len(text) != len(self.text):
            raise ValueError("the change must keep the length of the text")
        return replace(self, text=text)
