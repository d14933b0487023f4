"""Rules as SARIF describes them: summary, help page, tags."""

from __future__ import annotations

from typing import Any

from redact.rules import RULES


def rule_of(rule_id: str) -> dict[str, Any]:
    """The reporting descriptor of a rule. Its help is the manual page."""
    rule = RULES[rule_id]
    return {
        "id": rule.id,
        "name": rule.id.replace("-", " ").title().replace(" ", ""),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _why(rule.page) or rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "properties": {"tags": ["classification-markings", rule.family]},
    }


def _why(page: str) -> str:
    """The paragraph of a manual page that gives the reason for the rule, as one line."""
    _, _, rest = page.partition("## Why\n\n")
    return " ".join(rest.split("\n\n", 1)[0].split())
