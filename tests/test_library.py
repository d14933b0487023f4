"""The tool as a library gives what the command line gives."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import commands
import jsonschema
import pytest
from conftest import ROOT

import redact
from redact.redaction.gate import Gated

CLEAN = ROOT / "examples" / "01-clean.txt"
WRONG = ROOT / "examples" / "02-everything-wrong.txt"
POLICIES = ("state-telegram", "foia-release")
"""A rule profile withholds nothing by itself, a withholding policy has no rules."""


def plan_of(path: Path, name: str) -> redact.RedactionPlan:
    policy = redact.load_policy(name)
    source = redact.read(path)
    document = redact.parse(source)
    findings = redact.check(document, policy)
    return redact.plan(document, redact.names(source), findings, policy)


def run(*arguments: str | Path) -> str:
    result = commands.redact(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("name", POLICIES)
def test_one_policy_for_both_questions_gives_the_copy_of_the_command(
    tmp_path: Path, name: str
) -> None:
    run("apply", CLEAN, "-o", tmp_path, "-q")
    copy = redact.apply(redact.read(CLEAN), plan_of(CLEAN, name))
    assert copy == (tmp_path / "public" / CLEAN.name).read_text()
    assert "[(b)(6) name]" in copy
    assert "[(b)(1)" in copy


@pytest.mark.parametrize("name", POLICIES)
def test_marks_that_cannot_be_trusted_are_noticed_under_any_policy(name: str) -> None:
    with pytest.raises(Gated):
        plan_of(WRONG, name)


def test_a_plan_as_a_mapping_is_an_entry_of_a_plan_file(tmp_path: Path) -> None:
    plan = plan_of(CLEAN, "foia-release")
    file = {"format": "redact/plan/v1", "tool": "redact 0", "documents": [plan.to_dict()]}
    jsonschema.validate(file, json.loads((ROOT / "schemas" / "plan.schema.json").read_text()))
    written = tmp_path / "plan.json"
    written.write_text(json.dumps(file))
    run("apply", CLEAN, "--plan", written, "-o", tmp_path / "out", "-q")
    copy = (tmp_path / "out" / "public" / CLEAN.name).read_text()
    assert copy == redact.apply(redact.read(CLEAN), plan)


def test_mentions_and_findings_as_mappings_are_those_of_the_command() -> None:
    told = json.loads(run("names", CLEAN, "--format", "json"))["documents"][0]["mentions"]
    assert [mention.to_dict() for mention in redact.names(redact.read(CLEAN))] == told
    document = redact.parse(redact.read(CLEAN))
    entry = json.loads(run("parse", CLEAN, "--format", "json"))["documents"][0]
    assert document.to_dict() | {"path": entry["path"]} == entry


def test_a_plan_is_refused_for_another_document() -> None:
    plan = plan_of(CLEAN, "foia-release")
    with pytest.raises(redact.RedactError, match="not the one the plan was made for"):
        redact.apply(redact.read(WRONG), plan)


def test_the_public_names_can_be_listed_before_they_are_used() -> None:
    assert set(redact.__all__) <= set(dir(redact))


@pytest.mark.parametrize(("day", "held"), [(31, True), (30, True), (1, False)])
def test_a_waiver_is_in_force_until_its_last_day(day: int, held: bool) -> None:
    document = redact.parse(redact.read(WRONG))
    waiver = redact.Waiver(
        rule="portion-above-banner",
        document=document.source.path,
        reason="known slip",
        approver="J. Roe",
        expires=datetime.date(2026, 12, day),
    )
    today = datetime.date(2026, 12, 30)
    policy = redact.load_policy("state-telegram")
    findings = redact.check(document, policy, today=today, waivers=[waiver])
    waived = {finding.rule for finding in findings if finding.waiver}
    assert waived == ({"portion-above-banner"} if held else set())
