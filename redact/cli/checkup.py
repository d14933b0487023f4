"""What a check has found, with what it takes to look at the documents again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from redact.batch.check import Checked, Outcome
from redact.batch.inputs import Inputs
from redact.errors import UnreadableError
from redact.findings import Notice, Report
from redact.sources import Source
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Checkup:
    """A report and what it was made from."""

    report: Report
    outcomes: tuple[Outcome, ...]
    inputs: Inputs

    @property
    def rules(self) -> Mapping[str, tuple[str, ...]]:
        """The rules that ran on each document, by its path."""
        return {o.document.path: o.rules for o in self.outcomes if isinstance(o, Checked)}

    def reader(self) -> Reader:
        """What reads the checked documents again."""
        return Reader(self)

    def noting(self, *notices: Notice) -> Checkup:
        """The same with more notices."""
        return self.telling(
            dataclasses.replace(self.report, notices=(*self.report.notices, *notices))
        )

    def telling(self, report: Report) -> Checkup:
        """The same with another report."""
        return dataclasses.replace(self, report=report)


class Reader:
    """Reads checked documents again by their path, one at a time."""

    def __init__(self, checkup: Checkup) -> None:
        self._outcomes = {o.document.path: o for o in checkup.outcomes if isinstance(o, Checked)}
        self._inputs = {document.name: document for document in checkup.inputs.documents}

    def source(self, path: str) -> Source | None:
        """The document, ``None`` when it is no longer the one that was checked."""
        outcome = self._outcomes[path]
        try:
            source = self._inputs[path].read()
        except UnreadableError:
            return None
        return source if source.sha256 == outcome.document.sha256 else None

    def text(self, path: str) -> str | None:
        """Its text, ``None`` in the same case."""
        source = self.source(path)
        return source.text if source else None
