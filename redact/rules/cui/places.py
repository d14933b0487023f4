"""Which part of a CUI banner line a word is in."""

from __future__ import annotations

from redact.markings.reading import Problem
from redact.rules.marks import Mark

_CONTROL_WORDS = ("ONLY", "FED", "NO", "REL", "DISPLAY", "ATTORNEY", "DELIB", "DL")


def is_in_place_of_category(mark: Mark, problem: Problem) -> bool:
    """Whether an unknown word is where categories belong: in the first part after the word CUI.

    A line whose first part is a misspelled control has no categories.
    """
    text = mark.reading.text
    if text[: problem.span.start].count("//") > 1:
        return False
    meant = mark.reading.meant
    if meant is not None:
        parts = meant.split("//")
        if len(parts) == 2 and parts[1].startswith(_CONTROL_WORDS):
            return False
    return not problem.span.of(text).upper().startswith(_CONTROL_WORDS)
