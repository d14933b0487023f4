"""Comparing two values of a record field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from redact.redaction.verification import Difference

_LONGEST = 60
"""Characters of a value that a difference shows."""


def compare(expected: Any, found: Any, path: str) -> Iterator[Difference]:
    """Where a value is not as expected; in a mapping only the keys of ``expected`` count."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key, value in expected.items():
            if key in found:
                yield from compare(value, found[key], f"{path}.{key}")
            else:
                yield Difference(f"{path}.{key}", "is missing")
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield Difference(path, f"should hold {len(expected)} entries, holds {len(found)}")
        else:
            for number, (value, own) in enumerate(zip(expected, found, strict=True)):
                yield from compare(value, own, f"{path}[{number}]")
    elif type(expected) is not type(found) or expected != found:
        yield Difference(path, f"should be {_shown(expected)}")


def _shown(value: Any) -> str:
    written = json.dumps(value)
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
