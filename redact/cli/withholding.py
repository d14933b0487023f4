"""What plan, apply and release share: their options and the run itself."""

from __future__ import annotations

import contextlib
import datetime
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.batch.inputs import Inputs
from redact.cli import options
from redact.cli.configuration import config
from redact.cli.console import say
from redact.cli.earlier import print_left_over
from redact.cli.progress import watched
from redact.cli.types import Day, Place
from redact.cli.waivers import find_waivers
from redact.errors import UsageError
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.pool import Pace
    from redact.batch.publish_set import PublishedSet
    from redact.batch.settings import PublishSettings
    from redact.batch.store import Store
    from redact.persons.known import KnownName
    from redact.redaction.model import Declassification

output_folder = click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    required=True,
    help="Folder to write: public/ for the copies, internal/ for records and reports.",
)

reviewers_plan = click.option(
    "--plan",
    type=Place(dir_okay=False),
    metavar="FILE",
    help="Withhold exactly what this plan says (from redact plan, edited by a reviewer).",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options shared by plan, apply and release."""

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
        """The documents given by the paths. Raises `UsageError`."""
        from redact.batch.inputs import refuse_collisions

        inputs = options.documents_of(paths, self.exclude, self.stdin_name)
        refuse_collisions(inputs.documents)
        return inputs

    @property
    def pace(self) -> Pace:
        """How many processes, and how long a document may take."""
        from redact.batch.pool import Pace

        return Pace(self.jobs, self.timeout)

    @contextlib.contextmanager
    def results(self) -> Iterator[Store]:
        """The store given by the option, or a temporary one."""
        from redact.batch.store import opened

        with tempfile.TemporaryDirectory() as passing, opened(self.store or Path(passing)) as store:
            yield store

    def people(self) -> frozenset[KnownName]:
        """The persons of the ledger. Raises `UsageError`."""
        from redact.batch.ledger import read_ledger

        return read_ledger(self.ledger) if self.ledger is not None else frozenset()

    def watch(self, items: Iterator[Any], total: int, label: str) -> Iterator[Any]:
        """The results as they arrive, with progress on a terminal."""
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
        """The reviewer's statement that the documents were declassified; all of it or none."""
        from redact.redaction.model import Declassification

        by, on = self.declassified_by, self.declassified_on
        if (by is None) != (on is None):
            raise UsageError(
                "--declassified-by and --declassified-on go together",
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
        type=Day(),
        metavar="DATE",
        help="When they were declassified.",
    ),
    click.option(
        "--ledger",
        type=Place(dir_okay=False),
        metavar="FILE",
        help="Persons withheld in earlier sets: withheld here too, and this set's are added.",
    ),
    options.reading,
    options.models,
    options.working,
    options.force,
    options.quiet,
    options.verbose,
    options.colour,
)
"""Adds the options of a `Request` to a command, passed as its argument ``request``."""


@contextlib.contextmanager
def published(
    request: Request,
    settings: PublishSettings,
    inputs: Inputs,
    paths: Iterable[str],
    also: Sequence[str] = (),
) -> Iterator[tuple[PublishedSet, Store]]:
    """The outcome of the set, and the store with its results, while the output folder is locked.

    ``also`` names the other files in ``internal/`` that the command will write. Raises
    `UsageError` before anything is written when an output already exists.
    """
    from redact.batch.examine_set import examine_set
    from redact.batch.ledger import refuse_ledger, write_ledger
    from redact.batch.output_checks import refuse_existing, refuse_output, refuse_store
    from redact.batch.output_folder import exclusive_run, unfinished
    from redact.batch.publish_set import publish_set
    from redact.batch.release import remove_unexamined
    from redact.batch.store import opened

    output = settings.output
    refuse_output(output, inputs.documents, (p for p in paths if p != "-"))
    refuse_existing(settings, inputs.documents, *also)
    refuse_ledger(request.ledger, output)
    refuse_store(request.store, output)
    place = request.store or unfinished(output) / "store"
    with exclusive_run(output), opened(place) as store:
        people = request.people()
        seen = examine_set(settings, inputs.documents, store, request.pace, request.watch, people)
        if seen.note:
            say(f"note: {seen.note}")
        done = publish_set(settings, seen, store, request.pace, request.watch)
        remove_unexamined(output, inputs.documents, done)
        yield done, store
        print_left_over(output, inputs.documents)
        if request.ledger is not None:
            write_ledger(request.ledger, seen.people)
