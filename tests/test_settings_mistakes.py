"""Mistaken and hostile settings files: what is told names the line, and how to put it right."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from commands import CLEAN, redact
from data_files import read_data

from redact.config.find import NAME

CASES = [
    pytest.param(kind, case, id=f"{kind}-{name}")
    for kind, cases in read_data("settings_mistakes.yaml").items()
    for name, case in cases.items()
]
OPTIONS = ("--waivers", "--baseline", "--policy", "--config")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDACT_POLICY", raising=False)
    monkeypatch.delenv("REDACT_BASELINE_KEY", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "cables").mkdir()
    (tmp_path / "cables" / "a.txt").write_text(CLEAN)
    return tmp_path


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_a_mistake_ends_with_2_its_line_and_a_way_out(
    repository: Path, kind: str, case: dict[str, str]
) -> None:
    file = NAME if kind == "config" else "settings.yaml"
    (repository / file).write_bytes(case["text"].encode("utf-8"))
    result = redact("check", "cables", *(() if kind == "config" else (f"--{kind}", file)))
    assert result.exit_code == 2
    assert result.stdout == ""
    told, help = result.stderr.splitlines()
    assert told == f"error: {case['told']}"
    assert help.startswith(f"  help: {case['help']}")


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_place_reported_is_one_of_the_file(kind: str, case: dict[str, str]) -> None:
    place = re.match(r"(?:\.redact|settings)\.yaml:(\d+):(\d+): ", case["told"])
    if place is None:
        return  # about another file, or about the whole
    line, column = map(int, place.groups())
    lines = re.split(r"\r\n|\r|\n", case["text"].removeprefix("\ufeff"))
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"fail_on: note # caf\xe9\n", "settings.yaml:1:20: is not UTF-8 text"),
        ("name: x\n".encode("utf-16"), "settings.yaml:1:1: is not UTF-8 text"),
        (b"a: \xed\xa0\x80\n", "settings.yaml:1:4: is not UTF-8 text"),
        (b"a: " + b"[" * 4_000_000, "settings.yaml:1:"),
        (b"- " * 1_000_000, "settings.yaml:1:"),
        (b"? " * 1_000_000, "settings.yaml:1:"),
        (b"a: &a [" + b"*a," * 1_000_000 + b"]", "settings.yaml:1:4: $.a: an anchor is not read"),
        (b"k" * 4_000_000 + b": 1\n", "settings.yaml:1:4000001: a colon is not"),
        (b"a: 1\n" * 500_000, "settings.yaml:2:1: $: duplicate key 'a'"),
    ],
    ids=["latin", "utf-16", "surrogate", "deep", "lists", "keys", "bomb", "key", "twice"],
)
def test_bytes_made_to_hurt_are_reported_soon(
    repository: Path, option: str, data: bytes, told: str
) -> None:
    (repository / "settings.yaml").write_bytes(data)
    begun = time.process_time()
    result = redact("check", "cables", option, "settings.yaml")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 2), result.stderr
    assert result.stderr.startswith(f"error: {told}")
    assert len(result.stderr) < 500
    assert time.process_time() - begun < 20  # a hang, not a speed


@pytest.mark.parametrize("option", OPTIONS)
def test_a_file_too_large_is_reported(repository: Path, option: str) -> None:
    most = 64 if option == "--baseline" else 4
    with (repository / "settings.yaml").open("wb") as file:
        file.truncate(most * 2**20 + 1)
    result = redact("check", "cables", option, "settings.yaml")
    told = f"error: settings.yaml: is larger than {most} MiB\n  help: "
    assert (result.exit_code, result.stderr.startswith(told)) == (2, True)


@pytest.mark.parametrize("option", OPTIONS)
def test_what_is_no_file_is_reported(repository: Path, option: str) -> None:
    (repository / "loop.yaml").symlink_to("loop.yaml")
    (repository / "gone.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(repository / "pipe.yaml")
    (repository / "folder.yaml").mkdir()
    for name in ("loop.yaml", "gone.yaml", "pipe.yaml", "folder.yaml", "x" * 300 + ".yaml"):
        result = redact("check", "cables", option, f"./{name}")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 2), result.stderr
        assert re.match(rf"error: (\./)?{re.escape(name)}: ", result.stderr)
    assert redact("check", "cables", option, "/dev/zero").exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
@pytest.mark.parametrize("option", OPTIONS)
def test_what_may_not_be_read_is_reported(repository: Path, option: str) -> None:
    (repository / "shut.yaml").write_text("name: x\n")
    (repository / "shut.yaml").chmod(0)
    result = redact("check", "cables", option, "./shut.yaml")
    assert (result.exit_code, "shut.yaml: permission denied" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: VISIT OF QUIMBLY TO THE POND\n",
        "QUIMBLY WILL BRING: forty chairs\n",
        "waivers:\n  - QUIMBLY WILL BRING: forty chairs\n",
        "fail_on: QUIMBLY WILL COME\n",
        "a: {QUIMBLY WILL COME: {b: 1, b: 2}}\n",
    ],
)
@pytest.mark.parametrize("option", OPTIONS)
def test_a_document_named_by_mistake_is_not_quoted(
    repository: Path, option: str, text: str
) -> None:
    (repository / "memo.yaml").write_text(text)
    result = redact("check", "cables", option, "memo.yaml")
    assert (result.exit_code, "QUIMBLY" in result.stderr) == (2, False)


def test_settings_are_read_whatever_the_line_ends_and_the_mark(repository: Path) -> None:
    (repository / NAME).write_bytes(b"\xef\xbb\xbfstage: draft\r\nignore: [portion-missing]\r\n")
    assert redact("check", "cables").exit_code == 0


def test_keys_with_nothing_under_them_say_nothing(repository: Path) -> None:
    (repository / NAME).write_text("select:\nexclude:\npolicy:\nbaseline: none\n")
    (repository / "waivers.yaml").write_text("waivers: # none left\n")
    (repository / "redact-baseline.yaml").write_text("broken: [")
    assert redact("check", "cables").exit_code == 0
