"""What plan, apply and release share: their options, and how their run ends."""

from __future__ import annotations

import contextlib
import datetime
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.batch.inputs import Inputs
from redact.cli import options
from redact.cli.configuration import config
from redact.cli.console import print_unexamined, say
from redact.cli.earlier import tell_earlier
from redact.cli.progress import watched
from redact.cli.waivers import find_waivers
from redact.errors import UsageError
from redact.findings import Finding, Severity
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.pool import Pace
    from redact.batch.publish import Outcome
    from redact.batch.publish_set import PublishedSet
    from redact.batch.settings import PublishSettings
    from redact.batch.store import Store
    from redact.persons.known import KnownName
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
    model: str | None
    second: tuple[str, ...]
    jobs: int
    timeout: float
    store: Path | None
    ledger: Path | None
    force: bool
    quiet: bool
    verbose: bool

    def inputs(self, paths: tuple[str, ...]) -> Inputs:
        """The documents that the paths name."""
        return options.documents_of(paths, self.exclude, self.stdin_name)

    @property
    def pace(self) -> Pace:
        """How many processes, and how long a document may take."""
        from redact.batch.pool import Pace

        return Pace(self.jobs, self.timeout)

    @contextlib.contextmanager
    def results(self) -> Iterator[Store]:
        """The store of the option, or one that is gone afterwards."""
        from redact.batch.store import opened

        with tempfile.TemporaryDirectory() as passing, opened(self.store or Path(passing)) as store:
            yield store

    def people(self) -> frozenset[KnownName]:
        """The persons of the ledger. Raises `UsageError`."""
        from redact.batch.ledger import read_ledger

        return read_ledger(self.ledger) if self.ledger is not None else frozenset()

    def watch(self, items: Iterator[Any], total: int, label: str) -> Iterator[Any]:
        """The results as they come, with progress on a terminal."""
        return watched(items, total, label, quiet=self.quiet)

    def settings(self, output: Path | None = None, plan: Path | None = None) -> PublishSettings:
        """The settings of the run. Raises `UsageError` or `PolicyError`."""
        from redact.batch.reviewed import load_plan
        from redact.batch.settings import PublishSettings
        from redact.persons.models import Models

        as_of = options.day_of(self.today)
        return PublishSettings(
            as_of=as_of,
            output=output or Path(),
            policy=self.policy,
            kind=self.kind,
            register=self.register,
            models=Models(self.model, self.second),
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
    click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Persons withheld in earlier sets, withheld here too; this set's are added to it.",
    ),
    options.reading,
    options.models,
    options.working,
    options.force,
    options.quiet,
    options.verbose,
)
"""Gives a command the options of a `Request`, as its argument ``request``."""


@contextlib.contextmanager
def published(
    request: Request,
    settings: PublishSettings,
    inputs: Inputs,
    paths: Iterable[str],
    also: Sequence[str] = (),
) -> Iterator[tuple[PublishedSet, Store]]:
    """What came of the set, and the store with its results, while the output folder is locked.

    ``also`` names the other files of ``internal/`` that the command will write. Raises `UsageError`
    before anything is written when an output is in the way.
    """
    from redact.batch.ledger import refuse_ledger, write_ledger
    from redact.batch.publish_set import publish_set
    from redact.batch.release import refuse_existing, refuse_output, take_back
    from redact.batch.see_set import see_set
    from redact.batch.settings import unfinished
    from redact.batch.store import opened
    from redact.batch.workplace import clean_run

    output = settings.output
    refuse_output(output, inputs.documents, (p for p in paths if p != "-"))
    refuse_existing(settings, inputs.documents, *also)
    refuse_ledger(request.ledger, output)
    place = request.store or unfinished(output) / "store"
    with clean_run(output), opened(place) as store:
        people = request.people()
        seen = see_set(settings, inputs.documents, store, request.pace, request.watch, people)
        if seen.note:
            say(f"note: {seen.note}")
        done = publish_set(settings, seen, store, request.pace, request.watch)
        take_back(output, inputs.documents, done)
        yield done, store
        tell_earlier(output, inputs.documents)
        if request.ledger is not None:
            write_ledger(request.ledger, seen.people)


def tell(done: PublishedSet, *, quiet: bool) -> None:
    """One line a document on stderr: what became of it, and the way past a gate or a leak."""
    for outcome in done.outcomes:
        path = outcome.document.path
        if outcome.leak:
            say(f"leak: {path}: {outcome.leak}; the copy was not kept")
        elif outcome.is_gated:
            say(f"not released: {path}")
            for barrier in outcome.gate:
                place = f"line {barrier.line}: " if barrier.line else ""
                say(f"  {place}{barrier.rule}: {barrier.why}")
                say(f"    help: {barrier.remedy}")
        elif not quiet:
            say(f"{_outcome_text(outcome)}: {path}")
    print_unexamined(done.errors)


def _outcome_text(outcome: Outcome) -> str:
    counts = (
        (outcome.names, "name"),
        (outcome.identifiers, "identifier"),
        (outcome.passages, "passage"),
    )
    parts = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
    told = [f"released, withheld: {', '.join(parts)}" if parts else "released in full"]
    if outcome.asked:
        told.append(f"left to the reviewer: {outcome.asked}")
    told += sorted({f"error {f.rule}" for f in outcome.public_findings if _is_error(f)})
    return "; ".join(told)


def end(done: PublishedSet, found: int, *, quiet: bool) -> None:
    """Say the counts and exit: 4 for a leak, 3 for an unexamined document, else ``found``."""
    outcomes, errors = done.outcomes, done.errors
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
