"""Which policy applies: the rule profile of a kind of document, and what to withhold."""

from __future__ import annotations

from redact.policy.load import load_policy
from redact.policy.model import Policy

WITHHOLDING = "foia-release"
"""The withholding policy where none is named."""

_PROFILES = {
    "telegram": "state-telegram",
    "military-message": "state-telegram",
    "memorandum": "us-national-security",
    "public-copy": "public-release",
}
_UNKNOWN_KIND = "state-telegram"
"""For text of no known kind: the profile with the most rules, so that nothing passes unseen."""


def profile_for(kind: str) -> str:
    """Name of the rule profile for a kind of document."""
    return _PROFILES.get(kind, _UNKNOWN_KIND)


def combine(kind: str, named: Policy | None = None) -> tuple[Policy, Policy]:
    """The policies in force for a document: the rule profile and the withholding policy.

    Without a named policy they are those of the kind and `WITHHOLDING`. A named policy with rules
    replaces the first, one that withholds replaces the second, one with both replaces both.
    """
    profile = named if named and named.rules else load_policy(profile_for(kind))
    withholding = named if named and named.withhold else load_policy(WITHHOLDING)
    return profile, withholding
