"""Reading diplomatic prose with person spans: *Foreign Relations of the United States*.

One JSON object per line: ``{"volume", "doc", "text", "spans": [[start, end, kind]]}``. The file is
made from the public TEI volumes with ``python -m training.tei``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from training.passage import Passage

DEVELOPMENT_SHARE = 14
"""One in this many volumes is held out: the documents of a volume share their people."""


def read_frus(path: Path) -> list[Passage]:
    """The paragraphs of a file, in order. Raises `ValueError` that names an invalid line."""
    passages = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                persons = tuple((int(start), int(end)) for start, end, _ in row["spans"])
                passages.append(Passage(row["text"], persons, row["volume"]))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}: line {number}: {error}") from None
    return passages


def is_development(passage: Passage) -> bool:
    """Whether the passage is from a volume held out for development."""
    digest = hashlib.sha256(f"frus development:{passage.origin}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % DEVELOPMENT_SHARE == 0


def split(passages: Iterable[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The passages to train on and those held out for development."""
    train: list[Passage] = []
    development: list[Passage] = []
    for passage in passages:
        (development if is_development(passage) else train).append(passage)
    return train, development
