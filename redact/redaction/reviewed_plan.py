"""The plan that a plan file asks for, as edited by its reviewer.

Nothing in the file is trusted: stale, moved, unknown and undecided items are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redact.documents.model import Document
from redact.errors import UsageError
from redact.persons.lexicon import load_lexicon
from redact.policy.model import Policy
from redact.redaction.closure import SoughtName, withhold_repeats
from redact.redaction.model import (
    Declassification,
    Kept,
    Redaction,
    RedactionPlan,
    Sought,
    item_id,
)
from redact.redaction.plan import complete_plan
from redact.redaction.plan_values import (
    list_at,
    mapping,
    span_at,
    stale_at,
    text_at,
    texts_at,
    wrong_at,
)
from redact.redaction.planfile import DECISIONS, POLICY
from redact.redaction.reasons import NOT_STATED
from redact.sources.wording import words_of
from redact.values import dataclass

ADDED = "added by the reviewer"

_ITEM_KEYS = frozenset(
    ("id", "start", "end", "line", "kind", "reasons", "causes", "decision", "decided_by", "note")
)

_SHORT_WORD = 3
"""Letters of words that any reason may contain: of, act, USC."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One item of a plan file as edited by its reviewer."""

    redaction: Redaction
    decision: str


def plan_from_entry(
    entry: Mapping[str, Any],
    document: Document,
    policy: Policy,
    where: str,
    *,
    evidence: Declassification | None = None,
) -> RedactionPlan:
    """The plan that does exactly what an entry of a plan file says.

    An item decided ``release`` is recorded as kept, with the reviewer's name. A reviewer adds an
    item with its span as id (``120-132``) and the reviewer's name as ``decided_by``. Raises
    `UsageError` when document or policy differ from the file's, or an item is unknown or moved.
    """
    source = mapping(entry.get("source"), None, "source", where)
    if source.get("sha256") != document.source.sha256:
        raise stale_at("the document has changed since", "source.sha256", where)
    made_for = mapping(entry.get("policy"), None, "policy", where)
    if made_for.get("sha256") != policy.sha256:
        raise stale_at(
            f"it was not made under the policy {policy.name} {policy.version} as it is now",
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
    """Raise `UsageError` unless a plan decides every item that the policy withholds or asks about,
    and changes only decisions.

    ``by_policy`` is the entry as `plan_entry` makes it from the policy. An item that the policy
    withholds may not be left at ``ask``: it would stay in the copy with nobody accountable for it.
    """
    items = {
        item.get("id"): item
        for item in list_at(entry, "items", "$", where)
        if isinstance(item, Mapping)
    }
    for item in by_policy["items"]:
        own = items.pop(item["id"], None)
        if own is None:
            raise UsageError(
                f"lacks the item {item['id']} of the policy {by_policy['policy']['name']}",
                where,
                "keep every item and set its decision to withhold or release",
            )
        if item["decision"] == "withhold" and own.get("decision") == "ask":
            raise UsageError(
                f"leaves the item {item['id']} undecided",
                where,
                "set its decision to withhold or release, with decided_by",
            )
        # Both are copied to the record, which may contain only the tool's own words.
        for key in ("kind", "causes"):
            if own.get(key, item[key]) != item[key]:
                raise UsageError(
                    f"changes the {key} of the item {item['id']}",
                    where,
                    "keep them; set decision, reasons, decided_by and note only",
                )
    kinds = {"portion", "PERSON", *(item["kind"] for item in by_policy["items"])}
    for added in items.values():
        if added.get("kind") not in kinds or added.get("causes", []) not in ([], [ADDED]):
            raise UsageError(
                "an added item is neither portion nor PERSON, or states causes",
                where,
                "set its kind to portion or PERSON and leave its causes out",
            )


def _looked_at(withheld: tuple[Redaction, ...], document: Document) -> tuple[Kept, ...]:
    """Words that read like a withheld name but are not: released text may contain more of them."""
    names = [SoughtName(r.span, r.reasons, "") for r in withheld if r.is_name]
    spans = tuple(r.span for r in withheld)
    return withhold_repeats(document, names, spans, (), (), load_lexicon())[1]


def _items(
    entry: Mapping[str, Any], document: Document, policy: Policy, where: str
) -> tuple[PlanItem, ...]:
    items: list[PlanItem] = []
    seen: set[str] = set()
    for n, raw in enumerate(list_at(entry, "items", "$", where)):
        path = f"items[{n}]"
        item = mapping(raw, _ITEM_KEYS, path, where)
        span = span_at(item, document, path, where)
        if item.get("id") != item_id(span):
            raise wrong_at(
                f"unknown item: its id is not its place {item_id(span)}", f"{path}.id", where
            )
        if item_id(span) in seen:
            raise wrong_at("the item is in the file twice", f"{path}.id", where)
        seen.add(item_id(span))
        if item.get("decision") not in DECISIONS:
            raise wrong_at(
                f"decision is not one of {', '.join(DECISIONS)}", f"{path}.decision", where
            )
        reasons = texts_at(item, "reasons", path, where)
        _check_reasons(reasons, policy, path, where)
        _check_words(reasons, span.of(document.source.text), path, where)
        redaction = Redaction(
            span=span,
            reasons=reasons,
            causes=texts_at({"causes": [], **item}, "causes", path, where) or (ADDED,),
            decided_by=text_at(item, "decided_by", path, where),
            kind=text_at(item, "kind", path, where),
        )
        if item["decision"] == "release" and redaction.decided_by == POLICY:
            raise wrong_at(
                "a released item names no reviewer: put your name there",
                f"{path}.decided_by",
                where,
            )
        items.append(PlanItem(redaction, item["decision"]))
    return tuple(items)


def _check_reasons(reasons: tuple[str, ...], policy: Policy, path: str, where: str) -> None:
    if not reasons:
        raise wrong_at("an item needs a reason such as (b)(6)", f"{path}.reasons", where)
    for reason in reasons:
        if reason.split(" ", 1)[0] not in policy.exemptions:
            raise wrong_at(f"the policy {policy.name} has no such reason", f"{path}.reasons", where)


def _check_words(reasons: tuple[str, ...], withheld: str, path: str, where: str) -> None:
    """Refuse reasons that break out of the label they appear in or say what it replaces.

    Only what follows the exemption can say it: that, and ``category not stated``, are not the
    reviewer's words, and a passage of ordinary prose may well contain them.
    """
    for reason in reasons:
        if any(sign in reason for sign in "[]") or not reason.isprintable():
            raise wrong_at("a reason holds a bracket or a line end", f"{path}.reasons", where)
        said = reason.partition(" ")[2]
        if said == NOT_STATED:
            continue
        words = {word for word in words_of(said) if len(word) > _SHORT_WORD}
        if words.intersection(words_of(withheld)):
            raise wrong_at("a reason repeats words of what it withholds", f"{path}.reasons", where)


def _kept(entry: Mapping[str, Any], document: Document, where: str) -> tuple[Kept, ...]:
    return tuple(
        Kept(
            span_at(raw, document, f"kept[{n}]", where),
            text_at(raw, "kind", f"kept[{n}]", where),
            text_at(raw, "reason", f"kept[{n}]", where),
        )
        for n, raw in enumerate(list_at(entry, "kept", "$", where))
    )


def _sought(
    entry: Mapping[str, Any], document: Document, released: tuple[Kept, ...], where: str
) -> tuple[Sought, ...]:
    """What the proof looks for, without names of which the reviewer released every occurrence."""
    released_spans = {kept.span for kept in released}
    sought = (
        Sought(
            span_at(raw, document, f"sought[{n}]", where),
            text_at(raw, "kind", f"sought[{n}]", where),
        )
        for n, raw in enumerate(list_at(entry, "sought", "$", where))
    )
    return tuple(s for s in sought if s.span not in released_spans)
