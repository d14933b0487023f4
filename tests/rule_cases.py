"""Rule cases as data: ``tests/cases/<family>/<rule>.yaml``.

A case is a document named ``pass_…`` or ``fail_…``. Under a line where a finding is expected stands
a line of carets, with the message behind it if it matters::

    fail_secret_in_confidential:
      text: |
        C O N F I D E N T I A L TESTVILLE 000012

        1. (S) The pump test is on Tuesday.
           ^^^ portion is SECRET, classification line is CONFIDENTIAL

A finding that runs over several lines is marked by carets to the end of its first line. Other keys
of a case: ``stage``, ``today``, ``policy``, ``severity`` (of every finding expected), ``path`` and
``clean: true`` (a ``pass_`` case with no finding of any rule).

A case about a public copy may give the ``original`` it was made of and the strings ``withheld``
from it, in the order in which their labels stand in the text, and those ``released`` by a reviewer.
``siblings`` are texts of the other documents of the set.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from data_files import TESTS, read_data

from redact.documents.model import Document
from redact.findings import Publication, Withheld
from redact.sources import Span

CASES = TESTS / "cases"
_CARETS = re.compile(r"^(?P<indent> *)(?P<carets>\^+)(?: (?P<message>.*))?$")


@dataclass(frozen=True)
class Expected:
    """A finding a case expects: line and columns from 1, message if the case gives one."""

    line: int
    column: int
    end_column: int
    message: str | None


@dataclass(frozen=True)
class Case:
    """One case of one rule."""

    rule: str
    authority: str
    family: str
    name: str
    text: str
    expected: tuple[Expected, ...]
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.rule}:{self.name}"

    @property
    def today(self) -> datetime.date:
        value = self.options.get("today", "2026-11-21")
        return datetime.date.fromisoformat(str(value))


_LABEL = re.compile(r"\[\(b\)\(\d\)[^\[\]\n]*\]")


def publication_of(case: Case, original: Document) -> Publication:
    """How the case's text was made of ``original``: its labels, in order, for what is withheld."""
    withheld: list[Withheld] = []
    done = 0
    labels = list(_LABEL.finditer(case.text))
    for words, label in zip(case.options["withheld"], labels, strict=True):
        start = original.source.text.index(words, done)
        done = start + len(words)
        person = label[0].endswith("name]")
        reasons = (label[0].strip("[]").rsplit(" ", 1)[0],)
        withheld.append(
            Withheld(
                original=Span(start, done),
                public=Span(*label.span()),
                reasons=reasons,
                amount="name" if person else "",
                person=person,
            )
        )
    released = (case.text.index(words) for words in case.options.get("released", ()))
    kept = (
        Span(start, start + len(words))
        for start, words in zip(released, case.options.get("released", ()), strict=True)
    )
    return Publication(original=original, withheld=tuple(withheld), kept=tuple(kept))


@cache
def read_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """Every case of every file, in order of file and place."""
    return tuple(_cases_in(folder))


def _cases_in(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("*.yaml")):
        content = read_data(str(path))
        for name, body in content.items():
            if name in ("rule", "authority", "former"):
                continue
            options = dict(body)
            text, expected = split_carets(options.pop("text"))
            yield Case(
                rule=content["rule"],
                authority=content["authority"],
                family=path.parent.name,
                name=name,
                text=text,
                expected=tuple(expected),
                options=options,
            )


def split_carets(text: str) -> tuple[str, list[Expected]]:
    """The document without its caret lines, and what the caret lines expect."""
    lines: list[str] = []
    expected: list[Expected] = []
    for line in text.split("\n"):
        match = _CARETS.match(line)
        if match is None:
            lines.append(line)
            continue
        column = len(match["indent"]) + 1
        expected.append(
            Expected(len(lines), column, column + len(match["carets"]), match["message"])
        )
    return "\n".join(lines), expected
