"""The formats of a report, each loaded only when used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from redact.findings import Report, Severity

MACHINE_FORMATS = ("json", "jsonl", "sarif", "junit", "github", "gitlab")
FORMATS = ("human", *MACHINE_FORMATS)

RulesOf = Callable[[str], Sequence[str]]
"""The rules that ran on documents of a kind."""


def pieces(form: str, report: Report, rules_of: RulesOf, *, fail_on: str) -> Iterable[str]:
    """The report in one of the `MACHINE_FORMATS`, piece by piece."""
    match form:
        case "json":
            from redact.outputs import json

            return json.pieces(report)
        case "jsonl":
            from redact.outputs import json_lines

            return json_lines.pieces(report)
        case "sarif":
            from redact.outputs import sarif

            return (sarif.render(report),)
        case "junit":
            from redact.outputs import junit

            return junit.pieces(report, rules_of, fail_on=Severity(fail_on))
        case "gitlab":
            from redact.outputs import gitlab

            return gitlab.pieces(report)
        case _:
            from redact.outputs import github

            return github.pieces(report)


class FormatAndFile(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """``FORMAT=FILE``: an additional output of a run."""

    name = "format=file"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """The format and the file, or a usage error that lists the formats."""
        if isinstance(value, tuple):
            return value
        form, equals, file = value.partition("=")
        if form not in MACHINE_FORMATS or not equals or not file:
            self.fail(
                f"'{value}' is not FORMAT=FILE; formats are {', '.join(MACHINE_FORMATS)}",
                param,
                ctx,
            )
        return form, Path(file)


reports = click.option(
    "--report",
    "reports",
    type=FormatAndFile(),
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the findings to a file in this format too; may be given several times.",
)
