"""Applying a baseline to findings, and making the entries of a new one."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from redact.findings import Finding, Severity, Waiver
from redact.policy.baseline.model import Baseline, Entry
from redact.policy.baseline.passages import passage_digests


class BaselineInForce:
    """The entries of a baseline that have not expired. ``used`` are those that have accepted a
    finding so far.
    """

    def __init__(self, baseline: Baseline, as_of: datetime.date) -> None:
        self._key = baseline.key
        self._entries = {
            (e.present_rule, e.document, e.content): e
            for e in baseline.entries
            if as_of <= e.expires
        }
        self._named = {document for _, document, _ in self._entries}
        self.used: set[Entry] = set()

    def names(self, path: str) -> bool:
        """Whether the document at ``path`` has an entry."""
        return path in self._named

    def applied(self, path: str, findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
        """The findings of a document, accepted where an entry matches and no waiver does."""
        applied = []
        for finding, content in zip(
            findings, passage_digests(findings, text, self._key), strict=True
        ):
            entry = self._entries.get((finding.rule, path, content))
            if entry is None or finding.is_waived:
                applied.append(finding)
            else:
                self.used.add(entry)
                applied.append(dataclasses.replace(finding, waiver=_waiver(entry)))
        return tuple(applied)


def _waiver(entry: Entry) -> Waiver:
    return Waiver(
        rule=entry.rule,
        document=entry.document,
        reason=entry.reason,
        approver=entry.owner,
        expires=entry.expires,
        in_baseline=True,
    )


def new_entries(
    path: str,
    findings: Iterable[Finding],
    text: str,
    key: str,
    *,
    at_least: Severity,
    reason: str,
    owner: str,
    expires: datetime.date,
) -> Iterator[Entry]:
    """An entry for each finding of a document that is at least ``at_least`` and not waived."""
    found = tuple(findings)
    for finding, content in zip(found, passage_digests(found, text, key), strict=True):
        if finding.severity >= at_least and not finding.is_waived:
            yield Entry(
                rule=finding.rule,
                document=path,
                content=content,
                reason=reason,
                owner=owner,
                expires=expires,
            )
