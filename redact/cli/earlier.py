"""Outputs of an earlier run in the same folder that this run does not cover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redact.batch.inputs import Input
from redact.cli.console import say

MOST = 10
"""How many copies are named; the rest are counted."""


def print_left_over(output: Path, documents: Sequence[Input]) -> None:
    """Print a line on stderr for each public copy whose document is not in this run."""
    given = {document.relative for document in documents}
    folder = output / "public"
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    earlier = sorted(path for path in found if path not in given)
    for path in earlier[:MOST]:
        say(f"from an earlier run, not examined by this one: {folder / path}")
    if len(earlier) > MOST:
        say(f"and {len(earlier) - MOST} more from an earlier run")


def print_outdated(output: Path) -> None:
    """Print a line on stderr for each findings file and report that may contradict new records."""
    internal = output / "internal"
    outdated = [path for path in sorted(internal.glob("audit*.pdf")) if path.is_file()]
    outdated += [path for path in sorted(internal.glob("findings*.json")) if path.is_file()]
    for path in outdated:
        say(f"of an earlier release, not of these records: {path}")
    if outdated:
        say("  help: redact release writes them too, with --plan as well")
