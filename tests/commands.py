"""The commands as a user calls them, in the suite's own process, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from conftest import ROOT

from redact.cli import main

EXAMPLES = ROOT / "examples"
CLEAN = (EXAMPLES / "01-clean.txt").read_text("utf-8")
TODAY = ("--today", "2026-11-21")
MARKED = (
    "O 201131Z APR 09\nFM AMEMBASSY TESTVILLE\nC O N F I D E N T I A L TESTVILLE 000012\n\n"
    "E.O. 12958: DECL: 04/20/2019\nTAGS: PREL\nSUBJECT: (U) CHAIRS\n\n"
    "Classified By: Charge Ilse Brandwyck. Reason: 1.4 (d).\n\n"
    "1. ({}) The pumps are old.\n\n2. ({}) The chairs are new.\n"
)
"""A telegram but for the marks of its two paragraphs."""


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


def write_copies_of_one_message(folder: Path) -> None:
    """Two copies, a.txt and b.txt, in each of which the paragraph the other withholds is public."""
    for name, marks in (("a.txt", "UC"), ("b.txt", "CU")):
        (folder / name).write_text(MARKED.format(*marks))
