"""Digests of the passages that contain findings."""

from __future__ import annotations

import hashlib
import hmac
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from redact.findings import Finding
from redact.patterns import pattern

_BLANK_LINE = pattern(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)")


def passage_digests(findings: Iterable[Finding], text: str, key: str) -> list[str]:
    """The digest of each finding's passage; the findings are of one document, in order.

    A passage is the text between two blank lines, regardless of line wrapping.
    The second of two equal findings in equal passages has a different digest from the first.
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
