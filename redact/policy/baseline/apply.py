"""Laying a baseline over a report, and making the entries of a new one."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from redact.findings import Finding, Report, Severity, Waiver
from redact.policy.baseline.model import Baseline, Entry
from redact.policy.baseline.passages import contents_of

Texts = Callable[[str], str | None]
"""The text of a checked document by its path; ``None`` when it has changed since."""


def with_baseline(
    report: Report, baseline: Baseline, texts: Texts
) -> tuple[Report, frozenset[Entry]]:
    """The report with leave for what nothing else waives, and the entries that gave it."""
    entries = {
        (e.present_rule, e.document, e.content): e
        for e in baseline.entries
        if report.as_of <= e.expires
    }
    named = {document for _, document, _ in entries}
    used: set[Entry] = set()
    findings: list[Finding] = []
    for path, own in _by_document(report.findings).items():
        text = texts(path) if path in named else None
        if text is None:
            findings += own
            continue
        for finding, content in zip(own, contents_of(own, text, baseline.key), strict=True):
            entry = entries.get((finding.rule, path, content))
            if entry is None or finding.is_waived:
                findings.append(finding)
            else:
                used.add(entry)
                findings.append(dataclasses.replace(finding, waiver=_waiver(entry)))
    return dataclasses.replace(report, findings=tuple(findings)), frozenset(used)


def _by_document(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.path, []).append(finding)
    return grouped


def _waiver(entry: Entry) -> Waiver:
    return Waiver(
        rule=entry.rule,
        document=entry.document,
        reason=entry.reason,
        approver=entry.owner,
        expires=entry.expires,
    )


def new_entries(
    report: Report,
    texts: Texts,
    key: str,
    *,
    at_least: Severity,
    reason: str,
    owner: str,
    expires: datetime.date,
) -> tuple[Entry, ...]:
    """An entry for each finding of that severity or above that nothing waives yet."""
    entries = []
    for path, own in _by_document(report.findings).items():
        text = texts(path)
        if text is None:
            continue
        for finding, content in zip(own, contents_of(own, text, key), strict=True):
            if finding.severity >= at_least and not finding.is_waived:
                entries.append(
                    Entry(
                        rule=finding.rule,
                        document=path,
                        content=content,
                        reason=reason,
                        owner=owner,
                        expires=expires,
                    )
                )
    return tuple(entries)
