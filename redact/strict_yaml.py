"""Reading the tool's own YAML files, strictly.

Only ``true`` and ``false`` are truth values and only plain digits are whole numbers: ``off``,
``no``, ``1.10`` and ``2026-01-01`` stay text. A key given twice, an alias, an anchor or a tag is an
error with its place, because each is a way to say something other than what the eye reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redact.errors import PolicyError
from redact.patterns import pattern

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 24

_WHOLE_NUMBER = pattern(r"-?(?:0|[1-9][0-9]{0,17})")
_PLAIN_STEP = pattern(r"[A-Za-z_][A-Za-z0-9_-]*")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_yaml(data: bytes, where: str) -> Any:
    """The content of a YAML file as dictionaries, lists, text, whole numbers and truth values.

    ``where`` names the file in errors. Raises `PolicyError` with line and column for what is not
    YAML, and with the path of the key for what is YAML but not allowed here.
    """
    if len(data) > MAX_BYTES:
        raise PolicyError(f"is larger than {MAX_BYTES // 2**20} MiB", where, "split the file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolicyError("is not UTF-8 text", where, "save the file as UTF-8") from error
    return _read_events(text, where)


def step(path: str, key: str | int) -> str:
    """The path one step further down: ``$.rules.portion-missing``, ``$.withhold[0]``."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _PLAIN_STEP.fullmatch(key) else f'{path}["{key}"]'


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet; ``key`` waits for its value."""

    value: Any
    path: str
    key: str | None = None

    def next_path(self) -> str:
        if isinstance(self.value, list):
            return step(self.path, len(self.value))
        return self.path if self.key is None else step(self.path, self.key)


def _read_events(text: str, where: str) -> Any:
    # Events, not libyaml's node tree: that one is built by recursion in C, and a file of some
    # hundred thousand opening brackets would end the process.
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
    from yaml.error import MarkedYAMLError, YAMLError
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    top = _Open([], "$")
    stack = [top]
    documents = 0
    try:
        next_event: Callable[[], Any] = CParser(text).get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                _refuse_extras(event, stack[-1], where)
                _put(stack[-1], _scalar(event), str(event.value), where)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                _refuse_extras(event, stack[-1], where)
                stack.append(_opened(kind is MappingStartEvent, stack, where))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                closed = stack.pop()
                _put(stack[-1], closed.value, None, where)
            elif kind is AliasEvent:
                raise _refused("an alias", stack[-1], where)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise PolicyError("holds more than one document", where, "keep the first")
    except MarkedYAMLError as error:
        raise _syntax_error(error, where) from error
    except YAMLError as error:
        raise PolicyError("holds a character that YAML does not allow", where) from error
    return top.value[0] if top.value else None


def _opened(is_mapping: bool, stack: list[_Open], where: str) -> _Open:
    parent = stack[-1]
    path = "$" if len(stack) == 1 else parent.next_path()
    if isinstance(parent.value, dict) and parent.key is None:
        raise PolicyError("a key must be text", f"{where}: {parent.path}")
    if len(stack) > MAX_DEPTH:
        raise PolicyError(f"is nested more than {MAX_DEPTH} deep", where)
    return _Open({} if is_mapping else [], path)


def _put(into: _Open, value: Any, raw: str | None, where: str) -> None:
    """Take a finished value as the next item, the next key, or the value of the waiting key."""
    if isinstance(into.value, list):
        into.value.append(value)
    elif into.key is None:
        assert raw is not None
        if raw in into.value:
            raise PolicyError(
                f"duplicate key '{raw}'", f"{where}: {into.path}", "keep one of the two"
            )
        into.key = raw
    else:
        into.value[into.key] = value
        into.key = None


def _scalar(event: Any) -> Any:
    if not event.implicit[0]:  # quoted, or a block of text
        return event.value
    text: str = event.value
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _refuse_extras(event: Any, parent: _Open, where: str) -> None:
    if event.anchor is not None:
        raise _refused("an anchor", parent, where)
    if event.tag is not None:
        raise _refused("a tag", parent, where)


def _refused(what: str, parent: _Open, where: str) -> PolicyError:
    return PolicyError(
        f"{what} is not read here", f"{where}: {parent.next_path()}", "write the value out"
    )


def _syntax_error(error: MarkedYAMLError, where: str) -> PolicyError:
    mark = error.problem_mark or error.context_mark
    place = f"{where}: line {mark.line + 1}, column {mark.column + 1}" if mark else where
    return PolicyError(error.problem or "is not valid YAML", place)
