"""Counts over all documents of a report, each in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redact.outputs.audit.exemption import parse_claim
from redact.outputs.audit.layout import Layout
from redact.outputs.audit.model import SEVERITIES, AuditReport
from redact.patterns import pattern
from redact.redaction.amount import NAME
from redact.values import dataclass

UNCLASSIFIED = "UNCLASSIFIED"
UNITS = (NAME, "word", "line")
_AMOUNT = pattern(r"~?(\d{1,9}) (word|line)s?$")


@dataclass(frozen=True, slots=True)
class RuleTotal:
    """How often a rule was broken, at one severity; ``waived`` of these are waived."""

    rule: str
    severity: str
    count: int
    waived: int
    documents: int
    authority: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExemptionTotal:
    """What was withheld under an exemption; words and lines are sums of rounded amounts."""

    code: str
    deletions: int
    names: int
    words: int
    lines: int


def levels(report: AuditReport, layout: Layout) -> list[tuple[str, tuple[int, int]]]:
    """For each level, the number of banner lines that state it and that should; highest first."""
    found = Counter(_level(document.banner_found) for document in report.documents)
    required = Counter(_level(document.banner_required) for document in report.documents)
    seen = set(found) | set(required)
    known = [*layout.harm, UNCLASSIFIED]
    order = [level for level in known if level in seen]
    order += sorted(level for level in seen if level not in known and level is not None)
    rows = [(level, (found[level], required[level])) for level in order]
    if None in seen:
        rows.append((layout.label("level_unstated"), (found[None], required[None])))
    return rows


def severities(report: AuditReport) -> list[tuple[str, tuple[int, ...]]]:
    """Unwaived findings, by severity, the most severe first."""
    return [(severity, (report.unwaived(severity),)) for severity in SEVERITIES]


def exemptions(report: AuditReport) -> list[ExemptionTotal]:
    """Deletions by the code of each exemption claimed, such as ``(b)(1)``, in order of code."""
    deletions: Counter[str] = Counter()
    amounts: Counter[tuple[str, str]] = Counter()
    for document in report.documents:
        for item in document.deletions:
            unit, number = _amount(item.amount or "")
            for code in dict.fromkeys(parse_claim(r).code or r for r in item.reasons):
                deletions[code] += 1
                amounts[code, unit] += number
    return [
        ExemptionTotal(code, deletions[code], *(amounts[code, unit] for unit in UNITS))
        for code in sorted(deletions)
    ]


def _amount(amount: str) -> tuple[str, int]:
    """The unit and number of an amount: a name, or words or lines as rounded on the label."""
    if amount == NAME:
        return NAME, 1
    if match := _AMOUNT.match(amount):
        return match[2], int(match[1])
    return "", 0


def rules(report: AuditReport) -> list[RuleTotal]:
    """Every rule broken, the most severe first, then the most frequent, then by name."""
    counts: Counter[tuple[str, str]] = Counter()
    waived: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], set[int]] = {}
    authority: dict[tuple[str, str], dict[str, None]] = {}
    for document in report.documents:
        for finding in document.findings:
            key = (finding.rule, finding.severity)
            counts[key] += 1
            waived[key] += finding.waiver is not None
            documents.setdefault(key, set()).add(document.number)
            authority.setdefault(key, {}).update(dict.fromkeys(finding.authority))
    return [
        RuleTotal(*key, counts[key], waived[key], len(documents[key]), tuple(authority[key]))
        for key in _most_severe_first(counts)
    ]


def _most_severe_first(counts: Counter[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    def weight(key: tuple[str, str]) -> tuple[int, int, str]:
        rule, severity = key
        known = severity in SEVERITIES
        rank = SEVERITIES.index(severity) if known else len(SEVERITIES)
        return rank, -counts[key], rule

    return sorted(counts, key=weight)


def _level(banner: str | None) -> str | None:
    """The level at the start of a canonical banner line."""
    return banner.split("//", 1)[0].strip() or None if banner else None
