#!/usr/bin/env python3
"""The performance on whole folders: speed, scaling, memory and second runs, in one session.

usage: benchmarks/folders.py [--check N ...] [--release N ...] [--shared FOLDER] [--seed N]

The folders are made from the telegrams of examples/ (with --shared from those of FOLDER), each with
another message number, in folders of a hundred. Each command is run once, as a user runs it; on a
machine with other load, compare its processor time (cpu s, over all its processes). Memory is the
peak of any single process of the command. Ratios compare rows of the same session. Two commands
over a half each share nothing but the machine: no ``-j 2`` can be faster.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import redact as program  # noqa: E402
from redact.batch.check import CheckSettings, check_source  # noqa: E402
from redact.batch.inputs import collect  # noqa: E402
from redact.documents import parse  # noqa: E402
from redact.persons.models import describe_model, find_model  # noqa: E402
from redact.sources import Source, read  # noqa: E402

TODAY = "2026-11-21"
IN_PROCESS = 1000


@dataclass(frozen=True)
class Run:
    """A finished command: wall-clock seconds, processor seconds of all its processes, and the peak
    memory of any one of them in MiB.
    """

    seconds: float
    processor: float
    memory: float


def renumbered(text: str, number: int) -> str:
    """A telegram under another message number."""
    telegram = parse(Source.from_text(text)).telegram
    own = telegram and telegram.message_number and telegram.message_number.number
    if not own:
        return f"{text.rstrip()}\n{number}\n"
    digits = own.lstrip("0") or "0"
    return re.sub(rf"\b0*{digits}\b", f"{number:06d}", text)


def make_folder(place: Path, count: int, sources: list[Path], seed: int) -> Path:
    """A folder with ``count`` telegrams."""
    rng = random.Random(seed)
    texts = [read(source).text for source in sources]
    for n in range(count):
        file = place / f"{n // 100:03d}" / f"{n:06d}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(renumbered(rng.choice(texts), 100_000 + n), "utf-8", newline="")
    return place


def timed(*arguments: str | Path) -> Run:
    """Run one command of the program, as a user runs it."""
    begun = time.perf_counter()
    return ended(started(*arguments), begun)


def timed_together(*commands: tuple[str | Path, ...]) -> Run:
    """Run several independent commands at the same time."""
    begun = time.perf_counter()
    runs = [ended(process, begun) for process in [started(*each) for each in commands]]
    return Run(
        max(run.seconds for run in runs),
        sum(run.processor for run in runs),
        max(run.memory for run in runs),
    )


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Start a command of the program."""
    command = [sys.executable, "-m", "redact", *map(str, arguments), "--today", TODAY, "-q"]
    # Where no bytecode is kept, every process would compile the program again.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    )


def ended(process: subprocess.Popen[bytes], begun: float) -> Run:
    """The result of a command, once it has ended; exits the benchmark if it failed."""
    with process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{process.args!r}\nended with {process.returncode}:\n{said.decode()}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(time.perf_counter() - begun, processor, usage.ru_maxrss / 1024)


def row(what: str, count: int, run: Run, ratio: str = "") -> None:
    speed = count / run.seconds
    print(
        f"{what:32} {count:7,} {run.seconds:8.1f} {speed:8.1f} {run.processor:8.1f} "
        f"{run.memory:6.0f}  {ratio}",
        flush=True,
    )


def versus(first: Run, other: Run) -> str:
    """How many times faster a run is than the first one on the folder."""
    clock, processor = first.seconds / other.seconds, first.processor / other.processor
    return f"{clock:.1f} x, by processor time {processor:.1f} x"


def check_rows(folder: Path, count: int, store: Path, smallest: Run | None) -> Run:
    """The rows of ``redact check`` on one folder; returns its plain run."""
    one = timed("check", folder)
    grown = f"memory {one.memory / smallest.memory:.2f} x the smallest" if smallest else ""
    row("check, one process", count, one, grown)
    two = timed("check", folder, "-j", "2")
    row("check, -j 2", count, two, versus(one, two))
    parts = sorted(folder.iterdir())
    if len(parts) > 1:
        halves = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        apart = timed_together(*(("check", *half) for half in halves))
        row("check, two commands, half each", count, apart, versus(one, apart))
    first = timed("check", folder, "--store", store)
    row("check, --store, first run", count, first, versus(one, first))
    again = timed("check", folder, "--store", store)
    row("check, --store, nothing changed", count, again, versus(one, again))
    return one


def release_rows(folder: Path, count: int, place: Path, smallest: Run | None) -> Run:
    """The rows of ``redact release`` on one folder; returns its first run."""
    store = place / "store"
    first = timed("release", folder, "-o", place / "first", "--store", store)
    grown = f"memory {first.memory / smallest.memory:.2f} x the smallest" if smallest else ""
    row("release, one process", count, first, grown)
    again = timed("release", folder, "-o", place / "again", "--store", store)
    row("release, nothing changed", count, again, versus(first, again))
    two = timed("release", folder, "-o", place / "two", "-j", "2")
    row("release, -j 2", count, two, versus(first, two))
    return first


def in_process(folder: Path) -> None:
    """Print the row of the library without files, processes or output."""
    sources = [document.read() for document in collect([str(folder)]).documents[:IN_PROCESS]]
    check = partial(check_source, CheckSettings(as_of=datetime.date.fromisoformat(TODAY)))
    check(sources[0])
    begun, used = time.perf_counter(), time.process_time()
    for source in sources:
        check(source)
    used = time.process_time() - used
    run = Run(time.perf_counter() - begun, used, 0)
    row("check, in process", len(sources), run, f"{len(sources) / used:.0f}/s of processor time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", type=int, nargs="*", default=[100, 1000, 10_000])
    parser.add_argument("--release", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--shared", type=Path, help="folder of telegrams to use instead")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    sources = sorted((options.shared or ROOT / "examples").glob("*.txt"))
    model = describe_model(find_model())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"{platform.machine()}, {cores} cores, load {os.getloadavg()[0]:.1f}, "
        f"{platform.system()} {platform.release()}\n"
        f"Python {platform.python_version()}, redact {program.__version__}, "
        f"model {model.name} {model.version}\n"
        f"{len(sources)} telegrams to copy, "
        f"{sum(s.stat().st_size for s in sources) / len(sources) / 1000:.1f} kB on average\n"
    )
    print(f"{'':32} {'docs':>7} {'seconds':>8} {'docs/s':>8} {'cpu s':>8} {'MiB':>6}")
    work = Path(tempfile.mkdtemp())
    try:
        smallest = None
        for count in sorted({*options.check, *options.release}):
            folder = make_folder(work / str(count), count, sources, options.seed)
            if count == max(options.check, default=0):
                in_process(folder)
            if count in options.check:
                run = check_rows(folder, count, work / f"checked-{count}", smallest)
                smallest = smallest or run
        smallest = None
        for count in sorted(options.release):
            place = work / f"released-{count}"
            run = release_rows(work / str(count), count, place, smallest)
            smallest = smallest or run
            shutil.rmtree(place)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
