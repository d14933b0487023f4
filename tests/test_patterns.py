"""Patterns are compiled at their first use, and every one of them can be."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import redact
from redact.patterns import _Uncompiled, pattern


def every_pattern() -> list[tuple[str, _Uncompiled]]:
    found = []
    for module in pkgutil.walk_packages(redact.__path__, "redact."):
        if module.name.startswith(("redact.persons.presidio", "redact.outputs.pdf")):
            continue  # they load Presidio and reportlab
        values = vars(importlib.import_module(module.name))
        found += [(f"{module.name}.{k}", v) for k, v in values.items() if type(v) is _Uncompiled]
    return found


def test_every_pattern_compiles() -> None:
    patterns = every_pattern()
    assert len(patterns) > 50
    for name, value in patterns:
        try:
            re.compile(value.pattern, value.flags)
        except re.error as error:
            pytest.fail(f"{name}: {error}")


def test_a_pattern_is_compiled_once_and_behaves_like_any_other() -> None:
    lazy = pattern(r"(?P<number>\d+)\.", re.MULTILINE)
    assert "search" not in vars(lazy)
    found = lazy.search("see 12. there")
    assert found is not None
    assert found["number"] == "12"
    assert vars(lazy)["search"] == vars(lazy)["search"]
    assert [m.start() for m in lazy.finditer("1. 2.")] == [0, 3]
    assert lazy.sub("#", "1. 2.") == "# #"


def test_an_invalid_pattern_and_an_unknown_method_are_told() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
    with pytest.raises(AttributeError):
        _ = pattern("a").sreach  # type: ignore[attr-defined]
