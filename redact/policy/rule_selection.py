"""Which rules to run, as given to --select and --ignore: ids, families, patterns."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from string import ascii_uppercase

from redact.errors import UsageError
from redact.policy.nearest import did_you_mean
from redact.rules import FAMILIES, RULES

FAMILY_LETTERS = dict(zip(FAMILIES, ascii_uppercase, strict=False))
"""Family names, each with its letter in the order of the catalogue."""


def select_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[str, ...] | None:
    """Ids of the rules to run, sorted; ``None`` for all of them.

    A term is a rule id (present or former), a family by name or letter, or a pattern with ``*`` or
    ``?``; one term may list several, separated by commas. An empty selection means everything;
    ignored rules are then removed. Raises `UsageError` for a term that matches no rule, and when no
    rule is left: a check that runs none would pass every document.
    """
    if not select and not ignore:
        return None
    chosen = _rules_of(select, "--select") if select else frozenset(RULES)
    left = chosen - _rules_of(ignore, "--ignore")
    if not left:
        raise UsageError("no rule is left to run", "--select, --ignore", "select one at least")
    return tuple(sorted(left))


def _rules_of(terms: Sequence[str], option: str) -> frozenset[str]:
    words = [word.strip() for term in terms for word in term.split(",")]
    return frozenset(rule for word in words if word for rule in _named(word, option))


def _named(word: str, option: str) -> list[str]:
    family = next((n for n, le in FAMILY_LETTERS.items() if word.lower() in (n, le.lower())), None)
    found = [
        rule.id
        for rule in RULES.values()
        if rule.family == family
        or word == rule.id
        or word in rule.former
        or (("*" in word or "?" in word) and fnmatchcase(rule.id, word))
    ]
    if not found:
        raise UsageError(
            f"no rule, family or pattern of rules is called '{word}'",
            option,
            did_you_mean(word, [*RULES, *FAMILY_LETTERS], "list them with: redact rules"),
        )
    return found
