"""The records as file attachments of the report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from redact.outputs.audit.characters import visible


def attached(records: Iterable[bytes], first: int = 1) -> Iterator[tuple[str, bytes]]:
    """Each record file under its document's name, prefixed with a number.

    The number is the document's number in the report, counted from ``first``. It distinguishes
    names that differ only in characters that an attachment's name cannot contain.
    """
    named = sorted((str(json.loads(data)["original"]["name"]), data) for data in records)
    for number, (name, data) in enumerate(named, first):
        yield f"{number:05} {visible(name).replace('/', ' - ')[-120:]}.record.json", data
