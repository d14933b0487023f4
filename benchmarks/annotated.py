"""The telegrams whose names were marked by hand, in the half to look at and the half to score.

``annotations.json`` holds offsets and roles, no text; the texts are read from the shared corpus and
checked against the hash they had when they were marked.
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


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the names marked in it; offsets are code points."""

    document: str
    text: str
    names: tuple[tuple[int, int], ...]
    eponyms: tuple[tuple[int, int], ...]


def read_annotated(shared: Path) -> dict[str, tuple[Annotated, ...]]:
    """``seeds``, ``look`` and ``held``: the annotated texts of each.

    Telegrams are halved by a seeded hash of their names; those marked later were halved before
    they were read, so that none that was looked at stands in the held half. Exits where a text is
    not the one that was marked.
    """
    first = _read(shared / "corpus" / "names.json")
    later = _read(HERE / "annotations.json")
    halves = {"seeds": [d for d in first if d["doc"].startswith("seeds/")]}
    telegrams = sorted((d for d in first if d not in halves["seeds"]), key=_order)
    middle = len(telegrams) // 2
    halves["look"] = telegrams[:middle] + [d for d in later if d["half"] == "look"]
    halves["held"] = telegrams[middle:] + [d for d in later if d["half"] == "held"]
    return {
        half: tuple(_annotated(shared, d) for d in sorted(documents, key=lambda d: d["doc"]))
        for half, documents in halves.items()
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
