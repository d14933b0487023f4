"""Rules for people: the list of a policy and the manual page of one rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from redact.policy.model import Binding, Policy
from redact.policy.rule_selection import FAMILY_LETTERS
from redact.rules import RULES, Rule


def listing(policy: Policy) -> list[dict[str, Any]]:
    """The rules a policy binds, in catalogue order."""
    return [
        _entry(rule, policy.rules[rule.id], policy)
        for rule in RULES.values()
        if rule.id in policy.rules
    ]


def _entry(rule: Rule, binding: Binding, policy: Policy) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "family": rule.family,
        "severity": {case: severity.value for case, severity in binding.severity.items()},
        "stages": list(binding.stages),
        "authority": [
            {"id": name, "cite": policy.authorities[name].cite} for name in binding.authority
        ],
        "params": dict(binding.params),
        "summary": rule.summary,
    }


def table(entries: list[dict[str, Any]]) -> str:
    """The list as text: a heading per family with its letter, then one rule per line with its
    severities and authority.
    """
    width = max((len(entry["rule"]) for entry in entries), default=0)
    rows: list[str] = []
    family = None
    for entry in entries:
        if entry["family"] != family:
            family = entry["family"]
            rows += ([""] if rows else []) + [f"{family} ({FAMILY_LETTERS[family]})"]
        severities = "/".join(dict.fromkeys(entry["severity"].values()))
        cites = "; ".join(authority["cite"] for authority in entry["authority"])
        rows.append(f"  {entry['rule']:<{width}}  {severities:<14} {cites}".rstrip())
    return "".join(f"{row}\n" for row in rows)


def manual_page(rule: Rule) -> str:
    """The manual page of a rule as Markdown, under its id."""
    former = f"\n\nFormer ids: {', '.join(rule.former)}" if rule.former else ""
    return f"# {rule.id}\n\n{rule.page}{_settings(rule)}{former}\n"


def _settings(rule: Rule) -> str:
    """The settings that a policy may change, with their defaults and the words they may have."""
    if not rule.params:
        return ""
    rows = [
        f"- `{name}`: {_shown(default)}"
        + (f"; possible: {', '.join(rule.choices[name])}" if name in rule.choices else "")
        for name, default in rule.params.items()
    ]
    return (
        "\n\n## Settings\n\nSet under `params` of the rule in a policy. The defaults:\n\n"
        + "\n".join(rows)
    )


def _shown(value: Any) -> str:
    if value == datetime.date.max:
        return "never"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def bindings(rule: Rule, policies: Iterable[Policy]) -> str:
    """The policies that apply a rule, with severity, stages and authority, as a Markdown table."""
    rows = ["| profile | severity | stages | authority |", "| --- | --- | --- | --- |"]
    for policy in policies:
        binding = policy.rules.get(rule.id)
        if binding is None:
            continue
        severity = ", ".join(
            str(weight) if case == "default" else f"{weight} ({case})"
            for case, weight in binding.severity.items()
        )
        cites = "; ".join(policy.authorities[name].cite for name in binding.authority)
        rows.append(f"| {policy.name} | {severity} | {', '.join(binding.stages)} | {cites} |")
    return "## Bindings\n\n" + "\n".join(rows) + "\n"
