"""What plan, apply and release share: their options, and how their run ends."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.batch.inputs import Inputs
from redact.cli import options
from redact.cli.configuration import config
from redact.cli.console import print_unexamined, say, watched
from redact.cli.waivers import find_waivers
from redact.errors import UsageError
from redact.findings import Finding, Severity, Unexamined

if TYPE_CHECKING:
    from redact.batch.publish import Outcome, PublishSettings
    from redact.redaction.model import Declassification

output_folder = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    required=True,
    help="Folder to write: public/ for the copies, internal/ for records and reports.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What plan, apply and release are asked alike, as their options say."""

    policy: str | None
    today: datetime.date | None
    waivers: Path | None
    declassified_by: str | None
    declassified_on: datetime.date | None
    kind: str | None
    register: str | None
    exclude: tuple[str, ...]
    stdin_name: str
    jobs: int
    force: bool
    quiet: bool
    verbose: bool

    def inputs(self, paths: tuple[str, ...]) -> Inputs:
        """The documents that the paths name."""
        return options.documents_of(paths, self.exclude, self.stdin_name)

    def settings(self, output: Path | None = None, plan: Path | None = None) -> PublishSettings:
        """The settings of the run. Raises `UsageError` or `PolicyError`."""
        from redact.batch.publish import PublishSettings, load_plan

        as_of = options.day_of(self.today)
        return PublishSettings(
            as_of=as_of,
            output=output or Path(),
            policy=self.policy,
            kind=self.kind,
            register=self.register,
            waivers=find_waivers(self.waivers, self.policy, as_of),
            evidence=self._evidence(),
            force=self.force,
            plan_file=str(plan) if plan else None,
            entries=load_plan(plan) if plan else {},
        )

    def _evidence(self) -> Declassification | None:
        """The word of the reviewer that the documents were declassified; half of it is an error."""
        from redact.redaction.model import Declassification

        by, on = self.declassified_by, self.declassified_on
        if (by is None) != (on is None):
            raise UsageError(
                "--declassified-by and --declassified-on belong together",
                hint="say both who declassified the documents and when",
            )
        return Declassification(by, on.isoformat()) if by and on else None


requested = options.gathered(
    Request,
    config,
    options.policy,
    options.today,
    options.waivers,
    click.option(
        "--declassified-by",
        metavar="TEXT",
        help="Who declassified the documents; goes into the header of the copies.",
    ),
    click.option(
        "--declassified-on",
        type=options.Day(),
        metavar="DATE",
        help="When they were declassified.",
    ),
    options.reading,
    options.jobs,
    options.force,
    options.quiet,
    options.verbose,
)
"""Gives a command the options of a `Request`, as its argument ``request``."""


def publish_all(
    settings: PublishSettings,
    inputs: Inputs,
    paths: Iterable[str],
    *,
    jobs: int,
    quiet: bool,
    also: Sequence[str] = (),
) -> tuple[list[Outcome], tuple[Unexamined, ...]]:
    """The outcome of every document that could be examined, and those that could not.

    ``also`` names the other files of ``internal/`` that the command will write. Raises `UsageError`
    before anything is written when an output is in the way.
    """
    from redact.batch.pool import run
    from redact.batch.publish import publish_input
    from redact.batch.release import refuse_existing, refuse_output

    refuse_output(settings.output, inputs.documents, (p for p in paths if p != "-"))
    refuse_existing(settings, inputs.documents, *also)
    outcomes = run(partial(publish_input, settings), inputs.documents, jobs)
    done = list(watched(outcomes, len(inputs.documents), "publishing", quiet=quiet))
    errors = tuple(outcome for outcome in done if isinstance(outcome, Unexamined))
    return [outcome for outcome in done if not isinstance(outcome, Unexamined)], errors


def tell(outcomes: Sequence[Outcome], errors: tuple[Unexamined, ...], *, quiet: bool) -> None:
    """One line a document on stderr: what became of it, and the way past a gate or a leak."""
    for outcome in outcomes:
        path = outcome.document.path
        if outcome.leak:
            say(f"leak: {path}: {outcome.leak}; the copy was not kept")
        elif outcome.is_gated:
            say(f"not released: {path}")
            for barrier in outcome.record["gate"]:
                place = f"line {barrier['line']}: " if barrier.get("line") else ""
                say(f"  {place}{barrier['rule']}: {barrier['why']}")
                say(f"    help: {barrier['remedy']}")
        elif not quiet:
            say(f"{_outcome_text(outcome)}: {path}")
    print_unexamined(errors)


def _outcome_text(outcome: Outcome) -> str:
    redactions = outcome.record["redactions"]
    names = sum(r["amount"] == "name" for r in redactions)
    passages = sum(any(reason.startswith("(b)(1)") for reason in r["reasons"]) for r in redactions)
    counts = (
        (names, "name"),
        (len(redactions) - names - passages, "identifier"),
        (passages, "passage"),
    )
    parts = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
    told = [f"released, withheld: {', '.join(parts)}" if parts else "released in full"]
    if outcome.record["asked"]:
        told.append(f"left to the reviewer: {len(outcome.record['asked'])}")
    told += sorted({f"error {f.rule}" for f in outcome.public_findings if _is_error(f)})
    return "; ".join(told)


def end(
    outcomes: Sequence[Outcome], errors: tuple[Unexamined, ...], found: int, *, quiet: bool
) -> None:
    """Say the counts and exit: 4 for a leak, 3 for an unexamined document, else ``found``."""
    leaks = sum(outcome.leak is not None for outcome in outcomes)
    gated = sum(outcome.is_gated for outcome in outcomes)
    released = len(outcomes) - leaks - gated
    doubtful = sum(any(_is_error(f) for f in outcome.public_findings) for outcome in outcomes)
    if not quiet:
        parts = [f"{released} released and proved", f"{gated} not released"]
        # What was withheld is proved absent; that nothing else should have been is another matter.
        parts += [f"{doubtful} released with errors, see findings-public.json"] if doubtful else []
        parts += [f"{leaks} leaked and removed"] if leaks else []
        parts += [f"{len(errors)} could not be examined"] if errors else []
        say("; ".join(parts))
    sys.exit(4 if leaks else 3 if errors else max(found, int(gated > 0)))


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and not finding.is_waived
