"""Rules: one folder per family, one file per rule, listed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

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

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "envelope": envelope.RULES,
    "banner": banner.RULES,
    "portion": portion.RULES,
    "authority": authority.RULES,
    "declassification": declassification.RULES,
    "caption": caption.RULES,
    "control": control.RULES,
    "structure": structure.RULES,
    "cui": cui.RULES,
    "release": release.RULES,
    "redaction": redaction.RULES,
}
"""The ids of each family's rules, in the order of the catalogue."""


class _Rules(Mapping[str, Rule]):
    """The rules by id, each imported at first use because a check needs only some of them."""

    def __init__(self) -> None:
        self._family = {rule: family for family, rules in FAMILIES.items() for rule in rules}
        self._read: dict[str, Rule] = {}

    def __getitem__(self, name: str) -> Rule:
        rule = self._read.get(name)
        if rule is None:
            module = f"redact.rules.{self._family[name]}.{name.replace('-', '_')}"
            rule = self._read[name] = rule_of(import_module(module))
        return rule

    def __contains__(self, name: object) -> bool:
        return name in self._family

    def __iter__(self) -> Iterator[str]:
        return iter(self._family)

    def __len__(self) -> int:
        return len(self._family)


RULES: Mapping[str, Rule] = _Rules()
"""Every rule by its id, family by family in the order of the catalogue."""

__all__ = ["FAMILIES", "RULES", "Rule"]
