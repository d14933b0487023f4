"""The telegrams whose names were marked by hand: one half to look at, and two to score on.

``annotations.json`` holds offsets and roles, no text; the texts are read from the shared corpus and
checked against the hash they had when they were marked.

``fresh`` is 40 telegrams whose names had never been scored when they were marked: of those without
marks and of at most 20,000 characters, the first 40 by a seeded hash of their names. Two readers,
who saw no output of the tool, each read one half first and then the other, listing the names before
looking at what the first reader had marked. Of 216 spans they differed on 3, all eponyms: one
missed by the first reader, two by the second. All three are marked. 8 of these telegrams had been
read before, for the fields of the parser.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SEED = "redact names 1"
KEPT_BACK = ("held", "fresh")
"""Halves whose texts are opened only on request; the weights are fitted on *held* too."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the names marked in it; offsets are code points."""

    document: str
    text: str
    names: tuple[tuple[int, int], ...]
    eponyms: tuple[tuple[int, int], ...]


def read_annotated(
    shared: Path, kept_back: tuple[str, ...] = ()
) -> dict[str, tuple[Annotated, ...]]:
    """The annotated texts of ``seeds`` and ``look``, and of those of `KEPT_BACK` asked for.

    Telegrams are halved by a seeded hash of their names; those marked later were halved before
    they were read, so that no telegram already seen is in the held half. Exits if a text is not the
    one that was marked.
    """
    first = _read(shared / "corpus" / "names.json")
    later = _read(HERE / "annotations.json")
    halves = {"seeds": [d for d in first if d["doc"].startswith("seeds/")]}
    telegrams = sorted((d for d in first if d not in halves["seeds"]), key=_order)
    middle = len(telegrams) // 2
    halves["look"], halves["held"], halves["fresh"] = telegrams[:middle], telegrams[middle:], []
    for marked in later:
        halves[marked["half"]].append(marked)
    return {
        half: tuple(_annotated(shared, d) for d in sorted(documents, key=lambda d: d["doc"]))
        for half, documents in halves.items()
        if half not in KEPT_BACK or half in kept_back
    }


def _read(file: Path) -> list[dict[str, Any]]:
    marked: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return marked


def _order(marked: dict[str, Any]) -> str:
    return hashlib.sha256(f"{SEED}:{marked['doc']}".encode()).hexdigest()


def _annotated(shared: Path, marked: dict[str, Any]) -> Annotated:
    data = (shared / marked["doc"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != marked["sha256"]:
        sys.exit(f"error: {marked['doc']}: is not the text that was annotated")
    names, eponyms = (
        tuple((s["start"], s["end"]) for s in marked["spans"] if s["should_redact"] is named)
        for named in (True, False)
    )
    return Annotated(marked["doc"], data.decode("utf-8"), names, eponyms)
