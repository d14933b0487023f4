"""Which policy applies: the rule profile of a kind of document, and what to withhold."""

from __future__ import annotations

from redact.policy.load import load_policy
from redact.policy.model import Policy

WITHHOLDING = "foia-release"
"""The withholding policy where none is named."""

_UNKNOWN_KIND = "state-telegram"
"""For any other kind: the profile with the most rules, so that nothing passes unseen."""
_UNMARKED = "unmarked"
"""For text that nothing shows to be marked: checked as a telegram a recipe would be full of errors.
It still gets no public copy without a banner line."""

_PROFILES_OF_KINDS = {
    "telegram": "state-telegram",
    "military": "state-telegram",
    "memorandum": "us-national-security",
    "cui": "cui",
    "text": _UNMARKED,
}


_PROFILES_OF_ISSUERS = {"defense": "dod", "state": "state-memorandum"}
"""Of papers in the letterhead of a department that marks by a manual of its own."""


def profile_for(kind: str, stage: str = "record", issuer: str | None = None) -> str:
    """Name of the rule profile for a kind of document in a stage.

    ``issuer`` is the department in whose letterhead a paper stands (`Document.issuer`).

    A public copy, or text without markings, has the profile of public copies in the stage
    ``release`` only. Before that a record that
    looks like one, for it holds a label such as ``[B6]``, is checked as strictly as any other:
    else such a label would open the gate.
    """
    if kind in ("public-copy", "text") and stage == "release":
        return "public-release"
    if kind in ("memorandum", "cui") and issuer in _PROFILES_OF_ISSUERS:
        return _PROFILES_OF_ISSUERS[issuer]
    return _PROFILES_OF_KINDS.get(kind, _UNKNOWN_KIND)


def rule_profile(
    kind: str, named: Policy | None = None, stage: str = "record", issuer: str | None = None
) -> Policy:
    """The rule profile in force for a document: a named policy with rules, else the kind's."""
    return named if named and named.rules else load_policy(profile_for(kind, stage, issuer))


def combine(
    kind: str, named: Policy | None = None, stage: str = "record", issuer: str | None = None
) -> tuple[Policy, Policy]:
    """The policies in force for a document: the rule profile and the withholding policy.

    Without a named policy they are those of the kind and `WITHHOLDING`. A named policy with rules
    replaces the first, one that withholds replaces the second, one with both replaces both.
    """
    return rule_profile(kind, named, stage, issuer), withholding_policy(named)


def withholding_policy(named: Policy | None = None) -> Policy:
    """The policy that says what to withhold: a named one that withholds, else `WITHHOLDING`."""
    return named if named and named.withhold else load_policy(WITHHOLDING)
