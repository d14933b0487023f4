"""Which policies apply to a document: the rule profile for its kind, and what to withhold."""

from __future__ import annotations

from redact.policy.load import load_policy
from redact.policy.model import Policy

WITHHOLDING = "foia-release"
"""The withholding policy used when none is named."""

_UNKNOWN_KIND = "state-telegram"
"""For any other kind: the profile with the most rules, so that nothing is missed."""
_UNMARKED = "unmarked"
"""For text that shows no sign of being marked: checked as a telegram, a recipe would be full of
errors. It still gets no public copy without a banner line."""

_PROFILES_OF_KINDS = {
    "telegram": "state-telegram",
    "military": "state-telegram",
    "memorandum": "us-national-security",
    "cui": "cui",
    "text": _UNMARKED,
}


_PROFILES_OF_ISSUERS = {"defense": "dod", "state": "state-memorandum"}
"""For papers on the letterhead of a department with a marking manual of its own."""


def profile_for(kind: str, stage: str = "record", issuer: str | None = None) -> str:
    """Name of the rule profile for a kind of document in a stage.

    ``issuer`` is the department on whose letterhead a paper is written (`Document.issuer`).

    A public copy, or text without markings, gets the profile of public copies only in the stage
    ``release``. Before that, a record that merely looks like one because it contains a label such
    as ``[B6]`` is checked as strictly as any other: otherwise such a label would bypass the checks.
    """
    if kind in ("public-copy", "text") and stage == "release":
        return "public-release"
    if kind in ("memorandum", "cui") and issuer in _PROFILES_OF_ISSUERS:
        return _PROFILES_OF_ISSUERS[issuer]
    return _PROFILES_OF_KINDS.get(kind, _UNKNOWN_KIND)


def rule_profile(
    kind: str, named: Policy | None = None, stage: str = "record", issuer: str | None = None
) -> Policy:
    """The rule profile for a document: the named policy if it has rules, else that of its kind."""
    return named if named and named.rules else load_policy(profile_for(kind, stage, issuer))


def combine(
    kind: str, named: Policy | None = None, stage: str = "record", issuer: str | None = None
) -> tuple[Policy, Policy]:
    """The policies for a document: the rule profile and the withholding policy.

    Without a named policy they are the profile of the kind and `WITHHOLDING`. A named policy with
    rules replaces the first, one that withholds replaces the second, one with both replaces both.
    """
    return rule_profile(kind, named, stage, issuer), withholding_policy(named)


def withholding_policy(named: Policy | None = None) -> Policy:
    """The policy that says what to withhold: the named one if it withholds, else `WITHHOLDING`."""
    return named if named and named.withhold else load_policy(WITHHOLDING)
