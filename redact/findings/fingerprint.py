"""Identifiers by which a finding is recognized in the next run.

A fingerprint is computed only from what the finding states openly anyway: rule, path, the tokens
expected and found, and its ordinal among equal findings of the document. It leaves out offsets and
lines, so it survives text inserted above. It also leaves out any text and the hash of the document:
whoever holds the public copy knows all of the original except what was withheld, and could try name
after name in the gap until the hash confirms one.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable

from redact.findings.model import Finding


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one document, in order of position, each with its fingerprint."""
    equals: Counter[str] = Counter()
    named = []
    for finding in findings:
        facts = _facts(finding)
        equals[facts] += 1
        digest = hashlib.sha256(f"{facts}\n{equals[facts]}".encode("utf-8", "backslashreplace"))
        named.append(dataclasses.replace(finding, fingerprint=digest.hexdigest()[:32]))
    return tuple(named)


def _facts(finding: Finding) -> str:
    return "\n".join((finding.rule, finding.path, finding.expected or "", finding.found or ""))
