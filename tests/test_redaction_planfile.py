"""Plan files: what a reviewer decides is done, what no longer fits is refused."""

from __future__ import annotations

import copy as copying
import dataclasses
import json

import pytest
from redaction_documents import FOIA, lay_out, make_copy, mention

from redact.documents.model import Document
from redact.errors import UsageError
from redact.redaction.apply import apply_plan
from redact.redaction.model import RedactionPlan
from redact.redaction.plan import make_plan
from redact.redaction.planfile import entries_of, plan_entry, plan_file
from redact.redaction.publication import publication_of
from redact.redaction.reviewed_plan import plan_from_entry, refuse_undecided

TEXT = (
    "SECRET\n1. (U) Zoltan Quimbly met Ada Long, perhaps Roe too.\n"
    "2. (S) Quimbly sold a long pump.\nSIGNED: LONG\n"
)


@pytest.fixture
def document() -> Document:
    return lay_out(TEXT)


@pytest.fixture
def plan(document: Document) -> RedactionPlan:
    mentions = [
        mention(document, "Zoltan Quimbly", person="P1"),
        mention(document, "Ada Long", person="P2"),
        mention(document, "Roe", person="P3", tier="possible"),
        mention(document, "Quimbly", 1, person="P1"),
        mention(document, "LONG", person="P2"),
    ]
    return make_plan(document, mentions, (), FOIA)


@pytest.fixture
def entry(document: Document, plan: RedactionPlan) -> dict:
    file = json.loads(json.dumps(plan_file([plan_entry(plan, document.source, name="a.txt")])))
    return entries_of(file, "plan.json")[document.source.sha256]


def item_at(entry: dict, document: Document, words: str) -> dict:
    return next(
        item
        for item in entry["items"]
        if document.source.text[item["start"] : item["end"]] == words
    )


def test_an_untouched_plan_is_the_plan(
    document: Document, plan: RedactionPlan, entry: dict
) -> None:
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    assert again == plan
    assert make_copy(document, again).verify().result == "proved"


def test_words_the_policy_chose_for_a_reason_may_occur_in_the_passage() -> None:
    document = lay_out("SECRET\n1. (S) No category was stated for the pump.\n", reasons=False)
    plan = make_plan(document, (), (), FOIA)
    file = plan_file([plan_entry(plan, document.source, name="a.txt")])
    entry = entries_of(json.loads(json.dumps(file)), "plan.json")[document.source.sha256]
    assert entry["items"][0]["reasons"] == ["(b)(1) category not stated"]
    assert plan_from_entry(entry, document, FOIA, "plan.json") == plan


def test_the_reviewer_decides_what_was_asked(document: Document, entry: dict) -> None:
    item = item_at(entry, document, "Roe")
    assert item["decision"] == "ask"
    item.update(decision="withhold", decided_by="the reviewer")
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    assert "Roe" not in apply_plan(document.source, again)
    assert "the reviewer" in {r.decided_by for r in again.redactions}
    assert make_copy(document, again).verify().result == "proved"


def test_a_released_name_is_kept_under_the_reviewers_name(document: Document, entry: dict) -> None:
    for words in ("Ada Long", "LONG"):
        item_at(entry, document, words).update(decision="release", decided_by="the reviewer")
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    public = apply_plan(document.source, again)
    assert "Ada Long" in public and "SIGNED: LONG" in public
    assert "released by the reviewer" in {kept.reason for kept in again.kept}
    assert make_copy(document, again).verify().result == "proved"


def test_a_released_portion_does_not_release_the_names_in_it(
    document: Document, entry: dict
) -> None:
    item = next(item for item in entry["items"] if item["kind"] == "portion")
    item.update(decision="release", decided_by="the reviewer")
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    assert "2. (S) [(b)(6) name] sold a long pump." in apply_plan(document.source, again)
    made = make_copy(document, again)
    assert made.verify().result == "proved"
    assert [p["decision"] for p in made.record["portions"]] == ["withhold-names"] * 2


def test_a_released_portion_is_released_wherever_names_stand_in_it() -> None:
    document = lay_out(TEXT.replace("2. (S) ", "2. (S) On Friday "))
    plan = make_plan(document, [mention(document, "Quimbly", 1, person="P1")], (), FOIA)
    entry = plan_entry(plan, document.source, name="a.txt")
    item = next(item for item in entry["items"] if item["kind"] == "portion")
    item.update(decision="release", decided_by="the reviewer")
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    assert "2. (S) On Friday " in apply_plan(document.source, again)
    made = make_copy(document, again)
    assert made.verify().result == "proved"
    (released,) = (kept for kept in made.record["kept"] if kept["kind"] == "portion")
    (shown,) = publication_of(document, again).kept
    assert released["reason"] == "released by the reviewer"
    assert shown.of(apply_plan(document.source, again)).startswith("On Friday [(b)(6) name]")


def test_the_reviewer_may_add_an_item(document: Document, entry: dict) -> None:
    start = TEXT.index("perhaps")
    entry["items"].append(
        {
            "id": f"{start}-{start + 7}",
            "start": start,
            "end": start + 7,
            "kind": "portion",
            "reasons": ["(b)(5)"],
            "decision": "withhold",
            "decided_by": "the reviewer",
        }
    )
    again = plan_from_entry(entry, document, FOIA, "plan.json")
    assert ", [(b)(5) 1 word] Roe too" in apply_plan(document.source, again)


def changed(entry: dict, path: str, value: object) -> dict:
    """The entry with the value at a dotted path replaced."""
    made = copying.deepcopy(entry)
    node = made
    *parents, last = path.split(".")
    for key in parents:
        node = node[int(key)] if key.isdigit() else node[key]
    node[last] = value
    return made


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        ("source.sha256", "0" * 64, "stale: the document has changed"),
        ("policy.sha256", "0" * 64, "stale: it was not made under the policy"),
        ("items.0.start", 0, "unknown item"),
        ("items.0.end", 10**9, "not a place in the document"),
        ("items.0.start", -1, "not a place in the document"),
        ("items.0.start", "9", "not a place in the document"),
        ("items.0.id", "1-2", "unknown item"),
        ("items.0.decision", "maybe", "decision is not one of withhold, release, ask"),
        ("items.0.decision", "release", "names no reviewer"),
        ("items.0.reasons", [], "needs a reason"),
        ("items.0.reasons", ["(b)(10)"], "has no such reason"),
        ("items.0.reasons", "(b)(6)", "is not a list"),
        ("items.0.start", True, "not a place in the document"),
        ("items.0.reasons", ["(b)(6) Mr. QUIMBLY"], "repeats words of what it withholds"),
        ("items.0.reasons", ["(b)(6) q\u00fcimbly"], "repeats words of what it withholds"),
        ("items.0.reasons", ["(b)(6) x] The pump [y"], "holds a bracket or a line end"),
        ("items.0.reasons", ["(b)(6) x\ny"], "holds a bracket or a line end"),
        ("items.0.decided_by", "", "is not a text"),
        ("items.0.decided_by", "  ", "is not a text"),
        ("items.0.decided_by", "me\nRELEASED IN FULL", "is not a text of one line"),
        ("items.0.colour", "red", "unknown key 'colour'"),
        ("items", {}, "is not a list"),
        ("kept", None, "is not a list"),
    ],
)
def test_an_item_that_does_not_fit_is_refused(
    document: Document, entry: dict, path: str, value: object, what: str
) -> None:
    with pytest.raises(UsageError) as refused:
        plan_from_entry(changed(entry, path, value), document, FOIA, "plan.json")
    assert what in refused.value.what and refused.value.exit_code == 2
    assert refused.value.where == "plan.json"
    # Only a stale plan is made again: whoever mistyped one word keeps the decisions of the others.
    assert ("make a new one" in (refused.value.hint or "")) == what.startswith("stale")


def test_an_item_that_stands_twice_is_refused(document: Document, entry: dict) -> None:
    entry["items"].append(entry["items"][0])
    with pytest.raises(UsageError, match="twice"):
        plan_from_entry(entry, document, FOIA, "plan.json")


@pytest.mark.parametrize(
    "data", [[], {}, {"format": "redact/plan/v2", "documents": []}, {"format": "redact/plan/v1"},
             {"format": "redact/plan/v1", "documents": [3]}]
)  # fmt: skip
def test_what_is_no_plan_file_is_refused(data: object) -> None:
    with pytest.raises(UsageError):
        entries_of(data, "plan.json")


def test_the_same_document_twice_in_a_file_is_refused(entry: dict) -> None:
    with pytest.raises(UsageError, match="twice"):
        entries_of({"format": "redact/plan/v1", "documents": [entry, entry]}, "plan.json")


def test_a_policy_that_changed_makes_the_plan_stale(document: Document, entry: dict) -> None:
    other = dataclasses.replace(FOIA, sha256="1" * 64)
    with pytest.raises(UsageError, match="stale"):
        plan_from_entry(entry, document, other, "plan.json")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"kind": "PERSON"}, "changes the kind"),
        ({"causes": ["the pump is red"]}, "changes the causes"),
        ({"decision": "ask"}, "undecided"),
        ({"id": "other"}, "lacks the item"),
    ],
)
def test_only_the_decision_of_an_item_may_be_changed(entry: dict, change: dict, what: str) -> None:
    edited = copying.deepcopy(entry)
    next(item for item in edited["items"] if item["kind"] == "portion").update(change)
    refuse_undecided(entry, entry, "plan.json")
    with pytest.raises(UsageError, match=what):
        refuse_undecided(edited, entry, "plan.json")


@pytest.mark.parametrize("more", [{"kind": "the pump is red"}, {"causes": ["the pump is red"]}])
def test_an_added_item_brings_no_words_of_its_own(entry: dict, more: dict) -> None:
    added = {"id": "1-2", "start": 1, "end": 2, "kind": "portion", "reasons": ["(b)(5)"]}
    refuse_undecided({**entry, "items": [*entry["items"], added]}, entry, "plan.json")
    with pytest.raises(UsageError, match="added item"):
        refuse_undecided(
            {**entry, "items": [*entry["items"], {**added, **more}]}, entry, "plan.json"
        )
