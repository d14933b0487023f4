"""Regular expressions that are compiled on first use.

The rules and parsers define some three hundred patterns. Compiling all of them takes longer than
checking a telegram, and one telegram uses a third of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


LINE_START = r"(?<![^\r\n])"
"""Matches at the start of a line, after any line end: Python's ``^`` knows only ``\\n``."""

LINE_END = r"(?![^\r\n])"
"""Matches at the end of a line, before any line end: Python's ``$`` knows only ``\\n``."""


class _Uncompiled:
    """A placeholder for a compiled pattern that takes over its methods on the first call."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Reached only while the methods are missing: afterwards they are attributes of the object
        # and cost no more than those of the compiled pattern.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern as `re.compile` returns it, but compiled when a method is first called.

    An invalid pattern is therefore reported late; a test compiles every one.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))
