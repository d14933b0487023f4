"""`.redact.yaml`: found where it belongs to the user, read strictly, below the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from commands import CLEAN, redact
from conftest import ROOT

from redact.cli.main import COMMANDS
from redact.config.find import NAME, STARTER, find_config
from redact.config.load import load_config
from redact.errors import PolicyError, UsageError
from redact.policy.rule_selection import FAMILY_LETTERS, select_rules
from redact.rules import RULES
from redact.strict_yaml import read_yaml

SECRET_PORTION = CLEAN.replace("1. (U) The Marovian", "1. (S) The Marovian")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "cables").mkdir()
    (root / "cables" / "a.txt").write_text(SECRET_PORTION)
    monkeypatch.chdir(root)
    monkeypatch.delenv("REDACT_POLICY", raising=False)
    return root


def configured(repository: Path, text: str) -> Path:
    path = repository / NAME
    path.write_text(text, "utf-8")
    return path


# -- where it is looked for ----------------------------------------------------------------------


def test_it_is_found_upwards_to_the_root_of_the_repository(repository: Path) -> None:
    path = configured(repository, "fail_on: note\n")
    assert find_config(repository / "cables") == path
    near = repository / "cables" / NAME
    near.write_text("fail_on: error\n")
    assert find_config(repository / "cables") == near


def test_nothing_above_the_repository_is_read(repository: Path) -> None:
    (repository.parent / NAME).write_text("fail_on: note\n")
    assert find_config(repository / "cables") is None


def test_outside_a_repository_only_the_working_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("fail_on: note\n")
    (tmp_path / "below").mkdir()
    assert find_config(tmp_path / "below") is None
    assert find_config(tmp_path) == tmp_path / NAME


def test_a_worktree_whose_git_is_a_file_is_a_repository(repository: Path) -> None:
    (repository / "cables" / ".git").write_text("gitdir: elsewhere\n")
    configured(repository, "fail_on: note\n")
    assert find_config(repository / "cables") is None


# -- what it does --------------------------------------------------------------------------------


def test_the_command_line_wins_then_the_environment_then_the_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert redact("check", "cables").exit_code == 1
    configured(repository, "ignore: [portion-above-banner]\n")
    assert redact("check", "cables").exit_code == 0
    assert redact("check", "cables", "--ignore", "B").exit_code == 1
    configured(repository, "policy: ./ours.yaml\n")
    (repository / "ours.yaml").write_text(
        "name: ours\nversion: 1\nextends: [state-telegram]\n"
        "rules: {portion-above-banner: {severity: off}}\n"
    )
    assert redact("check", "cables").exit_code == 0
    monkeypatch.setenv("REDACT_POLICY", "state-telegram")
    assert redact("check", "cables").exit_code == 1


def test_it_may_be_named_or_left_alone(repository: Path) -> None:
    configured(repository, "ignore: [portion-above-banner]\n")
    (repository / "other.yaml").write_text("fail_on: note\n")
    assert redact("check", "cables", "--config", "none").exit_code == 1
    assert redact("check", "cables", "--config", "other.yaml").exit_code == 1
    result = redact("check", "cables", "--config", "absent.yaml")
    assert (result.exit_code, "absent.yaml: no such file" in result.stderr) == (2, True)


def test_files_are_named_from_its_own_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(repository, "policy: ours/policy.yaml\nwaivers: ours/waivers.yaml\n")
    (repository / "ours").mkdir()
    for name in ("policy.yaml", "waivers.yaml"):
        (repository / "ours" / name).touch()
    monkeypatch.chdir(repository / "cables")
    loaded = load_config(repository / NAME, Path().absolute())
    assert loaded == {"policy": "../ours/policy.yaml", "waivers": "../ours/waivers.yaml"}


def test_each_setting_is_an_option_of_check() -> None:
    schema = json.loads((ROOT / "schemas" / "config.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    options = redact("check", "--help").stdout
    for key in schema["properties"]:
        assert f"--{key.replace('_', '-')} " in options or f"--{key} " in options


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail-on: note\n", "unknown key 'fail-on'"),
        ("polcy: base\n", "did you mean 'policy'?"),
        ("fail_on: grave\n", "'grave' is not one of note, warning, error"),
        ("select: portion\n", "$.select: must be a list or empty, not text"),
        ("select: [portion-above-baner]\n", "did you mean 'portion-above-banner'?"),
        ("jobs: 0\n", "$.jobs"),
        ("- check\n", "must be a mapping, not a list"),
        ("fail_on: [\n", ".redact.yaml:2:1: a value"),
        ("fail_on: note\nfail_on: error\n", "duplicate key 'fail_on'"),
    ],
)
def test_mistakes_end_with_2_and_are_reported_where_they_stand(
    repository: Path, text: str, told: str
) -> None:
    configured(repository, text)
    result = redact("check", "cables")
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_unreadable_one_is_reported(repository: Path) -> None:
    with pytest.raises(PolicyError, match="is a directory"):
        load_config(repository, repository)


def test_help_is_shown_whatever_it_says(repository: Path) -> None:
    configured(repository, "nonsense: true\n")
    assert redact("--help").exit_code == 0
    assert redact("rules").exit_code == 0


# -- redact init ---------------------------------------------------------------------------------


def test_init_writes_one_that_changes_nothing_and_explains_all(repository: Path) -> None:
    before = redact("check", "cables", "--format", "json").stdout
    assert redact("init").exit_code == 0
    assert redact("check", "cables", "--format", "json").stdout == before


def test_init_replaces_nothing_without_force(repository: Path) -> None:
    configured(repository, "fail_on: note\n")
    result = redact("init")
    assert result.exit_code == 2
    assert f"{NAME}: already exists\n  help: edit it, or " in result.stderr
    assert (repository / NAME).read_text() == "fail_on: note\n"
    assert redact("init", "--force").exit_code == 0


def test_what_init_suggests_is_valid_when_uncommented(repository: Path) -> None:
    lines = STARTER.read_text("utf-8").splitlines()
    schema = json.loads((ROOT / "schemas" / "config.schema.json").read_text("utf-8"))
    settings = [
        line.removeprefix("# ")
        for line in lines
        if line.removeprefix("# ").split(":")[0] in schema["properties"]
    ]
    path = configured(repository, "\n".join(settings) + "\n")
    (repository / "waivers.yaml").touch()
    assert load_config(path, repository).keys() == read_yaml(path.read_bytes(), NAME).keys()
    assert len(settings) == 11
    assert "init" in COMMANDS


# -- selections ----------------------------------------------------------------------------------


def test_families_have_the_letters_of_the_catalogue() -> None:
    assert list(FAMILY_LETTERS.items())[:3] == [
        ("envelope", "A"),
        ("banner", "B"),
        ("portion", "C"),
    ]
    assert FAMILY_LETTERS["redaction"] == "K"


def test_the_list_of_rules_shows_the_letters() -> None:
    listed = redact("rules").stdout
    assert "portion (C)\n" in listed
    assert "envelope (A)\n" in listed


@pytest.mark.parametrize("term", ["C", "c", "portion", "portion-*,mark-lookalike", "C,portion"])
def test_a_family_may_be_named_in_several_ways(term: str) -> None:
    family = {rule.id for rule in RULES.values() if rule.family == "portion"}
    assert set(select_rules([term], []) or ()) == family


def test_ignore_is_taken_from_what_is_selected() -> None:
    assert select_rules(["portion"], ["portion-*"]) == ("mark-lookalike",)
    assert set(select_rules([], ["portion"]) or ()) | set(select_rules(["C"], []) or ()) == set(
        RULES
    )
    assert select_rules([], []) is None


@pytest.mark.parametrize("term", ["portion-above-baner", "Z", "nothing-*", "portions"])
def test_a_term_that_names_nothing_is_refused(term: str) -> None:
    with pytest.raises(UsageError) as error:
        select_rules([], [term])
    assert term in error.value.what
    assert "redact rules" in (error.value.hint or "")


@pytest.mark.parametrize("terms", [("--select", ""), ("--select", ","), ("--ignore", "*")])
def test_a_check_of_nothing_is_refused(repository: Path, terms: tuple[str, str]) -> None:
    result = redact("check", "cables", *terms)
    assert (result.exit_code, "no rule is left to run" in result.stderr) == (2, True)


def test_a_broken_link_is_no_absent_configuration(repository: Path) -> None:
    (repository / NAME).symlink_to("nowhere")
    result = redact("check", "cables")
    assert (result.exit_code, f"{NAME}: no such file" in result.stderr) == (2, True)


def test_a_selection_is_said_in_every_report(repository: Path) -> None:
    result = redact("check", "cables", "--select", "A", "--format", "json")
    (notice,) = json.loads(result.stdout)["notices"]
    assert "--select and --ignore chose" in notice["what"]
    assert result.exit_code == 0
