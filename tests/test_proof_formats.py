"""The formats of ``redact verify``: what is proved, what survives, never a withheld word."""

from __future__ import annotations

import datetime
import json as stdlib_json

import jsonschema
import pytest
from conftest import ROOT
from redaction_documents import FOIA, lay_out, make_copy, mention

from redact.cli.formats import MACHINE_FORMATS, pieces
from redact.findings import Report
from redact.outputs import proof
from redact.policy.load import load_policy
from redact.redaction.plan import make_plan
from redact.redaction.verification import Verification
from redact.redaction.verify import verify
from redact.sources import Source

AS_OF = datetime.date(2026, 11, 21)
TEXT = (
    "CONFIDENTIAL\nSUBJECT: SALE OF THE OLD PUMP\n1. (U) Zoltan Ostermoor brought the cake.\n"
    "2. (U) Lunch was good.\n"
)
DOCUMENT = lay_out(TEXT)
COPY = make_copy(
    DOCUMENT,
    make_plan(DOCUMENT, [mention(DOCUMENT, "Zoltan Ostermoor", person="P1")], (), FOIA),
)
LEAKY = COPY.text.replace("Lunch", "Ostermoor's lunch")


def proved(text: str, *, with_original: bool = True) -> tuple[Verification, Report]:
    data = text.encode()
    verification = verify(data, COPY.record, COPY.original if with_original else None)
    source = Source.from_text(text, "public/a.txt")
    return verification, proof.to_report(verification, source, tool="redact 0", as_of=AS_OF)


def test_a_proved_copy_has_nothing_to_tell() -> None:
    verification, report = proved(COPY.text)
    assert verification.result == "proved"
    assert (report.findings, report.errors) == ((), ())


def test_what_survives_is_an_error_at_its_place() -> None:
    _, report = proved(LEAKY)
    (leak,) = [f for f in report.findings if f.rule == proof.SURVIVES]
    assert LEAKY[leak.span.start : leak.span.end] == "Ostermoor"
    assert leak.start[0] == LEAKY[: leak.span.start].count("\n") + 1
    assert leak.authority


def test_a_copy_that_does_not_replay_is_an_error_without_a_place() -> None:
    verification, report = proved(COPY.text.replace("good", "bad"))
    assert verification.exit_code == 1
    assert {f.rule for f in report.findings} == {proof.UNEXPLAINED}
    assert all("not proved: " in f.message for f in report.findings)


def test_without_the_original_nothing_counts_as_examined() -> None:
    verification, report = proved(COPY.text, with_original=False)
    assert verification.exit_code == 3
    assert [error.what for error in report.errors] == ["not proved: original absent"]


@pytest.mark.parametrize("form", MACHINE_FORMATS)
@pytest.mark.parametrize("text", [COPY.text, LEAKY])
def test_no_format_shows_what_was_withheld(form: str, text: str) -> None:
    _, report = proved(text)
    printed = "".join(pieces(form, report, lambda kind: proof.RULES, fail_on="error"))
    assert "ostermoor" not in printed.lower()
    assert "lunch" not in printed.lower()


def test_junit_counts_what_survives_as_a_failure() -> None:
    _, report = proved(LEAKY)
    printed = "".join(pieces("junit", report, lambda kind: proof.RULES, fail_on="error"))
    assert 'failures="2"' in printed, "a name survives, and the record does not replay"


def test_the_json_of_a_proof_keeps_its_promise() -> None:
    schema = stdlib_json.loads((ROOT / "schemas" / "verification.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for text in (COPY.text, LEAKY, "nothing of the kind"):
        verification, _ = proved(text)
        shape = proof.to_dict(verification, tool="redact 0", public="a.txt", record="a.record.json")
        jsonschema.Draft202012Validator(schema).validate(shape)


def test_the_rules_of_a_proof_are_bound() -> None:
    assert set(proof.RULES) <= set(load_policy("public-release").rules)
