"""What check and baseline share: their options and the check itself."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from redact.batch.check import CheckSettings
from redact.batch.check_set import check_all
from redact.batch.inputs import Inputs
from redact.batch.pool import Pace
from redact.cli import options
from redact.cli.check_run import CheckRun
from redact.cli.configuration import config
from redact.cli.progress import watched
from redact.cli.waivers import read_waivers, waivers_file
from redact.findings import Notice
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options shared by check and baseline."""

    policy: str | None
    stage: str
    today: datetime.date | None
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    waivers: Path | None
    kind: str | None
    register: str | None
    exclude: tuple[str, ...]
    stdin_name: str
    jobs: int
    timeout: float
    store: Path | None
    quiet: bool

    def inputs(self, paths: tuple[str, ...]) -> Inputs:
        """The documents that the paths name."""
        return options.documents_of(paths, self.exclude, self.stdin_name)


requested = options.gathered(
    Request,
    config,
    options.policy,
    options.stage,
    options.today,
    options.fail_on,
    options.select,
    options.ignore,
    options.waivers,
    options.reading,
    options.working,
    options.quiet,
    options.colour,
)
"""Adds the options of a `Request` to a command, passed as its argument ``request``."""


def run_check(request: Request, inputs: Inputs) -> CheckRun:
    """Check the documents. The report notes waivers and rules without effect.

    Raises `UsageError` or `PolicyError` before any document is read.
    """
    as_of = options.day_of(request.today)
    waivers_path = waivers_file(request.waivers, request.policy)
    waivers, notices = read_waivers(waivers_path, as_of)
    settings = CheckSettings(
        as_of=as_of,
        stage=request.stage,
        policy=request.policy,
        kind=request.kind,
        register=request.register,
        waivers=waivers,
        rules=_selected(request),
    )
    with _opened(request.store) as store:
        outcomes = check_all(
            settings,
            inputs.documents,
            Pace(request.jobs, request.timeout),
            lambda items: watched(items, len(inputs.documents), "checking", quiet=request.quiet),
            store,
        )
    check_run = CheckRun(settings, inputs, outcomes, (*outcomes.notices, *notices))
    if waivers:
        from redact.policy.waivers import unused

        warnings = unused(waivers, check_run.report, check_run.rules_of)
        check_run = check_run.noting(*(Notice(what, str(waivers_path)) for what in warnings))
    return check_run.noting(*_left_out(check_run))


@contextlib.contextmanager
def _opened(place: Path | None) -> Iterator[Store | None]:
    if place is None:
        yield None
        return
    from redact.batch.store import opened

    with opened(place) as store:
        yield store


def _selected(request: Request) -> tuple[str, ...] | None:
    if not request.select and not request.ignore:
        return None
    from redact.policy.rule_selection import select_rules

    return select_rules(request.select, request.ignore)


def _left_out(check_run: CheckRun) -> tuple[Notice, ...]:
    """Notices about a rule selection, so that a partial check is not mistaken for a full one."""
    selected = check_run.settings.rules
    if selected is None:
        return ()
    from redact.rules import RULES

    kinds = {document.kind for document in check_run.report.documents}
    number = len({rule for kind in kinds for rule in check_run.rules_of(kind)})
    return (
        Notice(f"{number} rules ran; --select and --ignore chose {len(selected)} of {len(RULES)}"),
    )
