"""Invented telegrams of many posts and decades, marked while they were written; two halves.

The real telegrams whose names are marked are nearly all of one embassy. These were written from how
telegrams of other posts look, by somebody who had not read the code that finds names, and halved by
tossing a coin for each before any was scored. ``read.yaml`` may be read by who works on names;
``untouched.yaml`` is read only when asked for, and only to print figures.
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
    """The telegrams of each of ``halves``; a file of a half not asked for is not opened."""
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
