"""Showing and comparing policies: every value has its file, every loosening is marked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from redact.findings import STAGES, Severity
from redact.policy.diff import ABSENT, Difference, differences, render_differences
from redact.policy.layers import shipped_policies
from redact.policy.load import load_policy
from redact.policy.model import Binding, Policy, ReleaseSettings, Withholding
from redact.policy.show import render_policy, show_policy
from redact.resources import folder

EMPTY = Policy(
    name="p",
    version="1",
    chain=("p",),
    sha256="0" * 64,
    registers=(),
    authorities={},
    rules={},
    exemptions={},
    withhold=(),
    release=ReleaseSettings(),
    provenance={},
)


def binding(severity: str, **cases: str) -> Binding:
    words = {"default": severity, **cases}
    return Binding(
        rule="r",
        severity={case: Severity(word) for case, word in words.items()},
        authority=("a",),
        stages=STAGES,
        params={},
    )


def one(before: Policy, after: Policy) -> Difference:
    (found,) = differences(before, after)
    return found


def withheld(*lines: Withholding) -> Policy:
    return replace(EMPTY, withhold=lines)


NAMES = Withholding(reason="(b)(6)", mention="PERSON")
PORTIONS = Withholding(reason="(b)(1)", portions_above="UNCLASSIFIED")
RULED = replace(EMPTY, rules={"r": binding("warning")})


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        (RULED, EMPTY, "rules.r"),
        (RULED, replace(EMPTY, rules={"r": binding("note")}), "rules.r.severity"),
        (
            RULED,
            replace(EMPTY, rules={"r": binding("warning", odd="note")}),
            "rules.r.severity",
        ),
        (
            RULED,
            replace(EMPTY, rules={"r": replace(binding("warning"), stages=("draft",))}),
            "rules.r.stages",
        ),
        (
            RULED,
            replace(EMPTY, rules={"r": replace(binding("warning"), params={"n": 1})}),
            "rules.r.params.n",
        ),
        (withheld(NAMES, PORTIONS), withheld(NAMES), "withhold.portions (b)(1)"),
        (
            withheld(PORTIONS),
            withheld(replace(PORTIONS, portions_above="CONFIDENTIAL")),
            "withhold.portions (b)(1)",
        ),
        (
            withheld(NAMES),
            withheld(replace(NAMES, except_roles=("signatory",))),
            "withhold.PERSON (b)(6)",
        ),
        (withheld(NAMES), withheld(replace(NAMES, possible="leave")), "withhold.PERSON (b)(6)"),
        (
            EMPTY,
            replace(EMPTY, release=ReleaseSettings(cancel_banners=False)),
            "release.cancel_banners",
        ),
    ],
)
def test_a_loosening_one_way_is_none_the_other_way(before: Policy, after: Policy, key: str) -> None:
    there, back = one(before, after), one(after, before)
    assert (there.key, there.loosens) == (key, True)
    assert (back.before, back.after) == (there.after, there.before)
    # What a setting does only its rule knows: both ways want a look.
    assert back.loosens == (key == "rules.r.params.n")


def test_differences_that_loosen_nothing_are_reported_too() -> None:
    before, after = load_policy("base"), load_policy("public-release")
    found = differences(before, after)
    added = [d for d in found if d.key.startswith("rules.")]
    assert added
    assert all(d.before == ABSENT and not d.loosens for d in added)


SHIPPED = [load_policy(name) for name in shipped_policies()]


@given(st.sampled_from(SHIPPED), st.sampled_from(SHIPPED))
def test_differences_are_none_exactly_for_policies_that_do_the_same(a: Policy, b: Policy) -> None:
    def does(policy: Policy) -> tuple[object, ...]:
        return (
            policy.registers,
            policy.authorities,
            policy.rules,
            policy.exemptions,
            frozenset(policy.withhold),
            policy.release,
        )

    assert (differences(a, b) == ()) == (does(a) == does(b))
    assert [d.key for d in differences(a, b)] == [d.key for d in differences(b, a)]


def test_differences_as_text() -> None:
    assert render_differences(()) == "no differences\n"
    found = differences(RULED, replace(EMPTY, rules={"r": binding("note", odd="error")}))
    assert render_differences(found) == (
        "rules.r.severity: warning -> note (odd: error)  (loosens)\n"
    )


def test_loosenings_are_shown_with_the_file_that_makes_them(tmp_path: Path) -> None:
    middle, last = tmp_path / "middle.yaml", tmp_path / "last.yaml"
    middle.write_text(
        "name: middle\nversion: 1\nextends: [state-telegram]\n"
        "rules:\n  decl-passed: {severity: off}\n  rel-b5-aged: {severity: warning}\n",
        "utf-8",
    )
    last.write_text(
        "name: last\nversion: 1\nextends: [middle.yaml]\n"
        "rules:\n  decl-passed: {severity: note}\n  rel-b5-aged: {severity: error}\n",
        "utf-8",
    )
    shown = show_policy(middle)
    assert [(name, d.key, d.before, d.after) for name, d in shown.loosenings] == [
        ("middle.yaml", "rules.decl-passed", "note", ABSENT),
        ("middle.yaml", "rules.rel-b5-aged.severity", "error", "warning"),
    ]
    text = render_policy(shown)
    assert "  middle.yaml: rules.decl-passed: note -> absent\n" in text
    assert "rel-b5-aged: warning; 5 U.S.C. 552(b)(5); release only" in text
    assert "[public-release, middle.yaml]" in text
    # What a later file puts right is still shown where it was loosened.
    assert show_policy(last).loosenings == shown.loosenings


def test_names_only_shows_that_portions_are_no_longer_withheld() -> None:
    text = render_policy(show_policy("names-only"))
    assert "names-only: withhold.portions (b)(1): above UNCLASSIFIED -> absent" in text


@pytest.mark.parametrize("name", shipped_policies())
def test_the_json_of_a_policy_keeps_its_schema(name: str) -> None:
    schema = json.loads((folder("schemas") / "policy-shown.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    shown = json.loads(json.dumps(show_policy(name).to_dict()))
    Draft202012Validator(schema).validate(shown)
    assert all(rule["set_by"] for rule in shown["rules"])
