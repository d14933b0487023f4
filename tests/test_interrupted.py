"""A run that is killed, or asked to end, leaves neither half a file nor a name behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from redact.batch.ledger import read_ledger
from redact.sources.leftovers import remove_leftovers
from redact.sources.staging import write_file

TEXT = "UNCLASSIFIED\n\n1. (U) Lunch was good.\n"
WRITING = """
import sys
from pathlib import Path
from redact.sources import staging
def pieces():
    yield b"Zoltan Quimbly"
    sys.stdout.flush()
    print("on", flush=True)
    sys.stdin.readline()
with staging.staged(Path(sys.argv[1]), pieces()):
    print("written", flush=True)
    sys.stdin.readline()
"""
APPLYING = """
import signal, sys, time
from redact import persons
from redact.batch import examine_set, publish_set
from redact.cli import main
persons.find_mentions = lambda document, models: ()  # no language model is loaded
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background ignores it
def slow(settings, item):
    print("on", flush=True)
    time.sleep(60)
if __name__ == "__main__":
    STAGE = slow
    main(sys.argv[1:])
"""
"""A command that stays in one stage; ``STAGE`` is the name of the function that does it."""

EXAMINING = APPLYING.replace("STAGE", "examine_set.examine_input")
PUBLISHING = APPLYING.replace("STAGE", "publish_set.publish_input")


@contextlib.contextmanager
def started(code: str, *arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process that has said its first word."""
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"on\n"
        yield process
        process.kill()


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob(".redact-*.part"))


@pytest.mark.skipif(os.name != "posix", reason="modes and locks of POSIX")
def test_what_a_killed_run_left_of_a_ledger_is_removed_at_the_next_start(tmp_path: Path) -> None:
    place = tmp_path / "people.json"
    with started(WRITING, place) as process:
        (left,) = parts(tmp_path)
        assert left.stat().st_mode & 0o777 == 0o600
        process.send_signal(signal.SIGKILL)
        process.wait()
    left.write_bytes(b"Zoltan Quimbly")  # as far as the system had written it
    assert read_ledger(place) == frozenset()
    assert parts(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_what_a_living_process_writes_is_left_alone(tmp_path: Path) -> None:
    with started(WRITING, tmp_path / "copy.txt") as process:
        assert process.stdin and process.stdout
        write_file(tmp_path / "other.txt", b"Lunch.")
        assert len(parts(tmp_path)) == 1
        process.stdin.write(b"\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"written\n"
        remove_leftovers(tmp_path)
        process.communicate(b"\n")
    assert (tmp_path / "copy.txt").read_bytes() == b"Zoltan Quimbly"
    assert parts(tmp_path) == []


def test_files_that_only_look_like_leftovers_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / ".redact-link.part").symlink_to(tmp_path / "mine.txt")
    (tmp_path / ".redact-empty.part").touch()
    (tmp_path / ".redact.yaml").write_text("x")
    (tmp_path / ".redact-folder.part").mkdir()
    remove_leftovers(tmp_path)
    assert len(list(tmp_path.iterdir())) == 5


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT)
    return folder


@pytest.mark.parametrize(
    ("stage", "more"),
    [(EXAMINING, ()), (EXAMINING, ("--store", "kept")), (PUBLISHING, ())],
    ids=["examining", "with a store", "publishing"],
)
@pytest.mark.parametrize(
    ("sent", "code", "how"),
    [(signal.SIGTERM, 143, "terminated"), (signal.SIGINT, 130, "interrupted")],
)
def test_a_run_that_is_asked_to_end_cleans_up_and_says_so(
    tray: Path, tmp_path: Path, stage: str, more: tuple[str, ...], sent: int, code: int, how: str
) -> None:
    out = tmp_path / "out"
    options = [*more[:1], *(str(tmp_path / name) for name in more[1:])]
    with started(stage, "apply", tray, "-o", out, *options) as process:
        assert process.stderr
        process.send_signal(sent)
        said = process.stderr.read().decode()
        process.wait()
    rest = (
        "no outputs were written; finished results are kept in the store"
        if more
        else "what was not finished is not kept"
    )
    assert (process.returncode, said) == (code, f"{how}; {rest}\n")
    assert not out.exists()


def test_workers_end_with_the_run(tray: Path, tmp_path: Path) -> None:
    """The script is a file, for a worker process begins by reading it again."""
    script = tmp_path / "apply.py"
    script.write_text(EXAMINING.replace('"on"', "__import__('os').getpid()"))
    command = [sys.executable, script, "apply", tray, "-o", tmp_path / "out", "-j", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        worker = int(process.stdout.readline())
        assert worker != process.pid
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    assert process.returncode == 143
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
    assert not (tmp_path / "out").exists()
