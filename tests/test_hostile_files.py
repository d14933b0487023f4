"""Unlucky files, full disks and runs that meet: a clear message, and the rest is done."""

from __future__ import annotations

import contextlib
import errno
import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import EXAMPLES, TODAY, files, redact, write_copies_of_one_message
from conftest import ROOT

from redact.batch.output_folder import exclusive_run
from redact.cli import main
from redact.errors import UsageError
from redact.sources import read as read_module
from redact.sources.staging import flush

pytestmark = pytest.mark.skipif(os.name != "posix", reason="files and signals are those of POSIX")

GOOD = (EXAMPLES / "06-sbu.txt").read_text()
WRONG = "examples/02-everything-wrong.txt"
CLEAN = "examples/01-clean.txt"


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


def checked(tray: Path, *more: str | Path) -> dict[str, str]:
    """What is told of each document that could not be checked; the good one was."""
    result = redact("check", tray, *more, *TODAY, "--format", "json")
    report = json.loads(result.stdout)
    assert any(d["path"].endswith("good.txt") for d in report["documents"])
    assert (result.exit_code == 3) is bool(report["errors"])
    return {Path(e["path"]).name: e["what"] for e in report["errors"]}


def test_what_is_no_regular_file_is_reported_by_name_and_left_out_of_a_folder(tray: Path) -> None:
    os.mkfifo(tray / "pipe")
    (tray / "gone.txt").symlink_to(tray / "nowhere")
    (tray / "circle.txt").symlink_to(tray / "circle.txt")
    (tray / "up").symlink_to(tray, target_is_directory=True)
    assert checked(tray) == {}
    for name, told in (("pipe", "is not a regular file"), ("gone.txt", "there is no such file")):
        result = redact("check", tray / name)
        assert (result.exit_code, told in result.stderr) == (3, True)
    assert redact("check", tray / "circle.txt").exit_code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "good.txt", "-o", "good.txt"),
        ("parse", "good.txt", "-o", "good.txt"),
        ("names", "good.txt", "-o", "./good.txt"),
        ("plan", "good.txt", "-o", "link.txt"),
        ("verify", "good.txt", "--record", "r.json", "-o", "good.txt"),
        ("verify", "copy.txt", "--record", "r.json", "--original", "good.txt", "-o", "good.txt"),
    ],
)
def test_force_never_writes_over_what_is_read(
    tray: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    (tray / "link.txt").symlink_to("good.txt")
    monkeypatch.chdir(tray)
    result = redact(*arguments, "--force")
    assert (result.exit_code, "is one of the files to be read" in result.stderr) == (2, True)
    assert (tray / "good.txt").read_text() == GOOD


@pytest.mark.parametrize("part", ["public", "internal"])
def test_an_output_folder_whose_parts_lead_into_the_input_is_refused(
    tray: Path, tmp_path: Path, part: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / part).symlink_to(tray, target_is_directory=True)
    for given in (tray, tray / "good.txt"):
        result = redact("release", given, "-o", tmp_path / "out", "--force")
        assert (result.exit_code, "lies inside" in result.stderr) == (2, True)
    assert [path.name for path in tray.iterdir()] == ["good.txt"]
    assert (tray / "good.txt").read_text() == GOOD


@pytest.mark.parametrize("command", ["check", "release"])
def test_names_that_lead_nowhere_cost_no_other_document(
    tray: Path, tmp_path: Path, command: str
) -> None:
    (tray / "circle.txt").symlink_to(tray / "circle.txt")
    named = [tray / name for name in ("good.txt", "circle.txt", "x" * 300)]
    result = redact(command, *named, "-o", tmp_path / "out", *TODAY)
    assert result.exit_code == 3
    for told in ("circle.txt: ", f"{'x' * 300}: file name too long"):
        assert told in result.stderr
    assert "internal error" not in result.stderr
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{tray}", "-o", "{name}"),
        ("check", "{tray}", "--report", "json={name}"),
        ("plan", "{tray}", "-o", "{name}"),
        ("apply", "{tray}", "-o", "{name}"),
        ("audit", "{name}", "-o", "x.pdf"),
        ("release", "{tray}", "-o", "out", "--ledger", "{name}"),
    ],
)
def test_an_output_of_a_name_too_long_is_reported(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = redact(*(word.format(tray=tray, name="x" * 300) for word in arguments))
    assert (result.exit_code, ": file name too long" in result.stderr) == (2, True)
    assert "help: " in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_reported(tray: Path) -> None:
    (tray / "shut.txt").write_text(GOOD)
    (tray / "shut.txt").chmod(0)
    assert checked(tray) == {"shut.txt": "permission denied"}


def test_a_file_over_the_limit_is_reported_unread(
    tray: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[read_module.__module__], "MAX_BYTES", 2**20)
    with (tray / "large.txt").open("wb") as file:
        file.truncate(2**20 + 1)
    assert checked(tray) == {"large.txt": "is larger than 1 MiB"}


@pytest.mark.parametrize(
    "content",
    [
        b"\x00" * 100_000,
        b"\x00\x05\x0e" * 1000,
        b"\xff\xfe" + b"\x00\xd8" * 500,
        "\u202e\u2066\u200b\ufeff".encode() * 5000,
        ("С" * 5000 + "\u200d\U000e0041" * 500).encode(),
        b"A" * 3_000_000,
        b"\xed\xa0\x80" * 1000,
        b"",
        b"\n" * 200_000,
        b"\r" * 200_000,
    ],
    ids=["NUL", "control", "UTF-16", "bidi", "confusable", "one line", "UTF-8",
         "empty", "line feeds", "returns"],
)  # fmt: skip
def test_bytes_of_any_kind_are_examined_or_reported(tray: Path, content: bytes) -> None:
    (tray / "odd.txt").write_bytes(content)
    assert set(checked(tray, "--timeout", "60")) <= {"odd.txt"}


def test_file_names_cannot_steer_a_terminal_or_break_a_format(tray: Path) -> None:
    name = "a\nerror[x]\x1b[2J\u202e.txt"
    (tray / name).write_text(GOOD.replace("UNCLAS", "UNCLAX", 1))
    for form in ("human", "json", "jsonl", "sarif", "junit", "github", "gitlab"):
        result = redact("check", tray, "--format", form, *TODAY)
        assert "\x1b" not in result.output, form
        assert "\nerror[x]" not in result.output, form


@contextlib.contextmanager
def files_limited(size: int) -> Iterator[None]:
    """No file can grow beyond ``size`` bytes, as if the disk were full; Python ignores SIGXFSZ."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 500, 30_000])
def test_a_full_disk_leaves_nothing_half_written(tray: Path, tmp_path: Path, size: int) -> None:
    out = tmp_path / "out"
    with files_limited(size):
        result = redact("release", tray, "-o", out, *TODAY)
    assert result.exit_code == 2
    assert "error: " in result.stderr and "help: " in result.stderr
    kept = files(out) if out.exists() else {}
    # Records and copies are moved in together, before the reports.
    assert not kept or {"public/good.txt", "internal/good.txt.record.json"} <= set(kept)
    assert not [name for name in kept if ".unfinished" in name or ".part" in name]


def test_an_output_that_cannot_be_a_folder_is_reported(tray: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = redact("release", tray, "-o", tmp_path / "file" / "out", *TODAY)
    assert (result.exit_code, "cannot be written" in result.stderr) == (2, True)


def test_two_runs_do_not_write_to_one_folder(tray: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with exclusive_run(out):
        result = redact("apply", tray, "-o", out, *TODAY)
        assert (result.exit_code, "another run" in result.stderr) == (2, True)
        with pytest.raises(UsageError, match="another run"), exclusive_run(out):
            pass
    assert not out.exists()
    assert redact("apply", tray, "-o", out, *TODAY).exit_code == 0


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell that calls ``redact`` once, in a process of its own."""
    command = line.replace("redact", f"{sys.executable} -m redact", 1)
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, cwd=ROOT)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["--help", "policy validate cui", "completion bash", "rules"])
def test_a_full_disk_is_no_defect_of_any_command(command: str) -> None:
    done = shell(f"redact {command} > /dev/full")
    assert (done.returncode, "no space left on device" in done.stderr) == (2, True)
    assert "internal error" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_stderr_changes_no_verdict() -> None:
    wrong = f"redact check {WRONG}"
    assert shell(f"{wrong} 2> /dev/full").returncode == 1
    assert shell("redact nonsense 2> /dev/full").returncode == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check examples --format json", 1),
        ("check examples --format json 2>&1", 1),
        ("check examples/01-clean.txt --format json", 0),
        ("rules --format json", 0),
        ("check --help", 0),
        ("policy list -h", 0),
        ("--version", 0),
        ("--version 2>&1", 0),
    ],
)
def test_a_reader_that_has_seen_enough_changes_no_verdict(command: str, code: int) -> None:
    line = f"{sys.executable} -m redact {command} | true"
    script = f"{line}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT)
    assert (done.returncode, done.stderr.count(b"Error")) == (code, 0)


@pytest.mark.parametrize("form", ["human", "json"])
def test_a_pipe_gets_the_same_bytes_in_every_locale(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["check", WRONG, "--format", form, "--color", "always", *TODAY]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")

    def output(encoding: str) -> bytes:
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        called = [sys.executable, "-m", "redact", *command]
        return subprocess.run(called, capture_output=True, env=environment).stdout

    expected = redact(*command).stdout_bytes
    assert "§".encode() in expected
    assert output("ascii") == output("latin-1") == expected


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", ["human", "json"])
def test_a_full_disk_behind_stdout_is_reported(form: str) -> None:
    done = shell(f"redact check {WRONG} --format {form} > /dev/full")
    assert done.returncode == 2
    assert "error: standard output: cannot be written: no space left on device" in done.stderr


def test_output_led_into_the_folder_that_is_read_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    command = f"{sys.executable} -m redact check . --format json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for line in (f"{command} > out.txt 2> said.txt", f"{command} >> out.txt 2>> said.txt"):
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=environment)
        assert done.returncode == 0
        last = (tmp_path / "said.txt").read_text().splitlines()[-1]
        assert last == "0 errors, 0 warnings, 0 notes in 1 document"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command.replace(' . ', ' a.txt ')} >> a.txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "a.txt: the output of this command is redirected into it" in done.stderr
    assert (tmp_path / "a.txt").read_text() == GOOD


CLOSED = "error: standard input: is closed"


def test_standard_input_that_the_shell_closed_is_reported() -> None:
    done = shell("redact check - <&-")
    assert (done.returncode, CLOSED in done.stderr) == (2, True)


@pytest.mark.parametrize("command", ["check -", "parse -", "names -", "marking", "marking -"])
def test_standard_input_that_is_closed_is_reported(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)  # what Python makes of a closed one
    with pytest.raises(SystemExit) as ended:
        main(command.split(), prog_name="redact")
    assert (ended.value.code, CLOSED in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize(
    ("document", "closed", "code"),
    [
        (WRONG, ">&-", 1),
        (WRONG, "2>&-", 1),
        (WRONG, ">&- 2>&-", 1),
        (CLEAN, ">&- 2>&-", 0),
        (CLEAN, "<&-", 0),
    ],
)
def test_closed_streams_change_no_verdict(document: str, closed: str, code: int) -> None:
    assert shell(f"redact check {document} {closed}").returncode == code


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_nothing_is_moved_before_the_disk_has_all_of_it(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    (tray / "second.txt").write_text(GOOD.replace("000012", "000013"))
    out, turns, honest = tmp_path / "out", itertools.count(), os.fsync
    seen: list[list[str]] = []

    def fsync(handle: int) -> None:
        seen.append([path for path in files(out) if ".unfinished" not in path])
        if next(turns) == place:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        honest(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    result = redact("release", tray, "-o", out, *TODAY)
    assert result.exit_code == 2 and "no space left on device" in result.stderr
    assert not out.exists()
    assert seen[: place + 1] == [["internal/.lock"]] * (place + 1)


KILLED = """
import os, sys
from pathlib import Path
place, honest = int(sys.argv.pop(1)), os.fsync
def fsync(handle):
    global place
    place -= 1
    if not place:
        os.kill(os.getpid(), 9)
    honest(handle)
os.fsync = fsync
from redact.cli import main
main(sys.argv[1:])
"""


def test_files_are_flushed_where_no_thread_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    paths = [tmp_path / str(number) for number in range(3)]
    for path in paths:
        path.write_bytes(b"pump")
    flush(paths)
    assert len(flushed) == 3


@pytest.mark.parametrize("write", [1, 2, 3, 4, 5])
def test_a_run_that_was_killed_while_it_wrote_leaves_nothing_behind(
    tray: Path, tmp_path: Path, write: int
) -> None:
    store, out = tmp_path / "store", tmp_path / "out"
    command = ["release", tray, "--store", store, *TODAY, "-q"]
    redact(*command, "-o", tmp_path / "clean")
    arguments = [str(write), *map(str, command), "-o", str(out)]
    killed = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=ROOT)
    assert killed.returncode == -9
    assert not list(out.glob("public/**/.redact*"))
    assert redact(*command, "-o", out, "--force").exit_code == 0
    assert files(out) == files(tmp_path / "clean")


def test_a_policy_that_extends_itself_is_reported_with_its_chain(
    tray: Path, tmp_path: Path
) -> None:
    for name, base in (("a", "b"), ("b", "a")):
        (tmp_path / f"{name}.yaml").write_text(
            f"name: {name}\nversion: 1.0\nextends: [{tmp_path / base}.yaml]\n"
        )
    result = redact("check", tray, "-p", tmp_path / "a.yaml")
    assert result.exit_code == 2
    assert "a.yaml" in result.stderr and "b.yaml" in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        "a: &x [1]\nb: *x\n",
        "[" * 100_000,
        "{a: " * 50_000,
        "a: " + "x" * 5_000_000,
        "\x00",
        "- " * 9999,
    ],
    ids=["alias", "brackets", "mappings", "large", "NUL", "lists"],
)
def test_a_policy_made_to_hurt_is_an_error_and_no_more(
    tray: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "p.yaml").write_text(content)
    result = redact("check", tray, "-p", tmp_path / "p.yaml")
    assert (result.exit_code, "p.yaml" in result.stderr) == (2, True)


def test_a_file_that_vanishes_between_the_two_looks_is_reported(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from redact.batch import publish_set

    (tray / "brief.txt").write_text(GOOD)
    (tray / "other.txt").write_text(GOOD)
    honest = publish_set.publish_set

    def late(*arguments: object) -> object:
        (tray / "brief.txt").unlink()
        (tray / "other.txt").write_text(GOOD + "\n")
        return honest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publish_set, "publish_set", late)
    out = tmp_path / "out"
    result = redact("release", tray, "-o", out, *TODAY)
    assert result.exit_code == 3
    assert "there is no such file" in result.stderr
    assert "was changed while the command ran" in result.stderr
    assert [p.name for p in (out / "public").iterdir()] == ["good.txt"]


@pytest.mark.parametrize("how", ["removed", "changed"])
@pytest.mark.parametrize("when", ["check_copies", "with_release_findings"])
def test_an_original_lost_when_the_copies_are_compared_costs_no_other(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, when: str
) -> None:
    from redact.batch import publish_set

    write_copies_of_one_message(tray)
    honest = getattr(publish_set, when)

    def late(*arguments: object) -> object:
        if how == "removed":
            (tray / "b.txt").unlink(missing_ok=True)
        else:
            (tray / "b.txt").write_text(GOOD)
        return honest(*arguments)

    monkeypatch.setattr(publish_set, when, late)
    out = tmp_path / "out"
    result = redact("release", tray, "-o", out, *TODAY)
    told = "there is no such file" if how == "removed" else "was changed while the command ran"
    assert result.exit_code == 3 and told in result.stderr
    assert {p.name for p in (out / "public").iterdir()} == {"a.txt", "good.txt"}
    assert redact("verify", out, "--original", tray).exit_code == 0
    record = json.loads((out / "internal" / "a.txt.record.json").read_text())
    assert "red-copies-conflict" not in [finding["rule"] for finding in record["findings"]]


def test_a_copy_of_one_message_that_changes_under_the_run_is_named(
    tray: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from redact.batch import publish_set

    write_copies_of_one_message(tray)
    honest = publish_set.publish_set

    def late(*arguments: object) -> object:
        (tray / "b.txt").write_text(GOOD)
        return honest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publish_set, "publish_set", late)
    result = redact("release", tray, "-o", tmp_path / "out", *TODAY)
    assert result.exit_code == 3
    assert "cannot be compared with 'tray/b.txt', of the same message" in result.stderr
    assert [p.name for p in (tmp_path / "out" / "public").iterdir()] == ["good.txt"]


@pytest.mark.parametrize("place", ["public/good.txt", "internal/good.txt.record.json"])
@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_folder_where_a_file_is_to_be_written_is_reported_before_any_work(
    tray: Path, tmp_path: Path, place: str, more: tuple[str, ...]
) -> None:
    (tmp_path / "out" / place / "mine").mkdir(parents=True)
    result = redact("release", tray, "-o", tmp_path / "out", *TODAY, *more)
    assert result.exit_code == 2
    assert f"{place}: is a folder, where a file is to be written" in result.stderr
    assert not list((tmp_path / "out").rglob("*.pdf"))


@pytest.mark.parametrize("place", ["public", "public/sub", "internal/sub"])
def test_a_file_where_a_folder_is_needed_is_reported_by_its_name(
    tray: Path, tmp_path: Path, place: str
) -> None:
    (tray / "sub").mkdir()
    (tray / "sub" / "more.txt").write_text(GOOD)
    (tmp_path / "out" / place).parent.mkdir(parents=True)
    (tmp_path / "out" / place).write_text("mine")
    result = redact("release", tray, "-o", tmp_path / "out", *TODAY)
    assert result.exit_code == 2
    assert f"out/{place}" in result.stderr and ".unfinished" not in result.stderr
    assert (tmp_path / "out" / place).read_text() == "mine"


@pytest.mark.parametrize("place", ["", "copies", "records"])
def test_nothing_is_removed_or_written_through_a_link_in_the_output_folder(
    tray: Path, tmp_path: Path, place: str
) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "out" / "internal" / ".unfinished" / place
    (elsewhere / "copies").mkdir(parents=True)
    (elsewhere / "copies" / "mine.txt").write_text("mine")
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere, target_is_directory=True)
    result = redact("release", tray, "-o", tmp_path / "out", *TODAY)
    assert result.exit_code == 2 and f"{link.name}: is not a folder" in result.stderr
    assert files(elsewhere) == {"copies/mine.txt": b"mine"}
