#!/usr/bin/env python3
"""How fast markings are checked: telegrams per second in one process, by size, and cold starts.

usage: benchmarks/check.py FOLDER [--rounds N]

FOLDER holds telegrams as plain text. Cold starts are given beside those of an empty Python program
of the same run, since machines differ.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from redact.batch.check import CheckSettings, check_source
from redact.batch.inputs import collect


def milliseconds(command: list[str], rounds: int) -> float:
    """The shortest of several runs of a command."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents = collect([options.folder]).documents
    sources = [document.read() for document in documents]
    settings = CheckSettings(as_of=datetime.date(2026, 11, 21))
    check = partial(check_source, settings)
    for source in sources:
        check(source)  # patterns and policies are loaded once per process
    took: list[float] = []
    per_size: list[float] = []
    begun = time.perf_counter()
    for source in sources:
        one = time.perf_counter()
        check(source)
        took.append((time.perf_counter() - one) * 1000)
        per_size.append(took[-1] / max(len(source.text) / 10_000, 1))
    total = time.perf_counter() - begun
    p95 = statistics.quantiles(took, n=20)[-1]
    p95_size = statistics.quantiles(per_size, n=20)[-1]
    print(f"{len(sources)} telegrams, Python {sys.version.split()[0]}, one process")
    print(f"  {len(sources) / total:8.0f} telegrams/s")
    print(
        f"  {p95:8.1f} ms a telegram (95th percentile), {statistics.median(took):.1f} ms (median)"
    )
    print(f"  {p95_size:8.1f} ms per 10,000 characters above that size (95th percentile)")
    redact = str(Path(sys.executable).parent / "redact")
    empty = milliseconds([sys.executable, "-c", "pass"], options.rounds)
    print(f"cold starts, shortest of {options.rounds}")
    for name, command in (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("redact --version", [redact, "--version"]),
        ("redact check, one telegram", [redact, "check", str(documents[0].path)]),
    ):
        took_ms = milliseconds(command, options.rounds)
        print(f"  {took_ms:8.0f} ms  {name} ({took_ms / empty:.1f} x python -c pass)")


if __name__ == "__main__":
    main()
