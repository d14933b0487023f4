"""Shell completion of policies, rules and families."""

from __future__ import annotations

import click


def complete_policy(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Names of shipped policies that start with the word being typed."""
    from redact.resources import folder

    return [p.stem for p in sorted(folder("policies").glob(f"{incomplete}*.yaml"))]


def complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Ids of rules that start with the word being typed."""
    from redact.rules import RULES

    return [rule for rule in RULES if rule.startswith(incomplete)]


def complete_term(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Families and ids of rules that start with the word being typed."""
    from redact.policy.rule_selection import FAMILY_LETTERS

    families = [family for family in FAMILY_LETTERS if family.startswith(incomplete)]
    return families + complete_rule(ctx, param, incomplete)
