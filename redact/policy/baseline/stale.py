"""Baseline entries that no longer match a finding, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from redact.findings import Report
from redact.policy.baseline.model import Baseline, Entry
from redact.rules import RULES


def stale_entries(
    baseline: Baseline,
    used: Collection[Entry],
    report: Report,
    ran: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """A warning about each entry that matches no finding.

    ``used`` and ``report`` come from `BaselineInForce`; ``ran`` gives the rules that ran on each
    document, by path. Entries whose rule did not run on their document are left out.
    """
    named = {entry.document for entry in baseline.entries}
    still_there = {(f.rule, f.path) for f in report.findings if not f.is_waived and f.path in named}
    warnings = []
    for entry in baseline.entries:
        name = f"the entry for {entry.rule} in {entry.document}"
        rule = entry.present_rule
        if rule not in RULES:
            warnings.append(f"{name} names no rule")
        elif entry.expires < report.as_of:
            warnings.append(f"{name} expired on {entry.expires} (owner: {entry.owner})")
        elif rule not in ran.get(entry.document, ()) or entry in used:
            continue
        elif (rule, entry.document) in still_there:
            warnings.append(f"{name} no longer holds: the passage has changed")
        else:
            warnings.append(f"{name} matches nothing: the finding is gone")
    return tuple(warnings)
