"""The closing messages of plan, apply and release, and the exit code of the last two."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from redact.cli.console import print_unexamined, say
from redact.findings import Finding, Severity

if TYPE_CHECKING:
    from redact.batch.publish import GateNote, Outcome
    from redact.batch.publish_set import PublishedSet
    from redact.redaction.gate import Barrier

    _Gated = tuple[str, Sequence[GateNote | Barrier]]
    """The path of a document, and what forbids its public copy."""

Item = TypeVar("Item")

FEW = 10
"""How many documents per outcome are named without ``-v``; records and report contain all."""


def print_outcomes(done: PublishedSet, *, quiet: bool, verbose: bool) -> None:
    """Print the outcomes of the documents on stderr.

    Every leak and every document that could not be examined; what was not released, when it is
    little with the way past the gate; what was released with errors or with something left to the
    reviewer; the others when they are few.
    """
    outcomes = done.outcomes
    for outcome in outcomes:
        if outcome.leak:
            say(f"leak: {outcome.document.path}: {outcome.leak}; the copy was not kept")
    print_gated([(o.document.path, o.gate) for o in outcomes if o.is_gated], verbose=verbose)
    if not quiet:
        released = [outcome for outcome in outcomes if outcome.is_public]
        doubtful = [outcome for outcome in released if _errors(outcome) or outcome.asked]
        if verbose or len(outcomes) <= FEW:
            doubtful = released
        what = "released with errors or something left to the reviewer"
        _print_first(doubtful, _print_released, what, verbose)
    print_unexamined(done.errors)


def print_gated(gated: Sequence[_Gated], *, verbose: bool) -> None:
    """Print on stderr what forbids a public copy of each document, in full when they are few."""
    in_full = verbose or len(gated) <= FEW
    _print_first(gated, _print_barriers if in_full else _print_rules, "not released", verbose)


def _print_first(
    outcomes: Sequence[Item], print_one: Callable[[Item], None], what: str, verbose: bool
) -> None:
    shown = outcomes if verbose else outcomes[:FEW]
    for outcome in shown:
        print_one(outcome)
    if len(shown) < len(outcomes):
        say(f"{what}: {len(outcomes) - len(shown)} more (-v shows all)")


def _print_rules(gated: _Gated) -> None:
    path, barriers = gated
    rules = ", ".join(sorted({barrier.rule for barrier in barriers}))
    say(f"not released: {path}: {rules}")


def _print_barriers(gated: _Gated) -> None:
    path, barriers = gated
    say(f"not released: {path}")
    for barrier in barriers:
        place = f"line {barrier.line}: " if barrier.line else ""
        say(f"  {place}{barrier.rule}: {barrier.why}")
        say(f"    help: {barrier.remedy}")


def _print_released(outcome: Outcome) -> None:
    counts = (
        (outcome.names, "name"),
        (outcome.identifiers, "identifier"),
        (outcome.passages, "passage"),
    )
    parts = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
    facts = [f"released, withheld: {', '.join(parts)}" if parts else "released in full"]
    if outcome.asked:
        facts.append(f"left to the reviewer: {outcome.asked}")
    facts += [f"error {rule}" for rule in _errors(outcome)]
    say(f"{'; '.join(facts)}: {outcome.document.path}")


def exit_with_counts(done: PublishedSet, found: int, *, quiet: bool) -> None:
    """Print the counts and exit: 4 for a leak, 3 for an unexamined document, else ``found``."""
    outcomes, errors = done.outcomes, done.errors
    leaks = sum(outcome.leak is not None for outcome in outcomes)
    gated = sum(outcome.is_gated for outcome in outcomes)
    released = len(outcomes) - leaks - gated
    doubtful = sum(bool(_errors(outcome)) for outcome in outcomes)
    asked = sum(outcome.asked > 0 for outcome in outcomes)
    if not quiet:
        parts = [f"{released} released and proved", f"{gated} not released"]
        parts += [f"{asked} with something left to the reviewer"] if asked else []
        # What was withheld is proved absent; whether more should have been withheld is not.
        parts += [f"{doubtful} released with errors, see findings-public.json"] if doubtful else []
        parts += [f"{leaks} leaked and removed"] if leaks else []
        parts += [f"{len(errors)} could not be examined"] if errors else []
        say("; ".join(parts))
    sys.exit(4 if leaks else 3 if errors else max(found, int(gated > 0)))


def _errors(outcome: Outcome) -> list[str]:
    """The rules with errors in the public copy."""
    return sorted({finding.rule for finding in outcome.public_findings if _is_error(finding)})


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and not finding.is_waived
