"""Baselines: the findings that were there when checking began, each with owner, reason and expiry.

An entry knows its finding by rule, document and a keyed digest of the passage it stands in, not by
its line: text inserted elsewhere changes nothing, and a change of the passage brings the finding
back. The digest is keyed because a plain one could be guessed: who holds the public copy can try
name after name in the gap. See `Baseline.key`.
"""

from redact.policy.baseline.apply import Leave, new_entries
from redact.policy.baseline.doubts import doubts
from redact.policy.baseline.model import Baseline, Entry

__all__ = ["Baseline", "Entry", "Leave", "doubts", "new_entries"]
