"""A store: what did not change is not done again, whatever happened to the run or to the store."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from commands import EXAMPLES, TODAY, files, redact
from test_release_set import FIRST, REPLY

from redact.batch import check as check_module
from redact.batch import check_set, examine_set, publish_set, siblings, spool
from redact.batch.check import Checked
from redact.batch.examine import ExaminedOriginal
from redact.batch.frozen_json import from_json, to_json
from redact.batch.publish import Outcome, Product
from redact.batch.results import CLASSES
from redact.batch.store import FILE, _checksum, opened
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
    counted(examine_set, "examine_input")
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


@pytest.mark.parametrize("place", ["out", "out/public/store", "out/internal/.unfinished"])
def test_a_store_in_the_output_folder_is_refused(tray: Path, tmp_path: Path, place: str) -> None:
    result = redact("release", tray, "-o", tmp_path / "out", "--store", tmp_path / place, *TODAY)
    assert (result.exit_code, "may not lie in the output folder" in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


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


def test_a_store_that_cannot_be_is_reported(tray: Path, tmp_path: Path) -> None:
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


def rows(store: Path) -> list[tuple[bytes, bytes, bytes, bytes]]:
    with sqlite3.connect(store / FILE) as database:
        found = database.execute("SELECT * FROM results ORDER BY key").fetchall()
    database.close()
    return found


def rewrite(store: Path, changed: list[tuple[bytes, bytes, bytes, bytes]]) -> None:
    with sqlite3.connect(store / FILE) as database:
        database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", changed)
    database.close()


def test_entries_that_changed_places_are_done_again(
    tray: Path, tmp_path: Path, done: list[str]
) -> None:
    first = check(tray, tmp_path / "store")
    kept = rows(tmp_path / "store")
    others = [*kept[1:], kept[0]]
    rewrite(
        tmp_path / "store",
        [(a[0], a[1], *b[2:]) for a, b in zip(kept, others, strict=True)],
    )
    done.clear()
    assert check(tray, tmp_path / "store") == first
    assert len(done) == 5


@pytest.mark.parametrize(
    "value",
    [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"@":["Checked"]}', b'{"@":["Span",1,2]}',
     b'{"@":[]}', b'{"@":7}', b'{"@":[["Span"],1]}', b'{"@":["date","tomorrow"]}', b'{"@":["os"]}'],
)  # fmt: skip
def test_an_entry_that_is_no_result_is_done_again(
    tray: Path, tmp_path: Path, done: list[str], value: bytes
) -> None:
    first = check(tray, tmp_path / "store")
    kept = rows(tmp_path / "store")
    rewrite(tmp_path / "store", [(k, c, _checksum(k, value), value) for k, c, _, _ in kept])
    done.clear()
    assert check(tray, tmp_path / "store") == first
    assert len(done) == 5


@pytest.mark.skipif(os.name != "posix", reason="links and owners are those of POSIX")
def test_a_store_that_leads_elsewhere_or_is_another_users_is_refused(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("not to be touched")
    (tmp_path / "store").mkdir(mode=0o700)
    (tmp_path / "store" / FILE).symlink_to(elsewhere)
    result = redact("check", tray, "--store", tmp_path / "store")
    assert (result.exit_code, "is not a regular file" in result.stderr) == (2, True)
    assert elsewhere.read_text() == "not to be touched"
    (tmp_path / "other").mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "other").stat().st_uid + 1)
    result = redact("check", tray, "--store", tmp_path / "other")
    assert (result.exit_code, "belongs to another user" in result.stderr) == (2, True)


def test_a_document_that_vanishes_before_its_copy_is_made_again_costs_no_other(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(tray, tmp_path / "a", tmp_path / "store")
    honest = publish_set.publish_set

    def late(*arguments: object) -> object:
        (tray / "other1.txt").unlink()
        return honest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publish_set, "publish_set", late)
    result = redact("release", tray, "-o", tmp_path / "b", "--store", tmp_path / "store", *TODAY)
    assert (result.exit_code, "there is no such file" in result.stderr) == (3, True)
    assert len(list((tmp_path / "b" / "public").iterdir())) == 4


def test_copies_that_were_not_all_compared_are_reported(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated = (EXAMPLES / "06-sbu.txt").read_text("utf-8")
    for n in range(4):
        (tray / f"again{n}.txt").write_text(dated)
    assert "share a message number" not in redact("check", tray, *TODAY).stderr
    monkeypatch.setattr(siblings, "MOST", 2)
    told = "note: 4 documents share a message number with more than 2 others"
    assert told in redact("check", tray, *TODAY).stderr
    assert told in redact("release", tray, "-o", tmp_path / "out", *TODAY, "-q").stderr


FORMATS = ("human", "json", "jsonl", "sarif", "junit", "github", "gitlab")


@pytest.mark.parametrize(("form", "jobs"), [*((form, 1) for form in FORMATS), ("json", 2)])
def test_many_documents_give_the_same_bytes_in_any_way(
    tray: Path, monkeypatch: pytest.MonkeyPatch, form: str, jobs: int
) -> None:
    monkeypatch.setattr(spool, "_AT_HAND", 4)
    for n in range(12):
        wrong = f"P 011200Z MAY 09\n{FIRST}".replace("TAGS: PREL\n", "").replace("1. (U)", "1. (S)")
        (tray / f"wrong{n}.txt").write_text(wrong.replace("000012", f"0001{n // 2:02}"))
    (tray / "scan.txt").write_bytes(b"%PDF-1.7\n")
    with monkeypatch.context() as few:
        few.setattr(spool, "_AT_HAND", 10**9)
        plain = redact("check", tray, *TODAY, "--format", form)
    told = redact("check", tray, *TODAY, "--format", form, "-j", str(jobs))
    assert (told.stdout, told.stderr) == (plain.stdout, plain.stderr)
    assert told.stdout


def classes_within(cls: type) -> set[type]:
    """The classes of the project whose values can stand in one of ``cls``, itself among them."""
    found: set[type] = set()
    waiting: list[object] = [cls]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if isinstance(kind, type) and kind.__module__.startswith("redact.") and kind not in found:
            found.add(kind)
            if dataclasses.is_dataclass(kind):
                waiting += get_type_hints(kind).values()
    return found


@pytest.mark.parametrize(
    ("kept", "known"),
    [
        (ExaminedOriginal, CLASSES),
        (Outcome, CLASSES),
        (Product, CLASSES),
        (Checked, check_set._CLASSES),
    ],
)
def test_whatever_a_result_may_hold_can_be_read_again(kept: type, known: dict[str, type]) -> None:
    assert classes_within(kept) - set(known.values()) == set()
