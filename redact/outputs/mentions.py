"""Mentions as JSON (``redact/mentions/v1``) and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redact.outputs.frame import visible
from redact.persons import NotPerson, reasons_for
from redact.persons.mention import Mention
from redact.sources import Source, Span

_LISTED = "somebody of that name is in a public register of officials of that time; only a hint"


def document_dict(
    source: Source,
    mentions: Iterable[Mention],
    *,
    show_text: bool,
    not_persons: Iterable[NotPerson] | None = None,
) -> dict[str, Any]:
    """One entry of ``redact/mentions/v1``; includes the words themselves only if requested.

    ``not_persons``: the words rejected as names; if given, every reason is included.
    """
    explain = not_persons is not None
    document: dict[str, Any] = {
        "path": source.path,
        "sha256": source.sha256,
        "mentions": [_entry(source, mention, show_text, explain) for mention in mentions],
    }
    if not_persons is not None:
        document["not_persons"] = [
            {"start": n.span.start, "end": n.span.end, "reason": n.reason}
            | ({"text": n.span.of(source.text)} if show_text else {})
            for n in not_persons
        ]
    return document


def _entry(source: Source, mention: Mention, show_text: bool, explain: bool) -> dict[str, Any]:
    entry = mention.to_dict()
    if explain:
        entry["reasons"] = list(reasons_for(mention))
    if show_text:
        entry["text"] = mention.span.of(source.text)
    return entry


def lines(
    source: Source,
    mentions: Iterable[Mention],
    *,
    show_text: bool,
    not_persons: Iterable[NotPerson] | None = None,
) -> str:
    """One mention per line: position, tier, person, optionally the words, role, what found it.

    With ``not_persons`` the reasons follow each, and those words are listed among the mentions,
    each with its reason, where it first stands.
    """
    rows: list[tuple[Span, str]] = []
    for mention in mentions:
        who = mention.person or mention.kind
        role = f"{mention.role} (listed: {mention.listed})" if mention.listed else mention.role
        shown = _shown(source, mention.span, show_text)
        found_by = ",".join(mention.detectors)
        row = f"{mention.tier} {who}{shown} {role} {mention.score:.2f} {found_by}"
        reasons = (*reasons_for(mention), *([_LISTED] if mention.listed else ()))
        why = "" if not_persons is None else "".join(f"\n    {r}" for r in reasons)
        rows.append((mention.span, row + why))
    alike: dict[tuple[str, str], list[Span]] = {}
    for word in not_persons or ():
        alike.setdefault((word.span.of(source.text), word.reason), []).append(word.span)
    for (_, reason), spans in alike.items():
        shown = _shown(source, spans[0], show_text)
        again = f" ({len(spans)} times)" if len(spans) > 1 else ""
        rows.append((spans[0], f"not a person{shown}{again}: {reason}"))
    return "".join(f"{_place(source, span)}: {row}\n" for span, row in sorted(rows))


def _place(source: Source, span: Span) -> str:
    line, column = source.line_col(span.start)
    return f"{visible(source.path)}:{line}:{column}"


def _shown(source: Source, span: Span, show_text: bool) -> str:
    return f" '{visible(' '.join(span.of(source.text).split()))}'" if show_text else ""
