"""The commands as a user calls them, in the suite's own process, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from conftest import ROOT

from redact.cli import main

EXAMPLES = ROOT / "examples"
CLEAN = (EXAMPLES / "01-clean.txt").read_text("utf-8")
TODAY = ("--today", "2026-11-21")


def redact(
    *arguments: str | Path, stdin: str | None = None, environment: dict[str, str] | None = None
) -> Result:
    """What a command prints and how it ends."""
    words = [str(argument) for argument in arguments]
    result = CliRunner(env=environment).invoke(main, words, input=stdin)
    assert "Traceback" not in result.output
    return result


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its relative path."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }
