"""``--diff``: only what a change touched."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path

from redact.batch.changes import Touched, changes_since, repository_of
from redact.batch.check import Checked
from redact.batch.inputs import Input, Inputs
from redact.cli.check_run import CheckRun, reread
from redact.errors import UsageError
from redact.findings import Finding, Notice
from redact.resources import real_path
from redact.rules import RULES

_OF_THE_PLACE = frozenset(("portion", "control", "release", "redaction"))
"""Families whose findings concern the passage they point at; those of the others concern the whole
document: a missing line is nowhere, and what contradicts a changed line may be elsewhere."""


def changed_inputs(inputs: Inputs, base: str) -> tuple[Inputs, Mapping[str, Touched]]:
    """The documents that differ from the revision, and the lines touched in each, by its name.

    Raises `UsageError` for a document outside the repository, and like `changes_since`.
    """
    changes = changes_since(base, Path())
    root = repository_of(Path())
    for document in inputs.documents:
        if not _place(document).is_relative_to(root):
            what = "lies outside the git repository, and has no history in it"
            raise UsageError(what, document.name, "check it without --diff")
    touched = {d.name: lines for d in inputs.documents if (lines := changes.get(_place(d)))}
    documents = tuple(d for d in inputs.documents if d.name in touched)
    return dataclasses.replace(inputs, documents=documents), touched


def _place(document: Input) -> Path:
    if document.path is None:
        raise UsageError("standard input has no history", "--diff", "name files or folders")
    return real_path(document.path)


def only_touched(check_run: CheckRun, touched: Mapping[str, Touched], base: str) -> CheckRun:
    """The run without the findings that the change did not touch; a notice counts them."""
    left = 0

    def keep(item: Input, checked: Checked) -> tuple[Finding, ...]:
        nonlocal left
        source = reread(item, checked) if checked.findings else None
        if source is None:
            return checked.findings
        lines = _GitLines(source.text)
        kept = tuple(f for f in checked.findings if _is_touched(f, touched[f.path], lines))
        left += len(checked.findings) - len(kept)
        return kept

    shown = check_run.changed(keep)
    what = f"documents changed since {base}: {len(check_run.inputs.documents)}"
    if left:
        what += f"; findings on lines that did not change, not shown: {left}"
    return shown.noting(Notice(what))


class _GitLines:
    """Lines as git counts them: only a line feed ends one."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def of(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._ends, offset - 1) + 1


def _is_touched(finding: Finding, touched: Touched, lines: _GitLines) -> bool:
    rule = RULES.get(finding.rule)
    if rule is None or rule.family not in _OF_THE_PLACE or not len(finding.span):
        return True
    spans = (finding.span, *(label.span for label, _, _ in finding.related))
    return any(touched.meets(lines.of(s.start), lines.of(max(s.start, s.end - 1))) for s in spans)
