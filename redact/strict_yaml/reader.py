"""Strict reading of the tool's own YAML files.

Only ``true`` and ``false`` are booleans and only plain digits are integers: ``off``, ``no``,
``1.10`` and ``2026-01-01`` stay text. A repeated key, an alias, an anchor or a tag is an error
with its position, because each is a way to say something other than what the eye reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from redact.errors import PolicyError, is_word, quoted
from redact.patterns import pattern

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 24

Place = tuple[int, int]
"""A line and a column, both from 1."""

Note = Callable[[str, str | None, Place], None]
"""Called with the path and place of each value, and for each key with the path of the mapping it is
in, the key and its place."""

_WHOLE_NUMBER = pattern(r"-?(?:0|[1-9][0-9]{0,17})")
_PLAIN_STEP = pattern(r"[A-Za-z_][A-Za-z0-9_-]{0,59}")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_yaml(data: bytes, where: str, note: Note | None = None, *, most: int = MAX_BYTES) -> Any:
    """The content of a YAML file as dictionaries, lists, strings, integers and booleans.

    ``where`` names the file in errors, ``most`` is the maximum size in bytes. Raises `PolicyError`
    with line and column; for valid YAML that is not allowed here, also with the path of the key.
    """
    if len(data) > most:
        raise PolicyError(f"is larger than {most // 2**20} MiB", where, "split the file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_in(data[: error.start].decode("utf-8-sig", "replace"))
        raise PolicyError(
            "is not UTF-8 text", shown(where, place), "save the file as UTF-8"
        ) from error
    return _read_events(text, where, note)


def shown(where: str, place: Place) -> str:
    """A position in a file as compilers print it and editors open it."""
    return f"{where}:{place[0]}:{place[1]}"


def _place_in(before: str) -> Place:
    """The place just after ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def step(path: str, key: str | int) -> str:
    """The path one step further down: ``$.rules.portion-missing``, ``$.withhold[0]``.

    A key that must not appear in errors is shown as an ellipsis.
    """
    if isinstance(key, int):
        return f"{path}[{key}]"
    if _PLAIN_STEP.fullmatch(key):
        return f"{path}.{key}"
    return f'{path}["{key}"]' if is_word(key) else f'{path}["…"]'


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been read yet; ``key`` waits for its value."""

    value: Any
    path: str
    key: str | None = None

    def takes_a_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def next_path(self) -> str:
        if isinstance(self.value, list):
            return step(self.path, len(self.value)) if self.path else "$"
        return self.path if self.key is None else step(self.path, self.key)


def _read_events(text: str, where: str, note: Note | None) -> Any:
    # Events, not libyaml's node tree: C code builds that recursively, and a file of some hundred
    # thousand opening brackets would crash the process.
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
    from yaml.error import MarkedYAMLError
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )
    from yaml.reader import ReaderError

    file = _Open([], "")
    stack = [file]
    documents = 0
    try:
        next_event: Callable[[], Any] = CParser(text).get_event
        while (event := next_event()) is not None:
            kind, into = type(event), stack[-1]
            if kind is ScalarEvent:
                _refuse_extras(event, into, where)
                if note is not None:
                    _note_place(note, event, into)
                _put(into, _scalar(event), event, where)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                _refuse_nesting(event, into, len(stack), where)
                if note is not None:
                    _note_place(note, event, into)
                empty: Any = {} if kind is MappingStartEvent else []
                stack.append(_Open(empty, into.next_path()))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                closed = stack.pop()
                _put(stack[-1], closed.value, event, where)
            elif kind is AliasEvent:
                raise _refused("an alias", event, into, where)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise PolicyError(
                        "holds more than one document", shown(where, _start(event)), "keep one"
                    )
    except MarkedYAMLError as error:
        from redact.strict_yaml.syntax import explained  # loaded only for a mistake

        raise explained(error, text, where) from error
    except ReaderError as error:
        place = _place_in(text[: error.position])
        raise PolicyError(
            "holds a character that YAML does not allow", shown(where, place), "take it out"
        ) from error
    return file.value[0] if file.value else None


def _note_place(note: Note, event: Any, into: _Open) -> None:
    if into.takes_a_key():
        note(into.path, event.value, _start(event))
    else:
        note(into.next_path(), None, _start(event))


def _put(into: _Open, value: Any, event: Any, where: str) -> None:
    """Store a finished value as the next item, the next key, or the value of the waiting key."""
    if isinstance(into.value, list):
        into.value.append(value)
    elif into.key is None:
        if event.value in into.value:
            raise PolicyError(
                f"duplicate key {quoted(event.value)}",
                _place(event, into.path, where),
                "keep one of the two",
            )
        into.key = event.value
    else:
        into.value[into.key] = value
        into.key = None


def _scalar(event: Any) -> Any:
    if not event.implicit[0]:  # quoted, or a block scalar
        return event.value
    text: str = event.value
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _refuse_extras(event: Any, into: _Open, where: str) -> None:
    if event.anchor is not None:
        raise _refused("an anchor", event, into, where)
    if event.tag is not None:
        raise _refused("a tag", event, into, where)


def _refuse_nesting(event: Any, into: _Open, depth: int, where: str) -> None:
    """Raise `PolicyError` for a mapping or list that may not begin here."""
    _refuse_extras(event, into, where)
    if into.takes_a_key():
        raise PolicyError(
            "a key must be text",
            _place(event, into.path, where),
            "put it between quotes; a value too that begins with a bracket",
        )
    if depth > MAX_DEPTH:
        raise PolicyError(
            f"is nested more than {MAX_DEPTH} deep",
            shown(where, _start(event)),
            "no setting is; check the brackets",
        )


def _refused(what: str, event: Any, into: _Open, where: str) -> PolicyError:
    return PolicyError(
        f"{what} is not read here",
        _place(event, into.next_path(), where),
        "write the value out; between quotes where it begins with *, & or !",
    )


def _place(event: Any, path: str, where: str) -> str:
    return f"{shown(where, _start(event))}: {path}"


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
