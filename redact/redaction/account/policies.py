"""What a record takes from its policies: exemptions, labels, reasons, kinds of identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from redact.markings.marking import level_rank
from redact.policy.layers import shipped_policies
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.redaction.account.differences import compare
from redact.redaction.verification import Difference

_CODE = re.compile(r"\((b|j|k)\)(\(\d\w?\))(\([A-Fa-f]\))?\s*(.*)", re.IGNORECASE)
_SECTION = re.compile(r"(\d+(?:\.\d+)?)((?:,?\(\w+\))*)")
_KEPT = frozenset(
    (
        "possible name, left by the policy",
        "part of a place name",
        "ordinary word",
        "ordinary words",
        "name of a post in the transmission lines",
        "is in a released portion",
    )
)


def policy_at_hand(entry: Mapping[str, Any], given: Policy | None) -> Policy | None:
    """The policy that a record names: the one given or a shipped one, if its hash matches."""
    if given is not None and given.sha256 == entry["sha256"]:
        return given
    # The name comes from a record: with a slash in it, it would be opened as a user's file.
    if entry["name"] not in shipped_policies():
        return None
    policy = load_policy(entry["name"])
    return policy if policy.sha256 == entry["sha256"] else None


def check_policies(
    record: Mapping[str, Any], policy: Policy, profile: Policy, encoding: str
) -> Iterator[Difference]:
    """Where a record differs from its policies; ``encoding`` is that of the copy."""
    expected = {
        "policy": _entry(policy),
        "profile": _entry(profile),
        "withholds_above": min(
            (line.portions_above for line in policy.withhold if line.portions_above),
            key=level_rank,
            default=None,
        ),
        "exemptions": _exemptions(record, policy),
        "redactions": [
            {"label": _label(redaction, policy, encoding)} for redaction in record["redactions"]
        ],
        "asked": [{"reason": _asking(entry["kind"], policy)} for entry in record["asked"]],
    }
    yield from compare(expected, record, "$")
    kinds = {line.mention for line in policy.withhold if line.mention} | {"PERSON"}
    for key, allowed in (("sought", kinds), ("kept", kinds | {"portion"})):
        for number, entry in enumerate(record[key]):
            if entry["kind"] not in allowed:
                yield Difference(f"$.{key}[{number}].kind", "is not one the policy mentions")
    for number, entry in enumerate(record["kept"]):
        if not _may_be_kept(entry["reason"], policy):
            yield Difference(f"$.kept[{number}].reason", "is not one for which anything is kept")


def _may_be_kept(reason: str, policy: Policy) -> bool:
    """Whether a span may be kept for this reason: a fixed one, a policy role or a reviewer."""
    if reason.startswith("role "):
        roles = {role for line in policy.withhold for role in line.except_roles}
        return reason.removeprefix("role ") in roles
    return reason in _KEPT or (reason.startswith("released by ") and reason.isprintable())


def _entry(policy: Policy) -> dict[str, Any]:
    return {
        "name": policy.name,
        "version": policy.version,
        "chain": list(policy.chain),
        "sha256": policy.sha256,
    }


def _exemptions(record: Mapping[str, Any], policy: Policy) -> list[dict[str, str]]:
    reasons = {reason for redaction in record["redactions"] for reason in redaction["reasons"]}
    return [
        {"code": code, "title": exemption.title, "cite": exemption.cite}
        for code, exemption in sorted(policy.exemptions.items())
        if any(f"{reason} ".startswith(f"{code} ") for reason in reasons)
    ]


def _asking(kind: str, policy: Policy) -> str:
    """Why a mention is asked about; one that a reviewer left open also has the line's reason."""
    lines = [line for line in policy.withhold if line.mention == kind]
    asking = [line for line in lines if line.possible == "ask"] or lines
    return "; ".join(dict.fromkeys(line.reason for line in asking))


def _label(redaction: Mapping[str, Any], policy: Policy, encoding: str) -> str:
    amount = redaction["amount"]
    release = policy.release
    form = release.name_placeholder if amount == "name" else release.placeholder
    codes = dict.fromkeys(code for reason in redaction["reasons"] for code in _codes(reason))
    label = form.format(
        reasons="; ".join(redaction["reasons"]), codes=",".join(codes), amount=amount
    )
    try:
        label.encode(encoding)
    except UnicodeEncodeError:
        label = re.sub("[\u2013\u2014]", "-", label).encode(encoding, "replace").decode(encoding)
    return label


def _codes(reason: str) -> Iterator[str]:
    """A reason as the State Department writes it: ``(b)(1) 1.4(b),(d)`` is 1.4(B), 1.4(D), B1."""
    match = _CODE.fullmatch(reason)
    if match is None:
        yield reason
        return
    for section, letters in _SECTION.findall(match[4]):
        found = re.findall(r"\w+", letters)
        yield from (f"{section}({letter.upper()})" for letter in found or ())
        if not found:
            yield section
    yield f"{match[1]}{match[2].strip('()')}{match[3] or ''}".upper()
