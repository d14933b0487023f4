"""Plan files: a plan a reviewer may edit, and the plan an edited file asks for.

Format ``redact/plan/v1``. A file holds no text, only places; so it belongs to one state of one
document and one policy, and is refused when either has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import redact
from redact.documents.model import Document
from redact.errors import UsageError
from redact.persons.lexicon import load_lexicon
from redact.policy.model import Policy
from redact.redaction.closure import SoughtName, withhold_repeats
from redact.redaction.model import Declassification, Kept, Redaction, RedactionPlan, Sought
from redact.redaction.plan import complete_plan
from redact.sources import Source, Span
from redact.values import dataclass

FORMAT = "redact/plan/v1"
DECISIONS = ("withhold", "release", "ask")
POLICY = "policy"
"""Who decided an item that no reviewer has touched."""
ADDED = "added by the reviewer"

_FILE_KEYS = frozenset(("format", "tool", "documents"))
_DOCUMENT_KEYS = frozenset(("source", "policy", "items", "kept", "sought"))
_ITEM_KEYS = frozenset(
    ("id", "start", "end", "line", "kind", "reasons", "causes", "decision", "decided_by", "note")
)


def plan_file(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """A plan file over the plans of one or more documents, each made by `plan_entry`."""
    return {"format": FORMAT, "tool": f"redact {redact.__version__}", "documents": documents}


def plan_entry(plan: RedactionPlan, source: Source, policy: Policy, *, name: str) -> dict[str, Any]:
    """The plan of one document as a plan file holds it; ``name`` is its relative path."""
    items = [(r, "withhold") for r in plan.parts] + [(a, "ask") for a in plan.asked]
    items.sort(key=lambda item: item[0].span)
    return {
        "source": {"name": name, "sha256": source.sha256, "characters": len(source.text)},
        "policy": {"name": policy.name, "version": policy.version, "sha256": policy.sha256},
        "items": [_item(redaction, decision, source) for redaction, decision in items],
        "kept": [{**_place(k.span, source), "kind": k.kind, "reason": k.reason} for k in plan.kept],
        "sought": [{**_place(s.span, source), "kind": s.kind} for s in plan.sought],
    }


def _item(redaction: Redaction, decision: str, source: Source) -> dict[str, Any]:
    return {
        "id": _id(redaction.span),
        **_place(redaction.span, source),
        "kind": redaction.kind,
        "reasons": list(redaction.reasons),
        "causes": list(redaction.causes),
        "decision": decision,
        "decided_by": redaction.decided_by,
        "note": None,
    }


def _id(span: Span) -> str:
    """The id of an item: its place, so that an item that was moved by hand is noticed."""
    return f"{span.start}-{span.end}"


def _place(span: Span, source: Source) -> dict[str, int]:
    return {"start": span.start, "end": span.end, "line": source.line_col(span.start)[0]}


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One item of a plan file as its reviewer left it."""

    redaction: Redaction
    decision: str


def entries_of(data: Any, where: str) -> dict[str, dict[str, Any]]:
    """The entries of a plan file, by the SHA-256 of their source.

    Raises `UsageError` naming the path inside the file when it is no plan file.
    """
    file = _mapping(data, _FILE_KEYS, "$", where)
    if file.get("format") != FORMAT:
        raise _wrong(f"format is not {FORMAT}", "$.format", where)
    entries: dict[str, dict[str, Any]] = {}
    for n, entry in enumerate(_list(file, "documents", "$", where)):
        path = f"$.documents[{n}]"
        checked = _mapping(entry, _DOCUMENT_KEYS, path, where)
        digest = str(_mapping(checked.get("source"), None, f"{path}.source", where).get("sha256"))
        if digest in entries:
            raise _wrong("the same document stands in the file twice", path, where)
        entries[digest] = checked
    return entries


def plan_from_entry(
    entry: Mapping[str, Any],
    document: Document,
    policy: Policy,
    where: str,
    *,
    evidence: Declassification | None = None,
) -> RedactionPlan:
    """Exactly the plan that an entry of a plan file asks for.

    An item decided ``release`` is recorded as kept, with the reviewer's name. A reviewer adds an
    item with its place as id (``120-132``) and his name as ``decided_by``. Raises `UsageError`
    when document or policy are not those of the file, or an item is unknown or was moved.
    """
    source = _mapping(entry.get("source"), None, "source", where)
    if source.get("sha256") != document.source.sha256:
        raise _wrong("the plan is stale: the document has changed since", "source.sha256", where)
    made_for = _mapping(entry.get("policy"), None, "policy", where)
    if made_for.get("sha256") != policy.sha256:
        raise _wrong(
            f"the plan is stale: it was not made under the policy {policy.name} {policy.version}"
            " as it is now",
            "policy.sha256",
            where,
        )
    items = _items(entry, document, policy, where)
    released = tuple(
        Kept(
            item.redaction.span,
            item.redaction.kind,
            f"released by {item.redaction.decided_by}",
        )
        for item in items
        if item.decision == "release"
    )
    withheld = tuple(item.redaction for item in items if item.decision == "withhold")
    return complete_plan(
        document,
        policy,
        withheld,
        kept=(*_kept(entry, document, where), *released, *_looked_at(withheld, document)),
        asked=tuple(item.redaction for item in items if item.decision == "ask"),
        sought=_sought(entry, document, released, where),
        evidence=evidence,
    )


def refuse_undecided(entry: Mapping[str, Any], by_policy: Mapping[str, Any], where: str) -> None:
    """Raise `UsageError` unless a plan decides every item that the policy withholds or asks about.

    ``by_policy`` is the entry as `plan_entry` makes it from the policy. An item that the policy
    withholds may not be left at ``ask``: it would stay in the copy with nobody to answer for it.
    """
    decided = {
        item.get("id"): item.get("decision")
        for item in _list(entry, "items", "$", where)
        if isinstance(item, Mapping)
    }
    for item in by_policy["items"]:
        decision = decided.get(item["id"])
        if decision is None:
            raise UsageError(
                f"lacks the item {item['id']} of the policy {by_policy['policy']['name']}",
                where,
                "keep every item and set its decision to withhold or release",
            )
        if item["decision"] == "withhold" and decision == "ask":
            raise UsageError(
                f"leaves the item {item['id']} undecided",
                where,
                "set its decision to withhold or release, with decided_by",
            )


def _looked_at(withheld: tuple[Redaction, ...], document: Document) -> tuple[Kept, ...]:
    """Words that read like a withheld name and are none: released text may hold more of them."""
    names = [SoughtName(r.span, r.reasons, "") for r in withheld if r.is_name]
    spans = tuple(r.span for r in withheld)
    return withhold_repeats(document, names, spans, (), (), load_lexicon())[1]


def _items(
    entry: Mapping[str, Any], document: Document, policy: Policy, where: str
) -> tuple[PlanItem, ...]:
    items: list[PlanItem] = []
    seen: set[str] = set()
    for n, raw in enumerate(_list(entry, "items", "$", where)):
        path = f"items[{n}]"
        item = _mapping(raw, _ITEM_KEYS, path, where)
        span = _span(item, document, path, where)
        if item.get("id") != _id(span):
            raise _wrong(f"unknown item: its id is not its place {_id(span)}", f"{path}.id", where)
        if _id(span) in seen:
            raise _wrong("the item stands in the file twice", f"{path}.id", where)
        seen.add(_id(span))
        if item.get("decision") not in DECISIONS:
            raise _wrong(
                f"decision is not one of {', '.join(DECISIONS)}", f"{path}.decision", where
            )
        reasons = _texts(item, "reasons", path, where)
        _check_reasons(reasons, policy, path, where)
        redaction = Redaction(
            span=span,
            reasons=reasons,
            causes=_texts({"causes": [], **item}, "causes", path, where) or (ADDED,),
            decided_by=_text(item, "decided_by", path, where),
            kind=_text(item, "kind", path, where),
        )
        if item["decision"] == "release" and redaction.decided_by == POLICY:
            raise _wrong(
                "a released item names no reviewer: put your name there",
                f"{path}.decided_by",
                where,
            )
        items.append(PlanItem(redaction, item["decision"]))
    return tuple(items)


def _check_reasons(reasons: tuple[str, ...], policy: Policy, path: str, where: str) -> None:
    if not reasons:
        raise _wrong("an item needs a reason such as (b)(6)", f"{path}.reasons", where)
    for reason in reasons:
        if reason.split(" ", 1)[0] not in policy.exemptions:
            raise _wrong(f"the policy {policy.name} has no such reason", f"{path}.reasons", where)


def _kept(entry: Mapping[str, Any], document: Document, where: str) -> tuple[Kept, ...]:
    return tuple(
        Kept(
            _span(raw, document, f"kept[{n}]", where),
            _text(raw, "kind", f"kept[{n}]", where),
            _text(raw, "reason", f"kept[{n}]", where),
        )
        for n, raw in enumerate(_list(entry, "kept", "$", where))
    )


def _sought(
    entry: Mapping[str, Any], document: Document, released: tuple[Kept, ...], where: str
) -> tuple[Sought, ...]:
    """What the proof looks for, without names of which the reviewer released every place."""
    spared = {kept.span for kept in released}
    sought = (
        Sought(
            _span(raw, document, f"sought[{n}]", where),
            _text(raw, "kind", f"sought[{n}]", where),
        )
        for n, raw in enumerate(_list(entry, "sought", "$", where))
    )
    return tuple(s for s in sought if s.span not in spared)


def _span(raw: Any, document: Document, path: str, where: str) -> Span:
    place = _mapping(raw, None, path, where)
    start, end = place.get("start"), place.get("end")
    if not (isinstance(start, int) and isinstance(end, int)) or not (
        0 <= start < end <= len(document.source.text)
    ):
        raise _wrong("start and end are no place of the document", path, where)
    return Span(start, end)


def _mapping(raw: Any, keys: frozenset[str] | None, path: str, where: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _wrong("is not an object", path, where)
    unknown = sorted(set(raw) - keys) if keys is not None else []
    if unknown:
        raise _wrong(f"unknown key '{unknown[0]}'", path, where)
    return raw


def _list(raw: Mapping[str, Any], key: str, path: str, where: str) -> list[Any]:
    value = raw.get(key)
    if not isinstance(value, list):
        raise _wrong("is not a list", f"{path}.{key}", where)
    return value


def _text(raw: Mapping[str, Any], key: str, path: str, where: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise _wrong("is not a text", f"{path}.{key}", where)
    return value


def _texts(raw: Mapping[str, Any], key: str, path: str, where: str) -> tuple[str, ...]:
    values = _list(raw, key, path, where)
    if not all(isinstance(value, str) for value in values):
        raise _wrong("is not a list of texts", f"{path}.{key}", where)
    return tuple(values)


def _wrong(what: str, path: str, where: str) -> UsageError:
    return UsageError(f"{path}: {what}", where, "write the plan again with: redact plan")
