"""Syntax errors of YAML files, explained in the words of the person who writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redact.errors import PolicyError

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

_QUOTES = "put the value between quotes"
_INDENTATION = "check the indentation, quotes and brackets here and on the line above"

_TAB = ("a tab comes before the content", "indent with blanks")
_CONFLICT = "<<<<<<< "
"""What git writes at the beginning of a line where two changes conflict."""

_TOLD = {
    "mapping values are not allowed in this context": (
        "a colon is not allowed here",
        "put a value that holds a colon between quotes, or check the indentation",
    ),
    "could not find expected ':'": ("a key has no colon", "write it as key: value"),
    "did not find expected key": ("a key is expected here", _INDENTATION),
    "did not find expected '-' indicator": ("an item of a list is expected here", _INDENTATION),
    "did not find expected node content": ("a value is expected here", _INDENTATION),
    "did not find expected ',' or ']'": ("a list between [ and ] is not closed", _INDENTATION),
    "did not find expected ',' or '}'": ("a mapping between { and } is not closed", _INDENTATION),
    "found unexpected end of stream": ("a quote is not closed", "close it"),
    "block sequence entries are not allowed in this context": (
        "a list item is not allowed here",
        "begin the list on a line of its own",
    ),
    "found unknown escape character": (
        "a backslash is inside double quotes",
        "use single quotes, or write it twice",
    ),
    "did not find expected alphabetic or numeric character": (
        "a value begins with * or &",
        "put a pattern between quotes",
    ),
    "did not find expected <document start>": (
        "something follows the end of the content",
        _INDENTATION,
    ),
    "found a tab character that violates indentation": _TAB,
    "found incompatible YAML document": (
        "asks for another version of YAML",
        "take the line out that begins with %YAML",
    ),
}
"""The message of libyaml, what it means, and what to do."""


def explained(error: MarkedYAMLError, text: str, where: str) -> PolicyError:
    """The error for what libyaml could not parse in a text, with line and column."""
    lines = text.split("\n")
    conflict = next((n for n, line in enumerate(lines, 1) if line.startswith(_CONFLICT)), None)
    if conflict is not None:
        return PolicyError("holds a merge conflict", f"{where}:{conflict}:1", "solve it first")
    mark = error.problem_mark or error.context_mark
    place = f"{where}:{mark.line + 1}:{mark.column + 1}" if mark else where
    problem = error.problem or "is not valid YAML"
    if problem == "found character that cannot start any token" and mark is not None:
        # libyaml's mark has no buffer, and its index counts characters.
        if text[mark.index : mark.index + 1] == "\t":
            return PolicyError(_TAB[0], place, _TAB[1])
        return PolicyError("a value begins with a sign that YAML reserves", place, _QUOTES)
    what, hint = _TOLD.get(problem, (problem, _INDENTATION))
    return PolicyError(what, place, hint)
