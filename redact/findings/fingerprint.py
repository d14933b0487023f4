"""Names by which findings are known again in the next run.

A fingerprint is made only of what the finding says in clear anyway: rule, path, the tokens expected
and found, and which of its equals it is in the document. Offsets and lines are no part of it, so it
outlives text that is inserted above. Neither is any text, nor the hash of the document: who holds
the public copy knows all of the original but what was withheld, could try name after name in its
place, and would know by the hash when one is right.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable

from redact.findings.model import Finding


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one document, in order of place, each with its fingerprint."""
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
