"""Settings of rules in a policy, checked against what each rule declares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from redact.errors import PolicyError, quoted
from redact.policy.nearest import did_you_mean
from redact.rules import Rule

_KINDS = {
    bool: "true or false",
    int: "a whole number",
    str: "text",
    tuple: "a list",
    dict: "a mapping",
    date: "a date in quotation marks, such as '2011-01-01'",
}


def check_setting(rule: Rule, key: str, value: Any, where: str) -> None:
    """Raise `PolicyError` when a value, or an item of a list, is not of the kind of the rule's
    default, or is none of the rule's choices.
    """
    default, name = rule.params[key], f"the setting '{key}'"
    hint = f"its default is {default if isinstance(default, date) else repr(default)}"
    if not _is_like(value, default):
        raise PolicyError(f"{name} must be {_KINDS[_kind(default)]}", where, hint)
    items = value if isinstance(value, list) else [value]
    if isinstance(value, list) and not all(_is_like(item, default[0]) for item in items):
        raise PolicyError(f"each item of {name} must be {_KINDS[_kind(default[0])]}", where, hint)
    choices = rule.choices.get(key, items)
    for item in items:
        if item not in choices:
            known = f"known here: {', '.join(choices)}"
            raise PolicyError(
                f"{name} cannot be {quoted(item)}", where, did_you_mean(item, choices, known)
            )


def _is_like(value: Any, default: Any) -> bool:
    """Whether a value is of the same kind as a default; dates are text in YAML."""
    if not isinstance(default, date):
        return _kind(value) is _kind(default)
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _kind(value: Any) -> type:
    if isinstance(value, (list, tuple)):
        return tuple
    return dict if isinstance(value, Mapping) else type(value)
