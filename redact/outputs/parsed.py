"""A parsed document as a table for people, made from its JSON shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from redact.outputs.frame import visible


def render(document: Mapping[str, Any]) -> str:
    """One field per line, names on the left; fields absent from the document are omitted."""
    rows = [(name, visible(str(value))) for name, value in _fields(document) if value]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in rows)


def _fields(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "document", document["path"]
    yield "kind", document["kind"]
    yield "classification", document["classification"] or "none"
    yield "handling", ", ".join(document["handling"])
    yield "captions", ", ".join(document["captions"])
    yield "message number", document["message_number"]
    yield "date-time group", document["date_time_group"]
    yield "precedence", ", ".join(document["precedence"])
    signal = document["operating_signal"]
    yield "operating signal", signal and " ".join(filter(None, signal.values()))
    yield "from", document["from"]
    for field in ("to", "info", "exempt"):
        yield field, "; ".join(addressee["name"] for addressee in document[field])
    yield "attention", "; ".join(document["attention"])
    yield "passing", "; ".join(document["passing"])
    order, authority = document["executive_order"], document["authority"]
    yield "executive order", order and f"{order['number'] or '?'}: {order['text']}".rstrip(": ")
    stated = (part["declassify_on"] for part in (order, authority) if part)
    yield "declassify on", next(filter(None, stated), None)
    yield "tags", " ".join(document["tags"])
    yield "subject", document["subject"]
    for reference in document["references"]:
        label = f"{reference['label']}: " if reference["label"] else ""
        known = f" ({reference['id']})" if reference["id"] else ""
        yield "reference", f"{label}{reference['text']}{known}"
    if authority:
        yield "classified by", authority["classified_by"]
        yield "reasons", ", ".join(authority["reasons"])
        yield "derived from", authority["derived_from"]
    for paragraph in document["paragraphs"]:
        mark = f"({paragraph['mark']})" if paragraph["mark"] else "no mark"
        yield paragraph["kind"], f"{paragraph['number'] or '-'} {mark}"
    yield "signature", document["signature"]
