"""``redact plan``: what a policy withholds, as a file a reviewer may edit."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from redact.cli import options, withholding
from redact.cli.console import print_skipped, print_unexamined, say
from redact.cli.outcomes import print_gated
from redact.cli.results import refuse_outputs, write_output


@click.command(short_help="List what a policy withholds, as a file a reviewer may edit.")
@options.paths
@options.output_file("Write the plan to this file instead of stdout.")
@withholding.requested
def plan(paths: tuple[str, ...], output: Path | None, request: withholding.Request) -> None:
    """List what a policy withholds, as a file a reviewer may edit (redact/plan/v1).

    In each item the reviewer sets "decision" to withhold, release or ask, and "decided_by" to a
    name; redact apply --plan does exactly that. The plan holds offsets, not text.

    \b
    Example:
      redact plan cables/ -o plan.json
    """
    from redact.batch.publish_set import plan_set
    from redact.outputs import json
    from redact.redaction.gate import Gated
    from redact.redaction.planfile import plan_file

    inputs = request.inputs(paths)
    refuse_outputs([output], inputs.files, force=request.force)
    settings = request.settings()
    with request.results() as store:
        done, errors = plan_set(
            settings, inputs.documents, store, request.pace, request.watch, request.people()
        )
    gated = [outcome for outcome in done if isinstance(outcome, Gated)]
    entries = [outcome for outcome in done if isinstance(outcome, dict)]
    write_output(json.dump(plan_file(entries)), output, request.force)
    print_gated([(gate.where or "", gate.barriers) for gate in gated], verbose=request.verbose)
    print_unexamined(errors)
    if not request.quiet:
        print_skipped(inputs.skipped, request.verbose)
        _tell(entries)
    sys.exit(3 if errors else int(bool(gated)))


def _tell(entries: list[dict[str, Any]]) -> None:
    """Print how much the plan withholds and what it leaves to its reviewer."""
    items: Iterable[dict[str, Any]] = (item for entry in entries for item in entry["items"])
    decided = Counter(item["decision"] for item in items)
    say(
        f"planned: {len(entries)} document{'' if len(entries) == 1 else 's'}; "
        f"to withhold: {decided['withhold']}; left to the reviewer: {decided['ask']}"
    )
    if decided["ask"]:
        say('  help: what is left at "ask" stays in the copies; set it to withhold or release')
