"""Values of a plan file, which somebody edited by hand: the type of each is checked.

``path`` is the path inside the file and ``where`` the file, as errors name them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redact.documents.model import Document
from redact.errors import UsageError
from redact.sources import Span


def span_at(raw: Any, document: Document, path: str, where: str) -> Span:
    """The span of an entry, in code points. Raises `UsageError` when it is outside the document."""
    place = mapping(raw, None, path, where)
    start, end = place.get("start"), place.get("end")
    if not (type(start) is int and type(end) is int) or not (
        0 <= start < end <= len(document.source.text)
    ):
        raise wrong_at("start and end are not a place in the document", path, where)
    return Span(start, end)


def mapping(raw: Any, keys: frozenset[str] | None, path: str, where: str) -> dict[str, Any]:
    """An object with no keys other than ``keys`` (any when ``None``). Raises `UsageError`."""
    if not isinstance(raw, dict):
        raise wrong_at("is not an object", path, where)
    unknown = sorted(set(raw) - keys) if keys is not None else []
    if unknown:
        raise wrong_at(f"unknown key '{unknown[0]}'", path, where)
    return raw


def list_at(raw: Mapping[str, Any], key: str, path: str, where: str) -> list[Any]:
    """The list under a key. Raises `UsageError`."""
    value = raw.get(key)
    if not isinstance(value, list):
        raise wrong_at("is not a list", f"{path}.{key}", where)
    return value


def text_at(raw: Mapping[str, Any], key: str, path: str, where: str) -> str:
    """The text under a key, a single line and not blank. Raises `UsageError`."""
    value = raw.get(key)
    if not isinstance(value, str) or not value.isprintable() or not value.strip():
        raise wrong_at("is not a text of one line", f"{path}.{key}", where)
    return value


def texts_at(raw: Mapping[str, Any], key: str, path: str, where: str) -> tuple[str, ...]:
    """The list of texts under a key. Raises `UsageError`."""
    values = list_at(raw, key, path, where)
    if not all(isinstance(value, str) for value in values):
        raise wrong_at("is not a list of texts", f"{path}.{key}", where)
    return tuple(values)


def wrong_at(what: str, path: str, where: str) -> UsageError:
    """The error for a wrong value at ``path`` inside the file ``where``."""
    return UsageError(
        f"{path}: {what}", where, "correct it there; a new plan would not hold your decisions"
    )


def stale_at(what: str, path: str, where: str) -> UsageError:
    """The error for a plan made for another version of its document or policy."""
    return UsageError(
        f"{path}: the plan is stale: {what}",
        where,
        "make a new one with redact plan, and decide its items again",
    )
