"""The closing messages of apply and release, and their exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from redact.cli.console import print_unexamined, say
from redact.findings import Finding, Severity

if TYPE_CHECKING:
    from redact.batch.publish import Outcome
    from redact.batch.publish_set import PublishedSet

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
    gated = [outcome for outcome in outcomes if outcome.is_gated]
    in_full = verbose or len(gated) <= FEW
    _print_first(gated, _print_barriers if in_full else _print_rules, "not released", verbose)
    if not quiet:
        released = [outcome for outcome in outcomes if outcome.is_public]
        doubtful = [outcome for outcome in released if _errors(outcome) or outcome.asked]
        if verbose or len(outcomes) <= FEW:
            doubtful = released
        what = "released with errors or something left to the reviewer"
        _print_first(doubtful, _print_released, what, verbose)
    print_unexamined(done.errors)


def _print_first(
    outcomes: Sequence[Outcome], print_one: Callable[[Outcome], None], what: str, verbose: bool
) -> None:
    shown = outcomes if verbose else outcomes[:FEW]
    for outcome in shown:
        print_one(outcome)
    if len(shown) < len(outcomes):
        say(f"{what}: {len(outcomes) - len(shown)} more (-v shows all)")


def _print_rules(outcome: Outcome) -> None:
    rules = ", ".join(sorted({barrier.rule for barrier in outcome.gate}))
    say(f"not released: {outcome.document.path}: {rules}")


def _print_barriers(outcome: Outcome) -> None:
    say(f"not released: {outcome.document.path}")
    for barrier in outcome.gate:
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
