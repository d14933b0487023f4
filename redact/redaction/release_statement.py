"""The outcome of a document's release, as a keyword and as a sentence."""

from __future__ import annotations

from redact.policy.model import Policy
from redact.redaction.model import RedactionPlan
from redact.redaction.review_context import PublicCopy


def outcome(plan: RedactionPlan | None, public: PublicCopy | None) -> str:
    """``not-released``, ``released-in-part`` or ``released-in-full``."""
    if plan is None or public is None:
        return "not-released"
    return "released-in-part" if plan.redactions else "released-in-full"


def statement(plan: RedactionPlan | None, public: PublicCopy | None, policy: Policy) -> str:
    """The release statement of a record: one or two sentences giving the policy and the amounts."""
    under = f"under the policy {policy.name} {policy.version}"
    if plan is None:
        return f"Not released {under}: what the gate names must be corrected or waived first."
    if public is None:
        return f"Not released {under}: the public copy was not kept."
    if not plan.redactions:
        return f"Released in full {under}: nothing was withheld."
    names = sum(r.is_name for r in plan.redactions)
    passages = len(plan.redactions) - names
    counted = [
        f"{n} {what}{'' if n == 1 else 's'}"
        for n, what in ((names, "name"), (passages, "passage"))
        if n
    ]
    return (
        f"Released in part {under}: {' and '.join(counted)} withheld. All that the policy does not "
        "withhold is released; outside the deletions and the recorded edits nothing was changed."
    )
