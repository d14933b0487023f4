"""Patterns are compiled at their first use, and every one of them can be."""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _parser  # type: ignore[attr-defined]  # the only way to look into a pattern
from typing import Any

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


def empty_repeats(parsed: Any) -> int:
    """How many parts of a pattern repeat without limit what may be empty: the ways to match such a
    part double with every character.
    """
    count = 0
    for operation, argument in parsed:
        match str(operation):
            case "MAX_REPEAT" | "MIN_REPEAT":
                _, most, body = argument
                count += most > 1000 and body.getwidth()[0] == 0
                count += empty_repeats(body)
            case "SUBPATTERN":
                count += empty_repeats(argument[3])
            case "BRANCH":
                count += sum(map(empty_repeats, argument[1]))
            case "ASSERT" | "ASSERT_NOT":
                count += empty_repeats(argument[1])
    return count


def test_no_pattern_repeats_what_may_be_empty() -> None:
    assert empty_repeats(_parser.parse(r"(?: ?\d{0,6}Z?| DUPE)*$")) == 1
    names = [
        name for name, p in every_pattern() if empty_repeats(_parser.parse(p.pattern, p.flags))
    ]
    assert names == []


def test_a_pattern_is_compiled_once_and_behaves_like_any_other() -> None:
    lazy = pattern(r"(?P<number>\d+)\.", re.MULTILINE)
    assert "search" not in vars(lazy)
    found = lazy.search("see 12. there")
    assert found is not None
    assert found["number"] == "12"
    assert vars(lazy)["search"] == vars(lazy)["search"]
    assert [m.start() for m in lazy.finditer("1. 2.")] == [0, 3]
    assert lazy.sub("#", "1. 2.") == "# #"


def test_an_invalid_pattern_and_an_unknown_method_are_reported() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
    with pytest.raises(AttributeError):
        _ = pattern("a").sreach  # type: ignore[attr-defined]
