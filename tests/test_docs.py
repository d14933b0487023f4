"""What the documents say is what the tool does."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT
from rule_cases import read_cases

import redact
from redact.cli import main
from redact.cli.main import COMMANDS
from redact.findings import Examined
from redact.markings.register import load_register
from redact.policy.waivers import load_waivers
from redact.rules import RULES

README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])


def test_the_transcript_of_the_readme_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    memo = "tests/readme/picnic.txt"
    result = CliRunner().invoke(main, ["check", memo, "--color", "always", "--today", "2026-11-21"])
    plain = re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)
    assert f"$ redact check {memo}\n{plain}{result.stderr}$ echo $?\n{result.exit_code}\n" in README


def test_the_library_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT / "examples")
    code = example.replace("cable.txt", "01-clean.txt")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[(b)(6) name]" in done.stdout


def test_the_rule_that_contributing_writes_gives_what_its_cases_draw(tmp_path: Path) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    cases, rule, binding = (
        textwrap.dedent(block)
        for block in re.findall(r"(?s) {3}```(?:yaml|python)\n(.*?) {3}```", page)
    )
    (tmp_path / "cases.yaml").write_text(cases)
    module: dict[str, Any] = {}
    exec(rule, module)  # noqa: S102 -- the page is ours
    ((name, bound),) = yaml.safe_load(binding).items()
    policy = redact.load_policy("state-telegram")
    assert set(bound["authority"]) <= set(policy.authorities)
    for case in read_cases(tmp_path):
        assert (name, case.rule, case.authority) == (module["ID"], name, *bound["authority"])
        source = redact.Source.from_text(case.text)
        document = redact.parse(source, policy=policy)
        register = load_register(document.register)
        examined = Examined(
            document=document,
            register=register,
            stage="record",
            as_of=case.today,
            params=module["PARAMS"],
        )
        hits = [(*source.line_col(h.span.start), h.message) for h in module["check"](examined)]
        assert hits == [(e.line, e.column, e.message) for e in case.expected]
        assert bool(hits) == case.name.startswith("fail_")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    said = CliRunner().invoke(main, [command, "-h"], prog_name="redact", terminal_width=100).output
    assert f"## `redact {command}`\n\n```\n{said}```" in page


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def options_of(command: click.Command) -> set[str]:
    found = {option for parameter in command.params for option in parameter.opts}
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return found.union(*map(options_of, inner)) | {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_commands_and_options_a_page_names_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    context = click.Context(main)
    lines = re.findall(r"(?:`|\$ |^    )redact ([a-z][^`\n|;]*)", text, re.MULTILINE)
    assert lines or page.name != "README.md"
    for line in lines:
        name, *words = line.split()
        assert name in COMMANDS, f"{page.name}: redact {line}"
        command = main.get_command(context, name)
        assert command is not None
        used = {word.split("=")[0] for word in words if word.startswith("--")}
        assert used <= options_of(command), f"{page.name}: redact {line}"


def test_the_waiver_of_the_manual_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "policies.md").read_text("utf-8")
    (block,) = [b for b in re.findall(r"(?s)```yaml\n(.*?)```", page) if b.startswith("waivers:")]
    (tmp_path / "waivers.yaml").write_text(block)
    (waiver,) = load_waivers(tmp_path / "waivers.yaml")
    assert waiver.rule in RULES


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert targets or page.name != "README.md"
    for target in targets:
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
