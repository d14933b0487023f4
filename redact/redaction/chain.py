"""The chain through the records of a set: each names the hash of the one before it.

Records follow each other by their sorted relative paths, so that the order does not depend on
which worker ended first. A chain shows a changed, missing or added record; that its last records
were cut off shows only where its head and length are written down, as in the audit report.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from redact.redaction.record import linked_bytes
from redact.values import dataclass


def link_records(
    paths: Iterable[str], record_at: Callable[[str], bytes]
) -> Iterator[tuple[str, bytes]]:
    """The relative paths in order, each with the bytes of its record and ``previous`` filled in."""
    previous: str | None = None
    for path in sorted(paths):
        data = linked_bytes(record_at(path), previous)
        previous = hashlib.sha256(data).hexdigest()
        yield path, data


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """A record whose ``previous`` is not the hash of the record file before it."""

    path: str
    expected: str | None
    found: str | None


def check_chain(files: Mapping[str, bytes]) -> tuple[ChainBreak, ...]:
    """Where the chain through the record files, by relative path, is broken; empty when whole.

    A file that is no JSON object counts as a break at its place.
    """
    breaks: list[ChainBreak] = []
    previous: str | None = None
    for path in sorted(files):
        try:
            found = json.loads(files[path]).get("previous")
        except (ValueError, AttributeError):
            found = "unreadable"
        if found != previous:
            breaks.append(ChainBreak(path, previous, found))
        previous = hashlib.sha256(files[path]).hexdigest()
    return tuple(breaks)
