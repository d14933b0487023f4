"""A rule: a module with a manual page, an id and a pure function.

A rule module has a docstring (its manual page: *Checks that …*, ``## Why``, ``## Example`` with
*Use instead:*, ``## Limits``), the constant ``ID`` and the generator ``check``. It may have
``PARAMS`` (its settings and their defaults), ``CHOICES`` (the values that a setting may have, if
they are few), ``ERA = True`` (its findings depend on the date of the document) and ``FORMER`` (its
previous ids).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, ModuleType
from typing import Any

from redact.findings import Examined, Hit
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as used by the engine and the manual; ``page`` is its manual page in Markdown."""

    id: str
    family: str
    page: str
    check: Callable[[Examined], Iterable[Hit]]
    params: Mapping[str, Any]
    choices: Mapping[str, tuple[str, ...]]
    era: bool
    former: tuple[str, ...]

    @property
    def summary(self) -> str:
        """First sentence of the manual page, on one line."""
        return " ".join(self.page.split("\n\n", 1)[0].split())


def rule_of(module: ModuleType) -> Rule:
    """The rule defined by a module. Its family is the package that contains the module."""
    return Rule(
        id=module.ID,
        family=module.__name__.split(".")[-2],
        page=(module.__doc__ or "").strip(),
        check=module.check,
        params=MappingProxyType(dict(getattr(module, "PARAMS", {}))),
        choices=MappingProxyType(dict(getattr(module, "CHOICES", {}))),
        era=getattr(module, "ERA", False),
        former=tuple(getattr(module, "FORMER", ())),
    )
