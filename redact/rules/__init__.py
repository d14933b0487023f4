"""Rules: one folder per family, one file per rule, listed here."""

from __future__ import annotations

from redact.rules import (
    authority,
    banner,
    caption,
    control,
    cui,
    declassification,
    envelope,
    portion,
    redaction,
    release,
    structure,
)
from redact.rules.rule import Rule, rule_of

FAMILIES = (
    envelope,
    banner,
    portion,
    authority,
    declassification,
    caption,
    control,
    structure,
    cui,
    release,
    redaction,
)

RULES: dict[str, Rule] = {
    rule.id: rule for family in FAMILIES for rule in map(rule_of, family.MODULES)
}
"""Every rule by its id, family by family in the order of the catalogue."""

__all__ = ["RULES", "Rule"]
