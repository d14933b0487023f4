"""Copies of an earlier run in the same output folder that this run does not cover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redact.batch.inputs import Input
from redact.cli.console import say

MOST = 10
"""How many copies are named; the rest are counted."""


def tell_earlier(output: Path, documents: Sequence[Input]) -> None:
    """Print a line on stderr for each public copy whose document is not in this run."""
    from redact.batch.release import left_over

    earlier = left_over(output, documents)
    for path in earlier[:MOST]:
        say(f"from an earlier run, not examined by this one: {output / 'public' / path}")
    if len(earlier) > MOST:
        say(f"and {len(earlier) - MOST} more from an earlier run")
