"""Baselines: the findings present when checking began, each with owner, reason and expiry.

An entry identifies its finding by rule, document and a keyed digest of the passage it is in, not by
line: inserting text elsewhere changes nothing, and changing the passage brings the finding back.
The digest is keyed because a plain one could be brute-forced: whoever holds the public copy could
try name after name in the gap. See `Baseline.key`.
"""

from redact.policy.baseline.apply import BaselineInForce, new_entries
from redact.policy.baseline.model import Baseline, Entry
from redact.policy.baseline.stale import stale_entries

__all__ = ["Baseline", "BaselineInForce", "Entry", "new_entries", "stale_entries"]
