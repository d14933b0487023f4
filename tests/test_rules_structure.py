"""What the rules on portions, authority, declassification and structure hold for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_cases import Case, read_cases

import redact
from redact.findings import Examined, Finding
from redact.markings.register import load_register
from redact.rules import RULES

POLICY = redact.load_policy("state-telegram")
FAMILIES = ("portion", "authority", "declassification", "structure")
CASES = [case for case in read_cases() if case.family in FAMILIES]
SEQUENCE_RULES = ("para-duplicate-number", "para-number-gap", "para-out-of-order")


def findings_of(text: str, *rules: str, **options: object) -> list[Finding]:
    document = redact.parse(redact.Source.from_text(text, "x.txt"), policy=POLICY)
    return [f for f in redact.check(document, POLICY, **options) if f.rule in rules]  # type: ignore[arg-type]


def telegram(numbers: list[int]) -> str:
    paragraphs = "\n\n".join(f"{n}. (U) The pump test is on Tuesday." for n in numbers)
    return f"UNCLAS TESTVILLE 000012\n\n{paragraphs}\nSAMPLE\n"


@given(st.integers(1, 30))
def test_consecutive_numbers_are_never_reported(count: int) -> None:
    assert findings_of(telegram(list(range(1, count + 1))), *SEQUENCE_RULES) == []


@given(st.integers(3, 20), st.data())
def test_each_number_left_out_is_reported_once_and_as_a_gap(
    count: int, data: st.DataObject
) -> None:
    missing = data.draw(st.integers(2, count - 1))
    found = findings_of(telegram([n for n in range(1, count + 1) if n != missing]), *SEQUENCE_RULES)
    assert [(f.rule, f.expected, f.found) for f in found] == [
        ("para-number-gap", str(missing), str(missing + 1))
    ]


@given(st.integers(2, 20), st.data())
def test_a_number_used_twice_is_never_out_of_order_too(count: int, data: st.DataObject) -> None:
    again = data.draw(st.integers(1, count))
    numbers = list(range(1, count + 1))
    found = findings_of(telegram(numbers[:again] + numbers[again - 1 :]), *SEQUENCE_RULES)
    assert [(f.rule, f.found) for f in found] == [("para-duplicate-number", str(again))]


@given(st.lists(st.integers(1, 12), min_size=2, max_size=10, unique=True), st.integers(1, 14))
def test_the_hint_names_the_paragraph_that_renumbering_would_give(
    numbers: list[int], cited: int
) -> None:
    text = telegram(sorted(numbers)).replace("Tuesday.", f"Tuesday, see paragraph {cited}.", 1)
    found = findings_of(text, "xref-paragraph-dangling")
    if cited in numbers:
        assert found == []
    else:
        inside = cited <= len(numbers)
        assert [f.expected for f in found] == [str(sorted(numbers)[cited - 1]) if inside else None]


def test_a_reference_is_as_limited_as_the_telegram_it_names() -> None:
    text = "UNCLAS TESTVILLE 000012\n\nREF: PORT EXAMPLE 34\n\n1. (U) The pump test.\n"
    exdis = "C O N F I D E N T I A L PORT EXAMPLE 000034\n\nEXDIS\n\n1. (C) The picnic.\n"
    date = "O 201131Z APR 09\n"
    sibling = redact.parse(redact.Source.from_text(date + exdis, "y.txt"), policy=POLICY)
    other = redact.parse(
        redact.Source.from_text(date + exdis.replace("34", "35"), "z.txt"), policy=POLICY
    )
    rule = "ref-restricted-caption"
    assert findings_of(date + text, rule) == []
    assert findings_of(date + text, rule, siblings=(other,)) == []
    assert [f.found for f in findings_of(date + text, rule, siblings=(other, sibling))] == ["EXDIS"]


def verdicts(case: Case, text: str) -> list[tuple[int, int, str, str]]:
    """What the rule of a case says of a text, by line and column."""
    policy = redact.load_policy(case.options.get("policy", "state-telegram"))
    document = redact.parse(redact.Source.from_text(text, "case.txt"), policy=policy)
    rule = RULES[case.rule]
    examined = Examined(
        document=document,
        register=load_register(document.register),
        stage="record",
        as_of=case.today,
        params=rule.params,
    )
    return [
        (*document.source.line_col(hit.span.start), hit.message, f"{hit.fix}{hit.expected}")
        for hit in rule.check(examined)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_line_ends_change_no_verdict(case: Case) -> None:
    expected = verdicts(case, case.text)
    for ends in ("\r\n", "\r"):
        assert verdicts(case, case.text.replace("\n", ends)) == expected, repr(ends)


def test_no_message_shows_a_word_of_the_document() -> None:
    word = "XYLOPHONE"  # no register holds it
    for case in CASES:
        text = re.sub("sample|pump|picnic", word, case.text, flags=re.IGNORECASE)
        for _, _, message, fix in verdicts(case, text):
            assert word not in f"{message}{fix}".upper(), case.id
