"""A store: what did not change is not done again, whatever happened to the run or to the store."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from test_release import TODAY, files, redact
from test_release_set import FIRST, REPLY

from redact.batch import check as check_module
from redact.batch import check_set, publish_set, see_set
from redact.batch.plain import from_json, to_json
from redact.batch.results import CLASSES
from redact.batch.store import FILE, opened
from redact.findings import Severity
from redact.sources import Span


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "reply.txt").write_text(REPLY)
    for n in range(3):
        (folder / f"other{n}.txt").write_text(FIRST.replace("000012", f"00003{n}"))
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the documents that were worked on."""
    names: list[str] = []

    def counted(module: object, name: str) -> None:
        honest: Callable[..., object] = getattr(module, name)

        def work(settings: object, item: object, **more: object) -> object:
            names.append(f"{name} {Path(item.name).name}")  # type: ignore[attr-defined]
            return honest(settings, item, **more)

        monkeypatch.setattr(module, name, work)

    counted(check_set, "_check_input")
    counted(see_set, "examine_input")
    counted(publish_set, "publish_input")
    return names


def check(tray: Path, store: Path, *more: str | Path) -> str:
    return redact("check", tray, "--store", store, *TODAY, "--format", "json", *more).stdout


def release(tray: Path, out: Path, store: Path, *more: str | Path) -> dict[str, bytes]:
    redact("release", tray, "-o", out, "--store", store, *TODAY, "-q", *more)
    return files(out)


def test_a_second_check_does_nothing_and_says_the_same(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    plain = redact("check", tray, *TODAY, "--format", "json").stdout
    first = check(tray, tmp_path / "store")
    done.clear()
    assert check(tray, tmp_path / "store") == first == plain
    assert done == []


def test_only_what_changed_is_checked_again(tray: Path, tmp_path: Path, done: list[str]) -> None:
    check(tray, tmp_path / "store")
    (tray / "first.txt").write_text(FIRST.replace("TAGS: PREL\n", ""))
    done.clear()
    assert "tags-missing" in check(tray, tmp_path / "store")
    assert done == ["_check_input first.txt"]


@pytest.mark.parametrize(
    "more", [("--today", "2026-11-22"), ("--stage", "draft"), ("--kind", "memorandum"),
             ("-p", "us-national-security"), ("--select", "class-*")]
)  # fmt: skip
def test_what_decides_a_verdict_is_part_of_the_key(
    tray: Path, tmp_path: Path, done: list[str], more: tuple[str, ...]
) -> None:
    check(tray, tmp_path / "store")
    done.clear()
    check(tray, tmp_path / "store", *more)
    assert len(done) == 5


def test_a_changed_policy_file_is_another_policy(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    policy = tmp_path / "mine.yaml"
    policy.write_text("name: mine\nversion: 1.0\nextends: [state-telegram]\n")
    check(tray, tmp_path / "store", "-p", policy)
    policy.write_text("name: mine\nversion: 1.1\nextends: [state-telegram]\n")
    check_module.profile_of.cache_clear()  # as in a new process
    done.clear()
    assert "mine 1.1" in check(tray, tmp_path / "store", "-p", policy)
    assert len(done) == 5


def test_a_second_release_does_nothing_and_writes_the_same(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    redact("release", tray, "-o", tmp_path / "plain", *TODAY, "-q")
    first = release(tray, tmp_path / "a", tmp_path / "store")
    assert first == files(tmp_path / "plain")
    done.clear()
    assert release(tray, tmp_path / "b", tmp_path / "store", "-j", "2") == first
    assert done == []


def test_a_new_person_in_one_document_is_withheld_in_the_remembered_ones(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    (tray / "first.txt").rename(tmp_path / "later.txt")
    for n in range(3):
        (tray / f"other{n}.txt").unlink()
    before = release(tray, tmp_path / "a", tmp_path / "store")
    assert b"QUIMBLETHORP" in before["public/reply.txt"]
    (tmp_path / "later.txt").rename(tray / "first.txt")
    done.clear()
    after = release(tray, tmp_path / "b", tmp_path / "store")
    assert b"QUIMBLETHORP" not in after["public/reply.txt"]
    assert done == ["examine_input first.txt", "publish_input first.txt", "publish_input reply.txt"]


def test_a_store_holds_no_text_and_is_private(tray: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    release(tray, tmp_path / "out", store)
    check(tray, store)
    content = (store / FILE).read_bytes().lower()
    assert len(content) > 10_000
    for word in (b"quimblethorp", b"merridew", b"alice", b"brought the chairs"):
        assert word not in content
    if os.name == "posix":
        assert (store.stat().st_mode & 0o777, (store / FILE).stat().st_mode & 0o777) == (
            0o700,
            0o600,
        )


def test_a_damaged_entry_is_done_again(tray: Path, tmp_path: Path, done: list[str]) -> None:
    first = check(tray, tmp_path / "store")
    with sqlite3.connect(tmp_path / "store" / FILE) as database:
        database.execute(
            "UPDATE results SET value = x'7b7d' WHERE key = (SELECT min(key) FROM results)"
        )
    database.close()
    done.clear()
    assert check(tray, tmp_path / "store") == first
    assert len(done) == 1


@pytest.mark.parametrize("damage", [b"", b"this is no database" * 100, b"SQLite format 3\0" * 400])
def test_a_damaged_store_is_begun_anew(
    tray: Path, tmp_path: Path, done: list[str], damage: bytes
) -> None:
    first = check(tray, tmp_path / "store")
    (tmp_path / "store" / FILE).write_bytes(damage)
    done.clear()
    assert check(tray, tmp_path / "store") == first
    assert len(done) == 5
    done.clear()
    assert check(tray, tmp_path / "store") == first
    assert done == []


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_store_that_others_may_read_is_refused(tray: Path, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir(mode=0o755)
    result = redact("check", tray, "--store", tmp_path / "store")
    assert (result.exit_code, "chmod 700" in result.stderr) == (2, True)


def test_a_store_that_cannot_be_is_told(tray: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = redact("check", tray, "--store", tmp_path / "file" / "store")
    assert (result.exit_code, "store" in result.stderr) == (2, True)


KILLED = """
import os, sys
from redact.batch import publish_set, store
store._INTERVAL = 0
honest, count = publish_set.publish_input, []
def work(settings, item):
    count.append(item)
    if len(count) == 4:
        os.kill(os.getpid(), 9)
    return honest(settings, item)
publish_set.publish_input = work
from redact.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_a_run_that_was_killed_goes_on_where_it_was(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    out = tmp_path / "out"
    command = ["release", str(tray), "-o", str(out), *TODAY, "-q"]
    killed = subprocess.run([sys.executable, "-c", KILLED, *command], capture_output=True)
    assert killed.returncode == -9
    assert not (out / "public").exists()
    assert redact(*command).exit_code == 0
    assert [name for name in done if name.startswith("examine")] == []
    assert len(done) == 2
    redact("release", tray, "-o", tmp_path / "clean", *TODAY, "-q")
    assert files(out) == files(tmp_path / "clean")


def test_values_come_back_as_they_were() -> None:
    value = (Span(1, 2), None, "é", 1.5, True, Severity.ERROR, (), {"free": ["json", {"a": 1}]})
    assert from_json(to_json(value), CLASSES | {"Severity": Severity}) == value


def test_what_was_put_is_there_before_and_after_it_is_written(tmp_path: Path) -> None:
    with opened(tmp_path / "store") as store:
        store.put(b"key", b"value")
        assert store.get(b"key") == b"value"
        store.flush()
        assert store.get(b"key") == b"value"
        assert store.get(b"other") is None
    with opened(tmp_path / "store") as store:
        assert store.get(b"key") == b"value"
