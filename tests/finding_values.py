"""Findings made by hand, for tests of what is done with them."""

from __future__ import annotations

from redact.findings import Finding, Severity
from redact.sources import Span


def finding(rule: str, severity: Severity = Severity.ERROR, **fields: object) -> Finding:
    """A finding of a rule about three characters of a short document, but for ``fields``."""
    facts: dict[str, object] = {
        "rule": rule,
        "severity": severity,
        "path": "cable.txt",
        "span": Span(7, 10),
        "start": (2, 1),
        "end": (2, 4),
        "message": "portion is SECRET, banner line is CONFIDENTIAL",
        "fix": "raise the banner line to SECRET",
        "expected": None,
        "found": None,
        "authority": (),
        "related": (),
        "waiver": None,
        "fingerprint": "0" * 32,
    }
    return Finding(**{**facts, **fields})  # type: ignore[arg-type]
