"""Speed of finding names, compared with stock Presidio; part of ``benchmarks/names.py --speed``."""

from __future__ import annotations

import math
import multiprocessing
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from redact.documents import parse  # noqa: E402
from redact.persons import find_mentions  # noqa: E402
from redact.persons.presidio import paragraph_memory  # noqa: E402
from redact.sources import Source  # noqa: E402

TELEGRAMS = 40
STARTS = 7


def sample(telegrams: Path) -> list[Path]:
    """The telegrams that are timed."""
    return sorted(telegrams.glob("*.txt"))[:TELEGRAMS]


def measure_start(file: Path) -> tuple[float, float]:
    """Processor seconds of ``redact names`` on one telegram, best of `STARTS`, and its peak MiB.

    Call it while this process is small: a child counts as at least as large as its parent.
    """
    command = [sys.executable, "-m", "redact", "names", "-q", str(file)]
    best = math.inf
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best, used)
    return best, after.ru_maxrss / 1024


def measure_speed(texts: list[str], find: Callable[[str], Any]) -> float:
    """Words per second of processor time, with the model already loaded; best of two runs."""
    paragraph_memory.LARGEST = 0  # the second run must not reuse results of the first
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(2):
        start = time.process_time()
        for text in texts:
            find(text)
        best = max(best, words / (time.process_time() - start))
    return best


def measure_two(texts: list[str]) -> float:
    """Words per second of two processes that read the same texts at the same time.

    Each by its own processor time, so that other load on the machine matters little.
    """
    context = multiprocessing.get_context("spawn")
    both_ready = context.Barrier(2)
    speeds = context.SimpleQueue()
    workers = [context.Process(target=_one, args=(texts, both_ready, speeds)) for _ in range(2)]
    for worker in workers:
        worker.start()
    both = sum(speeds.get() for _ in workers)
    for worker in workers:
        worker.join()
    return float(both)


def names_in(text: str) -> object:
    """The mentions of a telegram, parsing included."""
    return find_mentions(parse(Source.from_text(text)))


def _one(texts: list[str], both_ready: Any, speeds: Any) -> None:
    names_in(texts[0])
    both_ready.wait()
    speeds.put(measure_speed(texts, names_in))


def print_speed(
    files: list[Path], stock: Callable[[str], Any], started: tuple[float, float]
) -> dict[str, float]:
    """Measure and print how fast names are found; returns the figures by label."""
    texts = [file.read_text("utf-8") for file in files]
    reference = measure_speed(texts, stock)
    speeds = {
        "stock Presidio": reference,
        "redact, one process": measure_speed(texts, names_in),
        "redact, two processes": measure_two(texts),
    }
    print(f"\nspeed, {len(texts)} telegrams, parsing included for redact")
    for label, speed in speeds.items():
        print(f"{label:34s} {speed:7.0f} words/s  {speed / reference:4.2f} x stock")
    seconds, mebibytes = started
    print(
        f"{'redact names, one telegram, cold':34s} {seconds:7.2f} s of processor,"
        f" {mebibytes:.0f} MiB"
    )
    return speeds | {"seconds to the first name": seconds, "MiB": mebibytes}
