"""What an audit record claims, read from its JSON with nothing taken on trust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redact.errors import UsageError
from redact.sources import Span

FORMAT = "redact/audit-record/v1"


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` of the original became ``text``; ``withheld`` tells why:
    ``name``, ``passage``, or ``None`` for a recorded edit.
    """

    start: int
    end: int
    text: str
    withheld: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The part of a record that can be proved. ``sought``: span and whether it is a person."""

    original_sha256: str
    public_sha256: str | None
    public_characters: int | None
    changes: tuple[Change, ...]
    sought: tuple[tuple[Span, bool], ...]
    kept: tuple[Span, ...]
    released: tuple[Span, ...]
    withheld_portions: tuple[Span, ...]


def read_claim(record: Mapping[str, Any], where: str | None = None) -> Claim:
    """The claim of an audit record. Raises `UsageError` when it is none."""
    try:
        if record["format"] != FORMAT:
            raise ValueError("format")
        return _claim(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            f"is not an audit record of the format {FORMAT}", where, "name a *.record.json file"
        ) from error


def _claim(record: Mapping[str, Any]) -> Claim:
    public = record["public"]
    redactions = [
        Change(r["start"], r["end"], r["label"], "name" if r["amount"] == "name" else "passage")
        for r in record["redactions"]
    ]
    edits = [Change(e["start"], e["end"], e["text"], None) for e in record["edits"]]
    changes = sorted((*redactions, *edits), key=lambda c: (c.start, c.end))
    for change in changes:
        # Bounds and types are checked here, so that a forged record fails as a record.
        Span(change.start, change.end)
        if not isinstance(change.text, str):
            raise TypeError("text")
    portions = record["portions"]
    return Claim(
        original_sha256=str(record["original"]["sha256"]),
        public_sha256=None if public is None else str(public["sha256"]),
        public_characters=None if public is None else int(public["characters"]),
        changes=tuple(changes),
        # Every withheld name is looked for, whether or not the record lists it once more.
        sought=(
            *((_span(s), s["kind"] == "PERSON") for s in record["sought"]),
            *((Span(c.start, c.end), True) for c in changes if c.withheld == "name"),
        ),
        # A released passage shields no name in it; a name that was looked at shields itself.
        kept=tuple(_span(k) for k in record["kept"] if k["kind"] != "portion"),
        released=tuple(_span(p) for p in portions if p["decision"] != "withhold"),
        withheld_portions=tuple(_span(p) for p in portions if p["decision"] == "withhold"),
    )


def _span(place: Mapping[str, Any]) -> Span:
    return Span(place["start"], place["end"])
