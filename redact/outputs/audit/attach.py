"""The records as files inside the report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from redact.outputs.audit.characters import visible


def attached(records: Iterable[bytes], first: int = 1) -> Iterator[tuple[str, bytes]]:
    """Each record file under the name its document has, with a number before it.

    The number is the one the report gives the document, counted from ``first``. It keeps names
    apart that differ only in what an attachment's name cannot show.
    """
    named = sorted((str(json.loads(data)["original"]["name"]), data) for data in records)
    for number, (name, data) in enumerate(named, first):
        yield f"{number:05} {visible(name).replace('/', ' - ')[-120:]}.record.json", data
