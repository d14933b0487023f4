"""The shipped policies: valid, complete, and each name in them leads somewhere."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from redact.findings import STAGES
from redact.policy.layers import read_layers, shipped_policies
from redact.policy.load import load_policy
from redact.policy.validate import find_problems
from redact.resources import folder
from redact.strict_yaml import read_yaml

NAMES = shipped_policies()


def content(name: str) -> dict[str, Any]:
    path = folder("policies") / f"{name}.yaml"
    read: dict[str, Any] = read_yaml(path.read_bytes(), path.name)
    return {key: value for key, value in read.items() if value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_policy_keeps_the_schema_and_loads_under_its_own_name(name: str) -> None:
    assert list(find_problems(content(name), "policy.schema.json", name)) == []
    policy = load_policy(name)
    assert policy.name == name
    assert policy.description


@pytest.mark.parametrize("schema", ["policy.schema.json", "waivers.schema.json"])
def test_schemas_are_closed_and_describe_every_property(schema: str) -> None:
    rules = json.loads((folder("schemas") / schema).read_text("utf-8"))
    Draft202012Validator.check_schema(rules)
    bare = list(undescribed(rules))
    assert bare == []


def undescribed(schema: Any, path: str = "$") -> Any:
    """Paths of properties without a description and of open mappings with fixed keys."""
    if not isinstance(schema, dict):
        return
    if schema.get("properties") and schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            yield f"{path}: open"
        for key, value in schema["properties"].items():
            if "$ref" not in value and "description" not in value:
                yield f"{path}.{key}"
    for key in ("properties", "$defs"):
        for name, value in schema.get(key, {}).items():
            yield from undescribed(value, f"{path}.{name}")
    for key in ("items", "additionalProperties"):
        yield from undescribed(schema.get(key), f"{path}.{key}")


def test_an_authority_says_where_it_is_written_only_once() -> None:
    authorities = load_policy("base").authorities.values()
    cited = [(authority.cite, authority.title) for authority in authorities]
    assert len(set(cited)) == len(cited)
    assert all(authority.title and authority.cite for authority in authorities)


def test_withholding_policies_hold_no_rules_and_profiles_withhold_nothing() -> None:
    for name in NAMES:
        own = content(name)
        assert not (own.get("rules") and own.get("withhold")), name


def test_every_reason_of_the_statute_is_listed() -> None:
    codes = set(load_policy("foia-release").exemptions)
    assert codes == {
        *(f"(b)({number})" for number in range(1, 10) if number != 7),
        *(f"(b)(7)({letter})" for letter in "ABCDEF"),
    }
    assert set(load_policy("foia-release").exemptions["(b)(1)"].categories) == {
        f"1.4({letter})" for letter in "abcdefgh"
    }


def test_names_only_withholds_every_mention_that_foia_release_does_and_no_portion() -> None:
    foia, names = load_policy("foia-release"), load_policy("names-only")
    assert names.withhold == tuple(line for line in foia.withhold if line.mention)
    assert any(line.portions_above for line in foia.withhold)
    assert (foia.release.needs_declassification, names.release.needs_declassification) == (
        False,
        True,
    )


@pytest.mark.parametrize("name", NAMES)
def test_release_rules_run_on_public_copies_only_and_the_others_everywhere(name: str) -> None:
    for rule, bound in load_policy(name).rules.items():
        expected = ("release",) if rule.startswith(("rel-", "red-")) else STAGES
        assert bound.stages == expected, rule


@pytest.mark.parametrize("name", NAMES)
def test_what_a_policy_extends_comes_before_it(name: str) -> None:
    chain = [layer.name for layer in read_layers(name)]
    assert chain[-1] == name
    assert chain[0] == "base"
    assert all(a != b for a, b in pairwise(chain))
