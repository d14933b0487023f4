"""Every case of every rule gives exactly the findings drawn under its text."""

from __future__ import annotations

import pytest
from rule_cases import Case, Expected, publication_of, read_cases

import redact
from redact import documents, engine
from redact.findings import Finding
from redact.markings.register import load_register
from redact.markings.register_file import register_names

CASES = read_cases()


def place(finding: Finding, text: str) -> Expected:
    """Where a finding stands, as a case draws it: a longer one ends with its first line."""
    line, column = finding.start
    end_line, end_column = finding.end
    if end_line > line:
        end_column = len(text.split("\n")[line - 1]) + 1
    return Expected(line, column, end_column, finding.message)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert case.name.startswith(("pass_", "fail_")), "name a case for what it shows"
    assert case.name.startswith("fail_") == bool(case.expected)
    policy = redact.load_policy(case.options.get("policy", "state-telegram"))
    source = redact.Source.from_text(case.text, case.options.get("path", "case.txt"))
    document = redact.parse(source, policy=policy)
    original = case.options.get("original")
    findings = engine.check(
        document,
        policy,
        load_register(document.register),
        as_of=case.today,
        stage=case.options.get("stage", "record"),
        siblings=tuple(
            redact.parse(redact.Source.from_text(text, "sibling.txt"), policy=policy)
            for text in case.options.get("siblings", ())
        ),
        publication=original
        and publication_of(
            case, redact.parse(redact.Source.from_text(original, "original.txt"), policy=policy)
        ),
    )
    own = [f for f in findings if f.rule == case.rule]
    found = sorted(
        (place(f, case.text) for f in own), key=lambda e: (e.line, e.column, e.end_column)
    )
    wanted = sorted(case.expected, key=lambda e: (e.line, e.column, e.end_column))
    assert [(e.line, e.column, e.end_column) for e in found] == [
        (e.line, e.column, e.end_column) for e in wanted
    ], [f"{f.start}-{f.end} {f.message}" for f in own]
    for got, want in zip(found, wanted, strict=True):
        if want.message is not None:
            assert got.message == want.message
    if "severity" in case.options:
        assert {f.severity.value for f in own} == {case.options["severity"]}
    if case.options.get("clean"):
        assert [(f.rule, f.message) for f in findings] == []
    if own:
        assert case.authority in {a.id for f in own for a in f.authority}


FAILING = {case.rule: case for case in CASES if case.expected and "original" not in case.options}


@pytest.mark.parametrize("register", register_names())
def test_a_rule_can_be_asked_under_any_register(register: str) -> None:
    """``--register`` may name a marking system that lacks what a rule looks up."""
    for case in FAILING.values():
        document = documents.parse(redact.Source.from_text(case.text), register=register)
        policy = redact.load_policy(case.options.get("policy", "state-telegram"))
        engine.check(document, policy, load_register(register), as_of=case.today)
