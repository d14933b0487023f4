"""Loading policies: layers, provenance, and errors that say what, where and how to fix it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.documents.detect_kind import KINDS
from redact.errors import PolicyError
from redact.findings import STAGES, Severity
from redact.policy.layers import Layer, read_layers, shipped_policies
from redact.policy.load import load_policy
from redact.policy.merge import merge
from redact.policy.profiles import WITHHOLDING, combine, profile_for
from redact.resources import folder

LOCAL = """\
name: local
version: 3
extends: [state-telegram]
"""


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with ``policies/`` in it; paths in errors are as given, so relative."""
    monkeypatch.chdir(tmp_path)
    Path("policies").mkdir()
    return Path("policies/local.yaml")


def refused(path: Path, text: str) -> PolicyError:
    path.write_text(text, "utf-8")
    with pytest.raises(PolicyError) as error:
        load_policy(path)
    return error.value


def test_an_unknown_rule_is_reported_with_the_nearest_right_name(local: Path) -> None:
    error = refused(local, LOCAL + "rules:\n  portion-misssing: {severity: note}\n")
    assert str(error) == "policies/local.yaml:5:3: $.rules: unknown rule 'portion-misssing'"
    assert error.hint == "did you mean 'portion-missing'? list them with: redact rules"


@pytest.mark.parametrize(
    ("lines", "told", "hint"),
    [
        ("rulez: {}", "$: unknown key 'rulez'", "did you mean 'rules'?"),
        (
            "rules: {decl-passed: {severty: note}}",
            "$.rules.decl-passed: unknown key 'severty'",
            "did you mean 'severity'?",
        ),
        (
            "rules: {decl-passed: {severity: warnin}}",
            "$.rules.decl-passed.severity: 'warnin' is not one of error, warning, note, off",
            "did you mean 'warning'?",
        ),
        (
            "rules: {decl-passed: {severity: false}}",
            "$.rules.decl-passed.severity: 'false' is not one of",
            "expected: error, warning or note",
        ),
        (
            "rules: {decl-passed: {severity: {default: note, odd: off}}}",
            "$.rules.decl-passed.severity.odd: 'off' is not one of error, warning, note",
            None,
        ),
        (
            "rules: {decl-passed: {authority: fam-sbu}}",
            "$.rules.decl-passed.authority: must be a list, not text",
            None,
        ),
        (
            "rules: {decl-passed: {authority: [fam-sbv]}}",
            "$.rules.decl-passed.authority: unknown authority 'fam-sbv'",
            "did you mean 'fam-sbu'?",
        ),
        (
            "rules: {decl-passed: {params: {grace_dayz: 3}}}",
            "$.rules.decl-passed.params: unknown setting 'grace_dayz'",
            None,
        ),
        (
            "rules: {rel-b5-aged: {params: {years: soon}}}",
            "$.rules.rel-b5-aged.params.years: the setting 'years' must be a whole number",
            "its default is 25",
        ),
        (
            "rules: {rel-b5-aged: {params: {years: true}}}",
            "$.rules.rel-b5-aged.params.years: the setting 'years' must be a whole number",
            None,
        ),
        (
            "rules: {auth-eo-line-missing: {params: {since: '2011-13-01'}}}",
            "$.rules.auth-eo-line-missing.params.since: the setting 'since' must be a date in"
            " quotation marks, such as '2011-01-01'",
            "its default is 1973-07-01",
        ),
        (
            "rules: {cap-retired: {params: {historic_until: soon}}}",
            "$.rules.cap-retired.params.historic_until: the setting 'historic_until' must be a date"
            " in quotation marks, such as '2011-01-01'",
            "its default is 1995-09-30",
        ),
        (
            "rules: {cui-in-classified:"
            " {severity: note, authority: [eo-cui], params: {banner: shwon}}}",
            "$.rules.cui-in-classified.params.banner: the setting 'banner' cannot be 'shwon'",
            "did you mean 'shown'? known here: shown, absent",
        ),
        (
            "rules: {cui-designation-missing:"
            " {severity: note, authority: [eo-cui], params: {fields: [agency, agnecy]}}}",
            "$.rules.cui-designation-missing.params.fields: the setting 'fields' cannot be"
            " 'agnecy'",
            "did you mean 'agency'?",
        ),
        (
            "rules: {aea-companions:"
            " {severity: note, authority: [eo-cui], params: {sigma_numbers: [14, fifteen]}}}",
            "$.rules.aea-companions.params.sigma_numbers: each item of the setting 'sigma_numbers'"
            " must be a whole number",
            "its default is (14, 15, 18, 20)",
        ),
        (
            "rules: {decl-passed: {stages: [released]}}",
            "$.rules.decl-passed.stages[0]: 'released' is not one of draft, record, release",
            "did you mean 'release'?",
        ),
        (
            "authorities: {fam-sbu: {title: T}}",
            "$.authorities.fam-sbu: the key 'cite' is missing",
            None,
        ),
        (
            'withhold: [{mention: PERSON, reason: "(b)(6)"}]',
            "$.withhold[0].reason: unknown reason '(b)(6)'",
            None,
        ),
        ("withhold: [{mention: PERSON}]", "$.withhold[0]: the key 'reason' is missing", None),
        ("registers: state", "$.registers: must be a list, not text", None),
        ("extends: [bass]", "$.extends: unknown policy 'bass'", "did you mean 'base'?"),
        (
            "release: {placeholder: '{name}'}",
            "$.release.placeholder: '{name}' is not allowed here",
            "expected: label of withheld text",
        ),
        ("release: {cancel_banners: off}", "$.release.cancel_banners: must be true or false", None),
    ],
)
def test_mistakes_are_reported_where_they_stand(
    local: Path, lines: str, told: str, hint: str | None
) -> None:
    head = "name: local\nversion: 3\n" if lines.startswith("extends") else LOCAL
    error = refused(local, f"{head}{lines}\n")
    line = f"{head}{lines}\n".count("\n")
    file, at, column, said = str(error).split(":", 3)
    assert (file, int(at), said.startswith(f" {told}")) == ("policies/local.yaml", line, True)
    assert 1 <= int(column) <= len(lines)
    if hint is not None:
        assert error.hint is not None
        assert error.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a list\n", "policies/local.yaml:1:1: $: a policy is a mapping"),
        ("", "policies/local.yaml: $: a policy is a mapping"),
        ("version: 1\n", "policies/local.yaml:1:1: $: the key 'name' is missing"),
        ("name: x\nversion: 1\nname: y\n", "policies/local.yaml:3:1: $: duplicate key 'name'"),
        (
            LOCAL + "rules: {}\nauthorities:\n  a: {title: T, cite: C}\n  a: {title: T, cite: C}\n",
            "policies/local.yaml:7:3: $.authorities: duplicate key 'a'",
        ),
    ],
)
def test_a_file_that_is_no_policy_is_refused(local: Path, text: str, told: str) -> None:
    assert str(refused(local, text)).startswith(told)


@pytest.mark.parametrize(
    ("form", "allowed"),
    [
        ("[{reasons} {amount}]", True),
        ("[{codes} – {amount}]", True),
        ("[{codes}]", True),
        ("[{reasons} {0}]", False),
        ("[{reasons} {amount.real}]", False),
        ("{reasons} {amount}", False),
        ("[{amount}]", False),
    ],
)
def test_the_form_of_labels_is_checked_before_it_is_used(
    local: Path, form: str, allowed: bool
) -> None:
    text = f"name: local\nversion: 1\nextends: [base]\nrelease:\n  placeholder: '{form}'\n"
    if allowed:
        local.write_text(text, "utf-8")
        assert load_policy(local).release.placeholder == form
    else:
        assert refused(local, text).where == "policies/local.yaml:5:16: $.release.placeholder"


def test_a_new_binding_needs_severity_and_authority(local: Path) -> None:
    text = "name: local\nversion: 3\nextends: [base]\nrules:\n  decl-passed: {severity: note}\n"
    error = refused(local, text)
    told = "policies/local.yaml:5:16: $.rules.decl-passed: the binding has no authority"
    assert str(error) == told


def test_severity_by_case_needs_a_default(local: Path) -> None:
    error = refused(
        local,
        "name: local\nversion: 3\nextends: [base]\nrules:\n"
        "  decl-passed: {severity: {odd: note}, authority: [fam-sbu]}\n",
    )
    assert error.what == "severity by case has no default"


def test_a_cycle_prints_its_chain(local: Path) -> None:
    local.write_text("name: local\nversion: 1\nextends: [other.yaml]\n", "utf-8")
    Path("policies/other.yaml").write_text(
        "name: other\nversion: 1\nextends: [./local.yaml]\n", "utf-8"
    )
    with pytest.raises(PolicyError) as error:
        load_policy(local)
    assert error.value.what == ("the policy extends itself: local.yaml -> other.yaml -> local.yaml")
    assert error.value.where == "policies/other.yaml:3:10: $.extends"


def test_a_policy_that_extends_itself_is_a_cycle_of_one(local: Path) -> None:
    local.write_text("name: local\nversion: 1\nextends: [local.yaml]\n", "utf-8")
    with pytest.raises(PolicyError, match=r"local\.yaml -> local\.yaml"):
        load_policy(local)


def test_missing_policies_are_reported_with_the_nearest_name() -> None:
    with pytest.raises(PolicyError) as error:
        load_policy("state-telegrm")
    assert error.value.what == "unknown policy 'state-telegrm'"
    assert error.value.hint == ("did you mean 'state-telegram'? list them with: redact policy list")
    with pytest.raises(PolicyError, match=r"nowhere/x\.yaml: no such file"):
        load_policy("nowhere/x.yaml")


def test_layers_are_read_from_left_to_right_and_a_file_is_laid_once(local: Path) -> None:
    local.write_text(LOCAL, "utf-8")
    names = [layer.name for layer in read_layers(local)]
    assert names == ["base", "public-release", "state-telegram", "local.yaml"]
    policy = load_policy(local)
    assert policy.chain == tuple(names)
    whole = (
        b"".join((folder("policies") / f"{name}.yaml").read_bytes() for name in names[:-1])
        + local.read_bytes()
    )
    assert policy.sha256 == hashlib.sha256(whole).hexdigest()
    assert (policy.name, policy.version) == ("local", "3")
    assert policy.description == ""


def test_mappings_merge_key_by_key_and_lists_replace(local: Path) -> None:
    before = load_policy("state-telegram").rules["rel-b5-aged"]
    local.write_text(
        LOCAL + "rules:\n  rel-b5-aged: {severity: note, params: {years: 30}}\n"
        "  rel-b1-basis: {authority: [foia-b1]}\n",
        "utf-8",
    )
    policy = load_policy(local)
    after = policy.rules["rel-b5-aged"]
    assert after.severity == {"default": Severity.NOTE}
    assert after.params == {"years": 30}
    assert (after.authority, after.stages) == (before.authority, before.stages)
    assert policy.rules["rel-b1-basis"].authority == ("foia-b1",)
    assert policy.rules["rel-b1-basis"].severity == {"default": Severity.WARNING}


def test_provenance_names_the_file_that_set_a_key_last(local: Path) -> None:
    local.write_text(LOCAL + "rules:\n  rel-b5-aged: {severity: note}\n", "utf-8")
    provenance = load_policy(local).provenance
    assert provenance["rules.rel-b5-aged.severity"] == "local.yaml"
    assert provenance["rules.rel-b5-aged.authority"] == "public-release"
    assert provenance["registers"] == "state-telegram"
    assert provenance["authorities.fam-sbu.cite"] == "base"


def test_a_rule_is_switched_off_by_the_word_off(local: Path) -> None:
    local.write_text(LOCAL + "rules:\n  decl-passed: {severity: off}\n", "utf-8")
    assert "decl-passed" in load_policy("state-telegram").rules
    assert "decl-passed" not in load_policy(local).rules


def layer(number: int, content: dict[str, object]) -> Layer:
    return Layer(name=f"l{number}", where="", data=b"", content=content, is_shipped=False)


def test_severity_by_case_over_a_single_one_keeps_it_as_default() -> None:
    merged, provenance = merge(
        [
            layer(0, {"rules": {"r": {"severity": "error"}}}),
            layer(1, {"rules": {"r": {"severity": {"odd": "note"}}}}),
        ]
    )
    assert merged["rules"]["r"]["severity"] == {"default": "error", "odd": "note"}
    assert provenance == {"rules.r.severity.default": "l0", "rules.r.severity.odd": "l1"}


def test_a_single_severity_replaces_one_by_case_whole() -> None:
    merged, provenance = merge(
        [
            layer(0, {"rules": {"r": {"severity": {"default": "error", "odd": "note"}}}}),
            layer(1, {"rules": {"r": {"severity": "warning"}}}),
        ]
    )
    assert merged["rules"]["r"]["severity"] == "warning"
    assert provenance == {"rules.r.severity": "l1"}


CONTENT = st.recursive(
    st.integers() | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
LAYERS = st.lists(st.dictionaries(st.sampled_from("xyz"), CONTENT, max_size=3), max_size=4)


def leaves(content: object, path: str = "") -> set[str]:
    if not isinstance(content, dict):
        return {path}
    return {leaf for key, value in content.items() for leaf in leaves(value, f"{path}.{key}")}


@given(LAYERS)
def test_every_value_has_exactly_one_provenance(contents: list[dict[str, object]]) -> None:
    merged, provenance = merge(layer(n, content) for n, content in enumerate(contents))
    assert {f".{key}" for key in provenance} == leaves(merged)


@given(LAYERS)
def test_merging_changes_no_layer_and_the_last_one_wins(
    contents: list[dict[str, object]],
) -> None:
    before = repr(contents)
    merged, _ = merge(layer(n, content) for n, content in enumerate(contents))
    assert repr(contents) == before
    for key, value in contents[-1].items() if contents else ():
        if not isinstance(value, dict):
            assert merged[key] == value


def test_shipped_policies_load_without_jsonschema() -> None:
    names = ", ".join(repr(name) for name in shipped_policies())
    code = (
        "import sys; from redact.policy.load import load_policy\n"
        f"for name in ({names},): load_policy(name)\n"
        "print('jsonschema' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "False"


def test_every_kind_has_a_profile_that_exists() -> None:
    for kind in (*KINDS, "never heard of it"):
        for stage in STAGES:
            assert load_policy(profile_for(kind, stage)).rules
    assert profile_for("telegram") == "state-telegram"
    assert profile_for("public-copy", "release") == "public-release"
    assert profile_for("text", "release") == "public-release"


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_document_passes_a_stage_for_want_of_rules(kind: str) -> None:
    for stage in STAGES:
        bound = load_policy(profile_for(kind, stage)).rules.values()
        assert any(stage in binding.stages for binding in bound), stage
        gating = ("class-", "portion-", "auth-", "decl-")
        # Of a CUI paper most rules on classification cannot speak; text of no kind has a barrier
        # of its own in the gate as soon as it states a level.
        least = {"text": 1, "cui": 5}.get(kind, 20)
        if stage != "release":
            assert sum(binding.rule.startswith(gating) for binding in bound) >= least


def test_a_named_policy_replaces_what_it_speaks_of(local: Path) -> None:
    profile, withholding = combine("telegram")
    assert (profile.name, withholding.name) == ("state-telegram", WITHHOLDING)
    names_only = load_policy("names-only")
    assert [p.name for p in combine("telegram", names_only)] == ["state-telegram", "names-only"]
    release = load_policy("public-release")
    assert [p.name for p in combine("telegram", release)] == ["public-release", WITHHOLDING]
    local.write_text("name: local\nversion: 1\nextends: [state-telegram, names-only]\n", "utf-8")
    assert [p.name for p in combine("telegram", load_policy(local))] == ["local", "local"]


def test_a_file_reached_again_does_not_undo_what_was_laid_over_it(local: Path) -> None:
    for name, title in (("under", "under"), ("left", "left")):
        extends = "" if name == "under" else "extends: [under.yaml]\n"
        Path(f"policies/{name}.yaml").write_text(
            f"name: {name}\nversion: 1\n{extends}authorities:\n  a: {{title: {title}, cite: C}}\n",
            "utf-8",
        )
    Path("policies/right.yaml").write_text(
        "name: right\nversion: 1\nextends: [under.yaml]\n", "utf-8"
    )
    local.write_text("name: local\nversion: 1\nextends: [left.yaml, right.yaml]\n", "utf-8")
    policy = load_policy(local)
    assert policy.chain == ("under.yaml", "left.yaml", "right.yaml", "local.yaml")
    assert policy.authorities["a"].title == "left"
