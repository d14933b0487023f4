"""Invented telegrams of many posts and decades, marked as they were written; two halves.

The real telegrams with marked names are nearly all from one embassy. These were written after the
style of other posts' telegrams, by somebody who had not read the code that finds names, and
halved by a coin toss for each before any was scored. ``read.yaml`` may be read while working on
names, and the weights are fitted on it; ``untouched.yaml`` is opened only on request, and only to
print figures.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from annotated import Annotated

FOLDER = Path(__file__).resolve().parent / "world"
UNTOUCHED = "untouched"
HALVES = ("read", UNTOUCHED)
_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def read_world(halves: tuple[str, ...]) -> dict[str, tuple[Annotated, ...]]:
    """The telegrams of each of ``halves``; the file of a half not requested is not opened."""
    return {
        half: tuple(
            unmark(f"world/{half}/{name}", marked)
            for group in yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8")).values()
            for name, marked in group.items()
        )
        for half in halves
    }


def unmark(document: str, marked: str) -> Annotated:
    """The text without its marks: ``[[ ]]`` are names of persons, ``{{ }}`` eponyms."""
    text, names, eponyms, start, end = "", [], [], 0, 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        end = mark.end()
        match mark.group():
            case "]]":
                names.append((start, len(text)))
            case "}}":
                eponyms.append((start, len(text)))
            case _:
                start = len(text)
    return Annotated(document, text + marked[end:], tuple(names), tuple(eponyms))
