"""The formats of a report, each loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from redact.findings import Report, Severity

MACHINE_FORMATS = ("json", "jsonl", "sarif", "junit", "github", "gitlab")
FORMATS = ("human", *MACHINE_FORMATS)


def rendered(form: str, report: Report, rules: Mapping[str, Sequence[str]], *, fail_on: str) -> str:
    """The report in one of the `MACHINE_FORMATS`; ``rules`` are those that ran, by path."""
    match form:
        case "json":
            from redact.outputs import json

            return json.render(report)
        case "jsonl":
            from redact.outputs import json_lines

            return "".join(json_lines.lines(report))
        case "sarif":
            from redact.outputs import sarif

            return sarif.render(report)
        case "junit":
            from redact.outputs import junit

            return junit.render(report, rules, fail_on=Severity(fail_on))
        case "gitlab":
            from redact.outputs import gitlab

            return gitlab.render(report)
        case _:
            from redact.outputs import github

            return github.render(report)


class FormatAndFile(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """``FORMAT=FILE``: one more output of a run."""

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
