"""The results of a check, with what is needed to read the documents again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial

from redact.batch.check import Checked, CheckSettings, Outcomes, report_of, rules_of
from redact.batch.inputs import Input, Inputs
from redact.errors import UnreadableError
from redact.findings import Finding, Notice, Report
from redact.sources import Source
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class CheckRun:
    """The outcomes for some documents, in order, and how they were obtained."""

    settings: CheckSettings
    inputs: Inputs
    outcomes: Outcomes
    notices: tuple[Notice, ...] = ()

    @property
    def report(self) -> Report:
        """The report on the outcomes."""
        return report_of(self.settings, self.outcomes, self.inputs.skipped, self.notices)

    @property
    def rules_of(self) -> Callable[[str], tuple[str, ...]]:
        """A function that returns the rules that ran on documents of a kind."""
        return partial(rules_of, self.settings)

    def checked(self) -> Iterator[tuple[Input, Checked]]:
        """Each document that was checked."""
        for item, outcome in zip(self.inputs.documents, self.outcomes, strict=True):
            if isinstance(outcome, Checked):
                yield item, outcome

    def ran(self, paths: set[str]) -> dict[str, tuple[str, ...]]:
        """The rules that ran, for each of the paths that is a checked document."""
        documents = (one.document for _, one in self.checked())
        return {d.path: self.rules_of(d.kind) for d in documents if d.path in paths}

    def noting(self, *notices: Notice) -> CheckRun:
        """The same run with more notices."""
        return dataclasses.replace(self, notices=(*self.notices, *notices))

    def changed(self, change: Callable[[Input, Checked], tuple[Finding, ...]]) -> CheckRun:
        """The same run with ``change`` applied to the findings of each document."""
        outcomes = Outcomes()
        for item, outcome in zip(self.inputs.documents, self.outcomes, strict=True):
            if isinstance(outcome, Checked):
                outcomes.append(dataclasses.replace(outcome, findings=change(item, outcome)))
            else:
                outcomes.append(outcome)
        return dataclasses.replace(self, outcomes=outcomes)


def reread(item: Input, checked: Checked) -> Source | None:
    """The document, ``None`` when it has changed since it was checked."""
    try:
        source = item.read()
    except UnreadableError:
        return None
    return source if source.sha256 == checked.document.sha256 else None


class Sources:
    """The documents of a run by path, read again; the last one is cached."""

    def __init__(self, check_run: CheckRun) -> None:
        self._checked = check_run.checked()
        self._path: str | None = None
        self._source: Source | None = None

    def __call__(self, path: str) -> Source | None:
        """The document; documents must be requested in the order of the run."""
        while self._path != path:
            item, checked = next(self._checked)
            self._path = checked.document.path
            self._source = reread(item, checked) if self._path == path else None
        return self._source
