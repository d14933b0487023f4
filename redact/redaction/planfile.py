"""Plan files: a plan written out for a reviewer to edit.

Format ``redact/plan/v1``. A file contains offsets, never text, so it fits one version of one
document and one policy and is refused when either has changed (`redact.redaction.reviewed_plan`).
"""

from __future__ import annotations

from typing import Any

import redact
from redact.redaction.model import RedactionPlan
from redact.redaction.plan_values import list_at, mapping, wrong_at
from redact.redaction.spans import place_of
from redact.sources import Source, Span

FORMAT = "redact/plan/v1"
DECISIONS = ("withhold", "release", "ask")
POLICY = "policy"
"""The ``decided_by`` of an item that no reviewer has touched."""

_FILE_KEYS = frozenset(("format", "tool", "documents"))
_DOCUMENT_KEYS = frozenset(("source", "policy", "items", "kept", "sought"))


def plan_file(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """A plan file for one or more documents, each entry made by `plan_entry`."""
    return {"format": FORMAT, "tool": f"redact {redact.__version__}", "documents": documents}


def plan_entry(plan: RedactionPlan, source: Source, *, name: str) -> dict[str, Any]:
    """The plan of one document with line numbers and its relative path, ``name``, for readers."""
    entry = plan.to_dict()
    entry["source"] = {"name": name, **entry["source"], "characters": len(source.text)}
    for places in ("items", "kept", "sought"):
        entry[places] = [_with_line(place, source) for place in entry[places]]
    return entry


def _with_line(place: dict[str, Any], source: Source) -> dict[str, Any]:
    span = Span(place.pop("start"), place.pop("end"))
    identified = {"id": place.pop("id")} if "id" in place else {}
    return {**identified, **place_of(span, source), **place}


def entries_of(data: Any, where: str) -> dict[str, dict[str, Any]]:
    """The entries of a plan file, keyed by the SHA-256 of their source.

    Raises `UsageError` with the path inside the file when it is not a plan file.
    """
    if mapping(data, None, "$", where).get("format") != FORMAT:
        raise wrong_at(f"format is not {FORMAT}", "$.format", where)
    file = mapping(data, _FILE_KEYS, "$", where)
    entries: dict[str, dict[str, Any]] = {}
    for n, entry in enumerate(list_at(file, "documents", "$", where)):
        path = f"$.documents[{n}]"
        checked = mapping(entry, _DOCUMENT_KEYS, path, where)
        digest = str(mapping(checked.get("source"), None, f"{path}.source", where).get("sha256"))
        if digest in entries:
            raise wrong_at("the same document is in the file twice", path, where)
        entries[digest] = checked
    return entries
