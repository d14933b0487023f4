"""Reading the files given to a command that are not documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from redact.errors import UnreadableError, UsageError
from redact.policy.validate import validate
from redact.resources import file_bytes, unique_keys

_RECORD = "redact/audit-record/"


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file. Raises `UnreadableError`."""
    return file_bytes(path, str(path), UnreadableError)


def record_of(content: bytes, path: Path) -> dict[str, Any]:
    """The audit record in a file. Raises `UsageError`, or `PolicyError` with the path inside."""
    try:
        value = json.loads(content, object_pairs_hook=unique_keys)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "is not JSON, or holds a key twice", str(path), "name a ….record.json file"
        ) from error
    kind = value.get("format", "") if isinstance(value, dict) else ""
    # Checked first, or the schema would report every key of a plan or findings file as unknown.
    if not isinstance(value, dict) or not str(kind).startswith(_RECORD):
        raise UsageError("is not an audit record", str(path), "name a ….record.json file")
    validate(value, "audit-record.schema.json", str(path))
    return value
