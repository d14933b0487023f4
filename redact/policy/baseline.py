"""Baselines: the findings that were there when checking began, each with owner, reason and expiry.

An entry knows its finding by rule, document and a keyed digest of the passage it stands in, not by
its line: text inserted elsewhere changes nothing, and a change of the passage brings the finding
back. The digest is keyed because a plain one could be guessed: who holds the public copy can try
name after name in the gap. See `Baseline.key`.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import hmac
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from redact.findings import Finding, Report, Waiver
from redact.patterns import pattern
from redact.rules import RULES

_BLANK_LINE = pattern(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Leave for one finding. ``document`` is its path, ``content`` the digest of its passage."""

    rule: str
    document: str
    content: str
    reason: str
    owner: str
    expires: datetime.date


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries in the order of the file, and the key of their digests.

    Who has the key and all of a document but a name can find out the name, so a file that holds the
    key is kept like the documents themselves.
    """

    key: str
    entries: tuple[Entry, ...]


Texts = Callable[[str], str | None]
"""The text of a checked document by its path; ``None`` when it has changed since."""


def contents_of(findings: Iterable[Finding], text: str, key: str) -> list[str]:
    """The digest of each finding's passage, all of one document, in order of place.

    The second of two equal findings in equal passages has another digest than the first.
    """
    blanks = [match.span() for match in _BLANK_LINE.finditer(text)]
    starts = [start for start, _ in blanks]
    digests: dict[tuple[int, int], str] = {}
    equals: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in findings:
        before = bisect_right(starts, finding.span.start)
        start = blanks[before - 1][1] if before else 0
        end = starts[before] if before < len(starts) else len(text)
        if (start, end) not in digests:
            digests[start, end] = _digest(key, " ".join(text[start:end].split()))
        facts = "\n".join((digests[start, end], finding.expected or "", finding.found or ""))
        equals[finding.rule, facts] += 1
        found.append(_digest(key, f"{facts}\n{equals[finding.rule, facts]}"))
    return found


def _digest(key: str, text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return hmac.new(key.encode(), data, hashlib.sha256).hexdigest()[:32]


def with_baseline(
    report: Report, baseline: Baseline, texts: Texts
) -> tuple[Report, frozenset[Entry]]:
    """The report with leave for what nothing else waives, and the entries that gave it."""
    entries = {
        (_present(e.rule), e.document, e.content): e
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


def _present(rule: str) -> str:
    """The id a rule has today."""
    return next((r.id for r in RULES.values() if rule in r.former), rule)


def doubts(
    baseline: Baseline,
    used: Collection[Entry],
    report: Report,
    ran: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """A sentence for a warning about each entry that lets nothing stand.

    ``used`` and ``report`` are what `with_baseline` gave; ``ran`` names the rules that ran on each
    document by path. Nothing is said of entries whose document was not checked by their rule.
    """
    still_there = {(f.rule, f.path) for f in report.findings if not f.is_waived}
    told = []
    for entry in baseline.entries:
        name = f"the entry for {entry.rule} in {entry.document}"
        rule = _present(entry.rule)
        if rule not in RULES:
            told.append(f"{name} names no rule")
        elif entry.expires < report.as_of:
            told.append(f"{name} expired on {entry.expires} (owner: {entry.owner})")
        elif rule not in ran.get(entry.document, ()) or entry in used:
            continue
        elif (rule, entry.document) in still_there:
            told.append(f"{name} no longer holds: the passage has changed")
        else:
            told.append(f"{name} lets nothing stand: the finding is gone")
    return tuple(told)
