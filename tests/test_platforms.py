"""The pre-commit hook, the GitHub Action and the GitLab template, by the commands they hold."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import CLEAN, redact
from conftest import ROOT, Git
from test_changes import edit

from redact.batch.walk import ENDINGS
from redact.rules import RULES

WRONG = CLEAN.replace("1. (U) The Marovian", "1. (S) The Marovian")

pytestmark = pytest.mark.skipif(
    not shutil.which("bash") or not shutil.which("git"), reason="bash or git is not installed"
)


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def command(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def redact_command(path: Path) -> None:
    command(path, f'exec "{sys.executable}" -m redact "$@"')


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
    )


# -- pre-commit ----------------------------------------------------------------------------------

(HOOK,) = load(".pre-commit-hooks.yaml")


def test_the_hook_takes_the_files_that_a_folder_walk_takes() -> None:
    for ending in filter(None, ENDINGS):
        assert re.search(HOOK["files"], f"cables/a{ending}")
        assert re.search(HOOK["files"], f"cables/A{ending.upper()}")
    assert not re.search(HOOK["files"], "picture.png")


def test_the_hook_fails_a_commit_with_a_finding(git: Git) -> None:
    words = [*shlex.split(HOOK["entry"]), *HOOK["args"]]
    assert words[0] == "redact"
    assert redact(*words[1:], "cables/a.txt").exit_code == 0
    Path("cables/a.txt").write_text(WRONG)
    result = redact(*words[1:], "cables/a.txt")
    assert (result.exit_code, "portion-above-banner" in result.stdout) == (1, True)


def test_a_file_cannot_be_an_option_of_the_hook(git: Git) -> None:
    name = "--output=x.txt"
    Path(name).write_text(WRONG)
    result = redact(*shlex.split(HOOK["entry"])[1:], *HOOK["args"], name)
    assert (result.exit_code, result.stdout.startswith(f"{name}:")) == (1, True)
    assert not Path("x.txt").exists()


# -- GitHub --------------------------------------------------------------------------------------

ACTION = load("action.yml")
INSTALL, FETCH, CHECK = ACTION["runs"]["steps"]


def step(step: dict[str, Any], tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as the runner does, with these inputs and else the defaults."""
    given = {name: value["default"] for name, value in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environment = {}
    for name, value in step["env"].items():
        (wanted,) = re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        environment[name] = given[wanted]
    return run(step["run"], RUNNER_TEMP=str(tmp_path), GITHUB_ACTION_PATH=str(ROOT), **environment)


def test_no_input_becomes_part_of_a_script() -> None:
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one["run"]
        assert set(one) <= {"name", "if", "shell", "env", "run"}


def test_the_action_installs_the_version_it_belongs_to(tmp_path: Path) -> None:
    python = tmp_path / "python"
    command(
        python,
        f'if [ "$1" = -c ]; then exec "{sys.executable}" "$@"; fi\n'
        f'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "{python}" "$3/bin/python"; fi\necho "$@"',
    )
    done = step(INSTALL, tmp_path, python=str(python))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"-m venv {tmp_path}/redact",
        f"-m pip install --quiet {ROOT}",
    ]
    assert (ROOT / "pyproject.toml").is_file()


def test_the_action_reports_a_python_that_is_too_old(tmp_path: Path) -> None:
    python = tmp_path / "python"
    old = "import sys; sys.version_info = (3, 10, 12)"
    command(
        python, f'[ "$1" = -c ] && exec "{sys.executable}" -c "{old}; $2"; touch "{tmp_path}/x"'
    )
    done = step(INSTALL, tmp_path, python=str(python))
    assert (done.returncode, "::error::redact needs Python 3.11" in done.stdout) == (2, True)
    assert not (tmp_path / "x").exists()
    wanted = re.search(r'requires-python = ">=(3\.\d+)', (ROOT / "pyproject.toml").read_text())
    assert wanted and wanted[1] in done.stdout


def test_a_base_that_cannot_be_fetched_is_reported_by_the_check(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "redact" / "bin" / "redact")
    fetched = step(FETCH, tmp_path, diff="origin/main")
    assert fetched.returncode == 0
    done = step(CHECK, tmp_path, diff="origin/main")
    assert (done.returncode, "git knows no revision 'origin/main'" in done.stderr) == (2, True)


def test_the_action_annotates_and_fails(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "redact" / "bin" / "redact")
    clean = step(CHECK, tmp_path)
    assert (clean.returncode, clean.stdout) == (0, ""), clean.stderr
    Path("cables/a.txt").write_text(WRONG)
    Path("cables/b c.txt").write_text(WRONG)
    done = step(CHECK, tmp_path, sarif="redact.sarif", fail_on="warning", stage="draft")
    assert done.returncode == 1
    assert "::error file=cables/a.txt,line=" in done.stdout
    assert "::error file=cables/b c.txt,line=" in done.stdout
    # The log of a run shows the message of an annotation, and nothing else of it.
    shown = [line.split("::", 2)[2] for line in done.stdout.splitlines()]
    assert any(re.match(r"cables/b c\.txt:\d+:\d+: portion-above-banner: ", s) for s in shown)
    assert json.loads(Path("redact.sarif").read_text())["version"] == "2.1.0"
    again = step(CHECK, tmp_path, sarif="redact.sarif", paths="\ncables/b c.txt\n")
    assert (again.returncode, "a.txt" in again.stdout) == (1, False)


def test_the_action_can_show_only_what_changed(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "redact" / "bin" / "redact")
    Path("cables/a.txt").write_text(WRONG)
    git("commit", "-q", "-am", "known")
    origin = Path.cwd()
    shallow = tmp_path / "shallow"
    edit("pumps are quiet", "pumps are very quiet")
    git("commit", "-q", "-am", "harmless")
    git("clone", "-q", "--depth=1", f"file://{origin}", str(shallow))
    os.chdir(shallow)
    base = subprocess.run(
        ["git", "-C", origin, "rev-parse", "HEAD~1"], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert FETCH["if"] == "inputs.diff != ''"
    assert step(FETCH, tmp_path, diff=base).returncode == 0
    done = step(CHECK, tmp_path, diff=base)
    assert (done.returncode, "portion-above-banner" in done.stdout) == (0, False), done.stderr
    assert step(CHECK, tmp_path).returncode == 1


def test_wrong_inputs_end_with_2_and_run_nothing(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "redact" / "bin" / "redact")
    for inputs in ({"policy": "$(touch x)"}, {"paths": "--output=x"}, {"diff": "`touch x`"}):
        assert step(CHECK, tmp_path, **inputs).returncode in (2, 3)
    assert not Path("x").exists()


# -- GitLab --------------------------------------------------------------------------------------

TEMPLATE = load("templates/gitlab/redact.yml")
JOB = TEMPLATE["redact"]


def job(part: str, tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    script = "\n".join(JOB[part])
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return run(script, **{**TEMPLATE["variables"], **variables, "PATH": path})


def test_the_template_installs_what_it_is_given(tmp_path: Path) -> None:
    command(tmp_path / "bin" / "python", 'echo "$@"')
    unset = job("before_script", tmp_path)
    assert (unset.returncode, "set REDACT_SOURCE" in unset.stdout) == (2, True)
    done = job("before_script", tmp_path, REDACT_SOURCE="git+https://example.invalid/redact.git")
    assert done.stdout == "-m pip install --quiet git+https://example.invalid/redact.git\n"


def test_the_template_runs_in_merge_requests_and_once() -> None:
    conditions = [(rule["if"], rule.get("when")) for rule in JOB["rules"]]
    # A job without rules of this kind has no pipeline that knows CI_MERGE_REQUEST_DIFF_BASE_SHA.
    assert conditions == [
        ('$CI_PIPELINE_SOURCE == "merge_request_event"', None),
        ("$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "never"),
        ("$CI_COMMIT_BRANCH", None),
    ]


def test_the_template_writes_the_reports_it_hands_over(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "bin" / "redact")
    Path("cables/a.txt").write_text(WRONG)
    done = job("script", tmp_path)
    assert done.returncode == 1, done.stderr
    reports = JOB["artifacts"]["reports"]
    issues = json.loads(Path(reports["codequality"]).read_text())
    assert {issue["check_name"] for issue in issues} <= set(RULES)
    assert "<failure" in Path(reports["junit"]).read_text()
    assert job("script", tmp_path).returncode == 1, "a second run replaces its own reports"


def test_the_template_can_show_only_what_changed(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "bin" / "redact")
    Path("cables/a.txt").write_text(WRONG)
    git("commit", "-q", "-am", "known")
    base = git("rev-parse", "HEAD").strip()
    edit("pumps are quiet", "pumps are very quiet")
    settings = {"REDACT_ONLY_CHANGES": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert job("script", tmp_path, **settings).returncode == 0
    assert job("script", tmp_path, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 1


# -- the manual ----------------------------------------------------------------------------------

MANUAL = (ROOT / "docs" / "ci.md").read_text("utf-8")


def test_the_transcript_of_the_manual_is_what_the_commands_print(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    redact_command(tmp_path / "bin" / "redact")
    (block,) = re.findall(r"```console\n(.*?)```", MANUAL, re.DOTALL)
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    printed = ""
    for line in commands:
        done = run(
            f"cd '{tmp_path}'; set +e; {line}",
            PATH=f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
            SOURCE_DATE_EPOCH="1795219200",
        )
        printed += f"$ {line}\n{done.stdout}{done.stderr}"
    assert printed == block


def test_the_command_for_anywhere_else_writes_what_it_names(git: Git, tmp_path: Path) -> None:
    redact_command(tmp_path / "bin" / "redact")
    (line,) = re.findall(r"```sh\n(.*?)\n```", MANUAL, re.DOTALL)
    Path("cables/a.txt").write_text(WRONG)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for _ in range(2):
        assert run(line, PATH=path).returncode == 1
    assert json.loads(Path("redact.sarif").read_text())["runs"][0]["results"]
    assert "<failure" in Path("redact-junit.xml").read_text()


def test_the_local_hook_of_the_manual_takes_the_files_of_the_hook() -> None:
    blocks = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)]
    (local,) = [h for b in blocks if "repos" in b for r in b["repos"] for h in r["hooks"][:1]][1:]
    assert (local["entry"], local["language"]) == (HOOK["entry"], "system")
    for name in ("a.txt", "cables/b.cable", "c.text", "d.txt.bak", "e.pdf"):
        assert bool(re.search(local["files"], name)) is bool(re.search(HOOK["files"], name))


def test_the_arguments_the_manual_gives_the_hook_are_ones(git: Git) -> None:
    (given,) = re.findall(r"`args: (\[.*?\])`", MANUAL)
    result = redact(*shlex.split(HOOK["entry"])[1:], *yaml.safe_load(given), "cables/a.txt")
    assert result.exit_code == 0, result.stderr


def test_the_workflows_of_the_manual_use_inputs_and_variables_that_there_are() -> None:
    blocks = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)]
    hooks = [hook for b in blocks if "repos" in b for r in b["repos"] for hook in r["hooks"]]
    assert {hook["id"] for hook in hooks} == {HOOK["id"]}
    steps = [s for b in blocks if "jobs" in b for j in b["jobs"].values() for s in j["steps"]]
    steps += [s for b in blocks if isinstance(b, list) for s in b]
    used = [s["with"] for s in steps if s["uses"].startswith("OWNER/redact")]
    assert len(used) == 2
    assert all(set(inputs) <= set(ACTION["inputs"]) for inputs in used)
    (variables,) = [b["variables"] for b in blocks if "include" in b]
    assert set(variables) == set(TEMPLATE["variables"])
