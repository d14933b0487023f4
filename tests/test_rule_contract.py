"""What every rule must come with: a page, cases of both kinds, a binding, a place in the list."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from conftest import ROOT
from rule_cases import read_cases

from redact.outputs.rulebook import manual_page
from redact.policy.layers import shipped_policies
from redact.policy.load import load_policy
from redact.rules import FAMILIES, RULES, Rule

POLICIES = {name: load_policy(name) for name in shipped_policies()}
CASES = read_cases()
HEADINGS = ("Why", "Example", "Limits")

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


@every_rule
def test_its_page_has_the_fixed_shape(rule: Rule) -> None:
    assert rule.page.startswith("Checks "), "open with what it checks"
    assert rule.summary.endswith(".")
    found = tuple(re.findall(r"^## (.*)$", rule.page, re.MULTILINE))
    assert found in (HEADINGS, HEADINGS[:2]), "Why, Example and, where there are any, Limits"
    example = rule.page.split("## Example", 1)[1].split("## Limits", 1)[0]
    assert "*Use instead:*" in example


@every_rule
def test_its_manual_page_lists_its_settings_and_their_choices(rule: Rule) -> None:
    listed = re.findall(r"^- `(\w+)`: ", manual_page(rule), re.MULTILINE)
    assert listed == list(rule.params)
    for name, choices in rule.choices.items():
        default = rule.params[name]
        assert {default} <= {*choices} if isinstance(default, str) else {*default} <= {*choices}


@every_rule
def test_its_id_is_a_slug_that_is_never_used_again(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    for other in RULES.values():
        assert rule.id not in other.former


@every_rule
def test_it_has_cases_of_both_kinds_in_its_own_file(rule: Rule) -> None:
    path = ROOT / "tests" / "cases" / rule.family / f"{rule.id}.yaml"
    assert path.is_file(), f"write {path.relative_to(ROOT)}"
    kinds = {case.name.split("_", 1)[0] for case in CASES if case.rule == rule.id}
    assert kinds == {"pass", "fail"}


@every_rule
def test_a_shipped_policy_binds_it(rule: Rule) -> None:
    assert any(rule.id in policy.rules for policy in POLICIES.values())


@every_rule
def test_the_cases_a_policy_weighs_are_cases_it_reports(rule: Rule) -> None:
    module = importlib.import_module(rule.check.__module__)
    folder = Path(module.__file__ or "").parent
    code = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    for policy in POLICIES.values():
        bound = policy.rules.get(rule.id)
        for case in bound.severity if bound else ():
            assert case == "default" or f'"{case}"' in code, f"{policy.name}: no case '{case}'"


def test_every_rule_file_is_listed_and_stands_in_its_family() -> None:
    for family, listed in FAMILIES.items():
        folder = ROOT / "redact" / "rules" / family
        written = {
            found[1]: path.stem
            for path in folder.glob("*.py")
            if (found := re.search(r'^ID = "(.*)"$', path.read_text("utf-8"), re.MULTILINE))
        }
        assert sorted(written) == sorted(listed), family
        assert len(set(listed)) == len(listed)
        for rule, module in written.items():
            assert rule.replace("-", "_") == module, "a rule's file is named after it"


def test_ids_are_unique_over_the_families() -> None:
    assert len(RULES) == sum(map(len, FAMILIES.values()))


def test_every_case_file_names_a_rule_and_stands_in_its_folder() -> None:
    assert CASES
    for case in CASES:
        assert case.rule in RULES, case.id
        assert RULES[case.rule].family == case.family, case.id
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names)


def test_every_case_cites_an_authority_that_a_policy_gives_its_rule() -> None:
    for case in CASES:
        given = {
            name
            for policy in POLICIES.values()
            if (bound := policy.rules.get(case.rule))
            for name in bound.authority
        }
        assert case.authority in given, case.id
