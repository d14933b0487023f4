"""The commands that need no language model, as a user calls them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import jsonschema
import pytest
from commands import CLEAN, EXAMPLES, TODAY, redact
from conftest import ROOT

from redact.cli import main
from redact.cli.main import COMMANDS

WRONG = (EXAMPLES / "02-everything-wrong.txt").read_text()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def validated(text: str, schema: str) -> dict:  # type: ignore[type-arg]
    value = json.loads(text)
    known = json.loads((ROOT / "schemas" / schema).read_text())
    jsonschema.Draft202012Validator(known).validate(value)
    return value


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    result = redact(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout


def test_a_clean_telegram_ends_with_0(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    result = redact("check", "a.txt", *TODAY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 errors, 0 warnings, 0 notes in 1 document\n"


def test_errors_end_with_1_whatever_the_format(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    for form in ("human", "json", "sarif", "junit", "github"):
        assert redact("check", "a.txt", "--format", form).exit_code == 1
    short, long = (redact("check", "a.txt", *TODAY, f, "json") for f in ("-f", "--format"))
    assert json.loads(short.stdout) == json.loads(long.stdout)


def test_fail_on_sets_what_ends_with_1(folder: Path) -> None:
    # The declassification date has passed: a note.
    text = CLEAN.replace("E.O. 13526: DECL: 06/11/2028", "E.O. 13526: DECL: 06/11/2020")
    (folder / "a.txt").write_text(text)
    assert redact("check", "a.txt", *TODAY).exit_code == 0
    assert redact("check", "a.txt", *TODAY, "--fail-on", "note").exit_code == 1


def test_an_unreadable_document_ends_with_3_and_the_others_are_checked(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"%PDF-1.7")
    (folder / "b.txt").write_text(WRONG)
    result = redact("check", "a.txt", "b.txt", "absent.txt", "--format", "json")
    assert result.exit_code == 3
    report = validated(result.stdout, "findings.schema.json")
    assert [e["path"] for e in report["errors"]] == ["a.txt", "absent.txt"]
    assert {f["path"] for f in report["findings"]} == {"b.txt"}
    assert "error: a.txt: is a PDF" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check",), "error: missing argument 'PATH...'\n  help: see "),
        (("chek", "a.txt"), "unknown command 'chek'\n  help: did you mean 'check'?"),
        (("--stage", "draft", "check"), "error: no such option"),
        (("check", "a.txt", "--stage", "drfat"), "error: invalid value for '--stage'"),
        (("policy", "shwo"), "policy --help"),
        (("marking", "--rollup"), "--rollup: no portion mark given"),
        (("audit", "r.record.json", "-o", "a.doc"), "a.doc: this ending names no format"),
        (("verify", "a.txt", "--record", "plan.json"), "plan.json: is not an audit record"),
        (("audit", "plan.json", "-o", "a.pdf"), "plan.json: is not an audit record"),
        (("check", "a.txt", "--policy", "state-telegramm"), "did you mean 'state-telegram'"),
        (("check", "a.txt", "--today", "soon"), "is not a date"),
        (("check", "a.txt", "-j", "0"), "'0' is not a whole number from 1 to 256"),
        (("check", "a.txt", "-j", "x"), "'x' is not a whole number from 1 to 256"),
        (("check", "a.txt", "-j", "1.5"), "'1.5' is not a whole number from 1 to 256"),
        (("check", "a.txt", "--timeout", "0"), "'0' is not a number from 0.001 to 100,000,000"),
        (("check", "a.txt", "--timeout", "nan"), "'nan' is not a number from"),
        (("check", "a.txt", "--timeout", "inf"), "'inf' is not a number from"),
        (("check", "a.txt", "-j"), "option '-j' requires an argument\n  help: see "),
        (("check", "a.txt", "-p", ""), "must not be empty; a variable of a script may be unset"),
        (("check", "a.txt", "--store", ""), "must not be empty"),
        (("check", "a.txt", "--waivers", ""), "must not be empty"),
        (("check", "a.txt", "-o", ""), "must not be empty"),
        (("check", "a.txt", "--register", ""), "must not be empty"),
        (("release", "a.txt", "-o", ""), "must not be empty"),
        (("names", "a.txt", "--show-text", "yes"), "'yes' is not one of 'auto', 'always', 'never'"),
        (("marking", "SECRET", "-p", "names-only"), "the policy 'names-only' names no register"),
        (("completion",), "Choose from: bash, zsh, fish\n"),
        (("explain", "portion-above-baner"), "did you mean 'portion-above-banner'"),
        (("check", "empty"), "no document found"),
        (("check", "a.txt", ""), "error: an empty path was given"),
        (("policy", "validate", "absent.yaml"), "absent.yaml"),
        (("policy", "validate", "plan.json"), "help: write ./plan.json"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(
    folder: Path, arguments: tuple[str, ...], says: str
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    (folder / "empty").mkdir()
    (folder / "plan.json").write_text('{"format": "redact/plan/v1", "documents": []}')
    result = redact(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_bad_clock_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(CLEAN)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = redact("check", "a.txt")
    assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


def test_source_date_epoch_is_the_clock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(CLEAN)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    report = json.loads(redact("check", "a.txt", "--format", "json").stdout)
    assert report["as_of"] == "2020-09-13"


def test_standard_input_is_a_document_with_a_name() -> None:
    result = redact("check", "-", "--stdin-name", "tray/7.txt", "--format", "json", stdin=WRONG)
    assert {f["path"] for f in json.loads(result.stdout)["findings"]} == {"tray/7.txt"}


def test_an_output_is_not_replaced_without_force(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    (folder / "f.json").write_text("mine")
    assert redact("check", "a.txt", "--format", "json", "-o", "f.json").exit_code == 2
    assert (folder / "f.json").read_text() == "mine"
    assert redact("check", "a.txt", "--format", "json", "-o", "f.json", "--force").exit_code == 0
    validated((folder / "f.json").read_text(), "findings.schema.json")


def test_several_formats_are_written_in_one_run(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    reports = ("--report", "json=f.json", "--report", "junit=f.xml")
    result = redact("check", "a.txt", *reports, "--format", "github")
    assert (result.exit_code, "::error " in result.stdout) == (1, True)
    validated((folder / "f.json").read_text(), "findings.schema.json")
    assert (folder / "f.xml").read_text().startswith("<?xml")
    before = (folder / "f.xml").stat().st_mtime_ns
    again = redact("check", "a.txt", "--report", "sarif=new.sarif", "--report", "junit=f.xml")
    assert (again.exit_code, "f.xml: already exists" in again.stderr) == (2, True)
    assert (folder / "f.xml").stat().st_mtime_ns == before
    assert not (folder / "new.sarif").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-o", "a.txt"), "a.txt: is one of the files to be read"),
        (("--report", "json=./a.txt"), "a.txt: is one of the files to be read"),
        (("-o", "x", "--report", "json=x"), "x: would be written twice"),
        (("--report", "jsn=x"), "formats are json, jsonl"),
        (("--report", "x.json"), "is not FORMAT=FILE"),
    ],
)
def test_no_output_replaces_a_document_or_another(
    folder: Path, arguments: tuple[str, ...], says: str
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    result = redact("check", "a.txt", *arguments, "--force")
    assert (result.exit_code, says in result.stderr) == (2, True), result.stderr
    assert ((folder / "a.txt").read_text(), (folder / "x").exists()) == (CLEAN, False)


def test_a_terminal_sees_frames_and_a_pipe_one_line_each(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    framed = redact("check", "a.txt", "--color", "always").stdout
    piped = redact("check", "a.txt").stdout
    assert "^^^" in framed
    assert "\x1b[1;31m" in framed
    assert "lemonade" not in piped
    assert all(line.startswith("a.txt:") for line in piped.splitlines())


def test_lines_are_followed_by_where_to_read_on(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    help = "help: redact explain RULE says what a rule requires, and why\n"
    assert redact("check", "a.txt").stderr.endswith(help)
    for more in (("-q",), ("--color", "always"), ("--format", "json"), ("--fix-diff",)):
        assert help not in redact("check", "a.txt", *more).stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("wrong.txt", "absent.txt", "--stage", "nonsense"), 2),
        (("wrong.txt", "absent.txt", "-p", "nonsense"), 2),
        (("wrong.txt", "absent.txt", "--config", "absent.yaml"), 2),
        (("wrong.txt", "absent.txt", "-o", "wrong.txt"), 2),
        (("wrong.txt", "absent.txt"), 3),
        (("clean.txt", "absent.txt"), 3),
        (("wrong.txt", "clean.txt"), 1),
        (("wrong.txt", "--fail-on", "note", "--ignore", "*-*"), 2),
        (("clean.txt",), 0),
    ],
)
def test_of_several_causes_the_gravest_ends_the_command(
    folder: Path, arguments: tuple[str, ...], code: int
) -> None:
    (folder / "wrong.txt").write_text(WRONG)
    (folder / "clean.txt").write_text(CLEAN)
    assert redact("check", *arguments).exit_code == code


def test_a_waiver_lets_a_finding_stand_until_it_expires(folder: Path) -> None:
    text = CLEAN.replace("1. (U) The Marovian", "1. (S) The Marovian")
    (folder / "a.txt").write_text(text)
    (folder / "waivers.yaml").write_text(
        "waivers:\n"
        "  - rule: portion-above-banner\n"
        "    document: a.txt\n"
        "    reason: known slip\n"
        "    approver: J. Roe\n"
        "    expires: 2026-12-31\n"
    )
    before = redact("check", "a.txt", "--today", "2026-11-21", "--format", "json")
    assert before.exit_code == 0
    (waived,) = [f for f in json.loads(before.stdout)["findings"] if f["waiver"]]
    assert waived["rule"] == "portion-above-banner"
    after = redact("check", "a.txt", "--today", "2027-01-01")
    assert after.exit_code == 1
    assert "expired on 2026-12-31" in after.stderr


def test_parse_keeps_its_promise_on_every_example() -> None:
    result = redact("parse", EXAMPLES, "--format", "json")
    documents = validated(result.stdout, "documents.schema.json")["documents"]
    assert len(documents) == 10
    first = documents[0]
    assert first["message_number"] == "18VELMAR412"
    assert first["classification"] == "CONFIDENTIAL"
    assert first["authority"]["reasons"] == ["1.4(b)", "1.4(d)"]
    assert [p["mark"] for p in first["paragraphs"]] == ["U", "C", "U"]


def test_parse_in_two_processes_reads_the_same() -> None:
    alone = redact("parse", EXAMPLES, "--format", "json")
    assert redact("parse", EXAMPLES, "--format", "json", "-j", "2").stdout == alone.stdout


def test_parse_takes_a_fragment() -> None:
    result = redact("parse", "-", "--format", "json", stdin="TAGS: PREL EAGR\nSUBJECT: THE\nPOND\n")
    (document,) = json.loads(result.stdout)["documents"]
    assert document["tags"] == ["PREL", "EAGR"]
    assert document["subject"] == "THE POND"


def test_parse_for_people_leaves_out_what_is_not_there() -> None:
    out = redact("parse", EXAMPLES / "06-sbu.txt").stdout
    assert "classification    UNCLASSIFIED" in out
    assert "classified by" not in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_REDACT_COMPLETE" in redact("completion", shell).stdout


def test_doctor_names_the_model_and_finds_a_name_with_it() -> None:
    result = redact("doctor", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert told["language_model"].startswith("en_redact_person ")
    assert len(told["sha256"]) == 64
    assert told["finds_a_name"] == "yes"
    assert told["model_is"] == "shipped"


def test_doctor_says_when_the_model_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.persons.find_mentions", lambda document, models: ())
    result = redact("doctor")
    assert result.exit_code == 3
    assert "finds a name       no" in result.stdout


def test_rules_lists_every_rule_of_the_policy_with_authority() -> None:
    entries = json.loads(redact("rules", "--format", "json").stdout)
    assert len(entries) >= 45
    assert all(entry["authority"] and entry["summary"] for entry in entries)


def test_explain_prints_the_manual_page() -> None:
    page = redact("explain", "portion-above-banner").stdout
    assert redact("explain", "Portion-Above-Banner").stdout == page
    assert page.startswith("# portion-above-banner\n")
    assert "## Why" in page
    assert "## Example" in page
    cites = "E.O. 13526 §1.6(c); IC Markings System Register and Manual (2016) §D.2"
    assert f"| us-national-security | error | draft, record, release | {cites} |\n" in page


def test_a_file_name_cannot_steer_the_terminal(folder: Path) -> None:
    (folder / "a\x1b[31m\nb.txt").write_bytes(b"%PDF-1.7")
    result = redact("check", ".")
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 3


def test_only_regular_files_are_replaced(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    os.mkfifo(folder / "pipe")
    result = redact("check", "a.txt", "-o", "pipe", "--force")
    assert (result.exit_code, "not a regular file" in result.stderr) == (2, True)
    assert not (folder / "pipe").is_file()


@pytest.mark.parametrize("content", ["[" * 100_000, "{}", "[]", "not json"])
def test_a_file_that_is_no_plan_or_record_is_reported(folder: Path, content: str) -> None:
    (folder / "a.txt").write_text(CLEAN)
    (folder / "x.json").write_text(content)
    for arguments in (
        ("apply", "a.txt", "--plan", "x.json", "-o", "out"),
        ("verify", "a.txt", "--record", "x.json"),
        ("audit", "x.json", "-o", "x.pdf"),
    ):
        result = redact(*arguments)
        assert (result.exit_code, "x.json" in result.stderr) == (2, True), result.stderr


def leaves(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for each in command.list_commands(context):
        found = command.get_command(context, each)
        assert found is not None
        yield from leaves(found, f"{name} {each}".strip())


@pytest.mark.parametrize(
    ("name", "command"), [pair for pair in leaves(main, "") if pair[0] != "completion"]
)
def test_every_command_takes_the_choice_of_colour(name: str, command: click.Command) -> None:
    assert "--color" in {option for p in command.params for option in p.opts}, name


@pytest.mark.parametrize(
    ("choice", "environment", "coloured"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_errors_are_coloured_as_findings_are(
    choice: str, environment: dict[str, str], coloured: bool
) -> None:
    clean = {"NO_COLOR": "", "FORCE_COLOR": "", **environment}
    result = redact("parse", "nowhere.txt", "--color", choice, environment=clean)
    assert result.exit_code == 3
    assert ("\x1b[" in result.stderr) is coloured
    assert "nowhere.txt" in result.stderr


def test_a_colour_chosen_once_does_not_stay() -> None:
    redact("parse", "nowhere.txt", "--color", "always")
    again = redact("parse", "nowhere.txt", environment={"FORCE_COLOR": ""})
    assert "\x1b[" not in again.stderr


def test_a_quiet_proof_speaks_by_the_exit_code_alone(tmp_path: Path) -> None:
    source = ROOT / "examples" / "01-clean.txt"
    redact("apply", source, "-o", tmp_path, "-q")
    copy = tmp_path / "public" / source.name
    record = tmp_path / "internal" / f"{source.name}.record.json"
    proof = ("verify", copy, "--record", record, "-q")
    proved = redact(*proof, "--original", source)
    assert (proved.exit_code, proved.output) == (0, "")
    unproved = redact(*proof)
    assert (unproved.exit_code, unproved.output) == (3, "")


def test_a_copy_still_in_place_is_proved_without_naming_its_record(tmp_path: Path) -> None:
    source = ROOT / "examples" / "01-clean.txt"
    redact("apply", source, "-o", tmp_path, "-q")
    copy = tmp_path / "public" / source.name
    proof = ("verify", copy, "--original", source, "-q")
    assert redact(*proof).exit_code == 0
    (tmp_path / "internal" / f"{source.name}.record.json").unlink()
    assert redact(*proof).exit_code == 2


def test_where_nothing_was_examined_nothing_is_written(tmp_path: Path) -> None:
    done = redact("release", tmp_path / "x", "-o", tmp_path / "out")
    assert (done.exit_code, list(tmp_path.iterdir())) == (3, [])


def test_plan_and_release_name_the_same_barriers(tmp_path: Path) -> None:
    wrong = EXAMPLES / "02-everything-wrong.txt"
    planned = redact("plan", wrong).stderr
    released = redact("release", wrong, "-o", tmp_path).stderr
    barriers = re.findall(r"^  line \d+: .+\n    help: .+$", planned, re.M)
    assert len(barriers) > 3
    assert barriers == re.findall(r"^  line \d+: .+\n    help: .+$", released, re.M)
