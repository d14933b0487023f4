"""The hash chain through the records of a set: each holds the hash of the previous one.

Records are ordered by relative path, so that the order does not depend on which worker finished
first. The chain reveals a changed, missing or added record; truncation at the end is revealed
only where the chain's head and length are recorded, as in the audit report.
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
    """The relative paths in order, each with its record's bytes with ``previous`` filled in."""
    previous: str | None = None
    for path in sorted(paths):
        data = linked_bytes(record_at(path), previous)
        previous = hashlib.sha256(data).hexdigest()
        yield path, data


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """A record whose ``previous`` is not the hash of the preceding record file."""

    path: str
    expected: str | None
    found: str | None


def check_chain(files: Mapping[str, bytes]) -> tuple[ChainBreak, ...]:
    """The breaks in the chain through the record files, keyed by relative path; empty when intact.

    A file that is not a JSON object counts as a break.
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
