"""Records: their shape, their chain, and what they never hold."""

from __future__ import annotations

import hashlib
import json

import jsonschema
import pytest
from conftest import ROOT
from redaction_documents import FOIA, context, lay_out, make_copy, mention
from test_redaction_gate import finding

from redact.redaction.chain import check_chain, link_records
from redact.redaction.gate import Barrier
from redact.redaction.plan import make_plan
from redact.redaction.planfile import plan_entry, plan_file
from redact.redaction.record import make_record, record_bytes

SCHEMAS = ROOT / "schemas"
TEXT = (
    "SECRET\nSUBJECT: CANARY PUMP SALE\n1. (U) Zoltan Quimbly saw a canary in LA PAZ.\n"
    "2. (S) The canary will be sold by Quimbly, says Jorge Paz.\nSIGNED: PAZ\n"
)


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def record_of(text: str = TEXT) -> dict:
    document = lay_out(text)
    names = ("Zoltan Quimbly", "Jorge Paz")
    mentions = [
        mention(document, name, person=f"P{n}") for n, name in enumerate(names) if name in text
    ]
    asked = [mention(document, "Lunch", tier="possible")] if "Lunch" in text else []
    return make_copy(document, make_plan(document, [*mentions, *asked], (), FOIA)).record


@pytest.mark.parametrize("name", ["audit-record", "plan"])
def test_a_schema_describes_every_property_and_allows_no_other(name: str) -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert all("description" in value for value in node["properties"].values())
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema(name))
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("text", [TEXT, "UNCLASSIFIED\n1. (U) Lunch.\n", "SECRET\r\n1. (X) No."])
def test_a_record_has_the_shape_of_its_schema(text: str) -> None:
    jsonschema.validate(json.loads(record_bytes(record_of(text))), schema("audit-record"))


def test_the_record_of_a_gated_document_has_that_shape_too() -> None:
    document = lay_out(TEXT)
    gate = (Barrier("class-missing", "no level", "state the level"),)
    record = make_record(
        document,
        None,
        context(FOIA),
        name="a.txt",
        findings=[finding("class-missing")],
        gate=gate,
    )
    jsonschema.validate(record, schema("audit-record"))
    assert record["outcome"] == "not-released" and record["public"] is None
    assert {portion["decision"] for portion in record["portions"]} == {"withhold"}


def test_what_a_record_says_of_portions_names_and_kept_places() -> None:
    record = record_of()
    assert [(p["kind"], p["number"], p["mark"], p["level"], p["decision"], p["line"])
            for p in record["portions"]] == [
        ("subject", None, None, "SECRET", "withhold", 2),
        ("paragraph", "1", "(U)", "UNCLASSIFIED", "withhold-names", 3),
        ("paragraph", "2", "(S)", "SECRET", "withhold", 4),
    ]  # fmt: skip
    assert [(k["kind"], k["reason"]) for k in record["kept"]] == [
        ("PERSON", "part of a place name")
    ]
    assert {r["decided_by"] for r in record["redactions"]} == {"policy"}
    assert [edit["kind"] for edit in record["edits"]] == ["header", "banner"]
    assert record["outcome"] == "released-in-part"
    assert record["statement"].startswith(
        f"Released in part under the policy foia-release {FOIA.version}: 2 names and 2 passages"
    )


def test_a_record_holds_no_word_of_the_document_and_no_hash_of_a_name() -> None:
    written = record_bytes(record_of()).decode().lower()
    for word in ("canary", "quimbly", "zoltan", "jorge", "pump", "sold"):
        assert word not in written
    for name in ("Zoltan Quimbly", "Quimbly", "QUIMBLY", "quimbly", "Paz", "PAZ", "Jorge Paz"):
        for algorithm in ("md5", "sha1", "sha256", "sha512"):
            digest = hashlib.new(algorithm, name.encode(), usedforsecurity=False).hexdigest()
            assert digest not in written


def test_equal_decisions_give_equal_bytes() -> None:
    assert record_bytes(record_of()) == record_bytes(record_of())


def test_the_chain_follows_sorted_paths_whatever_the_order_of_work() -> None:
    first, second = record_of(), record_of("UNCLASSIFIED\n1. (U) Lunch.\n")
    records = {"b.record.json": record_bytes(second), "a.record.json": record_bytes(first)}
    linked = dict(link_records(records, records.__getitem__))
    assert linked == dict(link_records(reversed(records), records.__getitem__))
    assert json.loads(linked["a.record.json"])["previous"] is None
    assert (
        json.loads(linked["b.record.json"])["previous"]
        == hashlib.sha256(linked["a.record.json"]).hexdigest()
    )
    assert check_chain(linked) == ()
    filled = json.loads(linked["b.record.json"])
    assert record_bytes({**second, "previous": filled["previous"]}) == linked["b.record.json"]


@pytest.mark.parametrize("tamper", ["change", "remove", "insert", "garble"])
def test_a_broken_chain_shows_where(tamper: str) -> None:
    linked = dict(link_records("abc", lambda path: record_bytes(record_of())))
    match tamper:
        case "change":
            linked["a"] = linked["a"].replace(b"policy", b"police", 1)
        case "remove":
            del linked["a"]
        case "insert":
            linked["aa"] = linked["a"]
        case "garble":
            linked["b"] = b"["
    assert check_chain(linked)
    assert {broken.path for broken in check_chain(linked)} <= {"aa", "b", "c"}


def test_a_plan_has_the_shape_of_its_schema_and_holds_no_text() -> None:
    document = lay_out(TEXT)
    plan = make_plan(document, [mention(document, "Zoltan Quimbly")], (), FOIA)
    written = plan_file([plan_entry(plan, document.source, name="a.txt")])
    jsonschema.validate(written, schema("plan"))
    assert "quimbly" not in json.dumps(written).lower()
