"""Regular expressions that are compiled when they are first used.

The rules and parsers hold some three hundred patterns, whose compilation takes longer than checking
a telegram, and one telegram meets a third of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


LINE_START = r"(?<![^\r\n])"
"""Pattern of a line's first place, after any line end: the ``^`` of Python knows only ``\\n``."""

LINE_END = r"(?![^\r\n])"
"""Pattern of a line's last place, before any line end: the ``$`` of Python knows only ``\\n``."""


class _Uncompiled:
    """Stands in for a compiled pattern; takes its methods over at the first call."""

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
    """The pattern as `re.compile` gives it, but compiled when a method is first called.

    An invalid pattern is therefore told late; a test compiles every one.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))
