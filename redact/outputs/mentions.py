"""Mentions as JSON (``redact/mentions/v1``) and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redact.outputs.frame import visible
from redact.persons.mention import Mention
from redact.sources import Source


def document_dict(
    source: Source, mentions: Iterable[Mention], *, show_text: bool
) -> dict[str, Any]:
    """One entry of ``redact/mentions/v1``; the words themselves only when asked for."""
    return {
        "path": source.path,
        "sha256": source.sha256,
        "mentions": [_entry(source, mention, show_text) for mention in mentions],
    }


def _entry(source: Source, mention: Mention, show_text: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.kind,
        "tier": mention.tier,
        "person": mention.person,
        "role": mention.role,
        "score": round(mention.score, 3),
        "detectors": list(mention.detectors),
    }
    if show_text:
        entry["text"] = mention.span.of(source.text)
    return entry


def lines(source: Source, mentions: Iterable[Mention], *, show_text: bool) -> str:
    """One mention a line: place, tier, person, role, what found it, and the words if wanted."""
    rows = []
    for mention in mentions:
        line, column = source.line_col(mention.span.start)
        words = " ".join(mention.span.of(source.text).split())
        shown = f"  {visible(words)}" if show_text else ""
        who = mention.person or mention.kind
        rows.append(
            f"{visible(source.path)}:{line}:{column}: {mention.tier} {who} {mention.role} "
            f"{mention.score:.2f} {','.join(mention.detectors)}{shown}\n"
        )
    return "".join(rows)
