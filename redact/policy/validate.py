"""Validating a user's YAML file against a shipped JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from redact.errors import PolicyError, quoted
from redact.policy.nearest import did_you_mean, nearest
from redact.resources import folder
from redact.strict_yaml import step

if TYPE_CHECKING:
    from jsonschema import ValidationError

_KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "empty",
}


def validate(content: Any, schema: str, where: str) -> None:
    """Check content against a schema; raise `PolicyError` for the most informative mistake."""
    for problem in find_problems(content, schema, where):
        raise problem


def find_problems(content: Any, schema: str, where: str) -> Iterator[PolicyError]:
    """Every mistake in content, the most informative one first.

    ``schema`` is a file name in ``schemas/``, ``where`` the file the content came from.
    """
    # Imported here: it takes longer than a whole check, and shipped files need no validation.
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match, relevance

    rules = json.loads((folder("schemas") / schema).read_text("utf-8"))
    errors = sorted(Draft202012Validator(rules).iter_errors(content), key=relevance, reverse=True)
    for error in errors:
        yield from _problems_of(best_match([error]) or error, where)


def _problems_of(error: ValidationError, where: str) -> Iterator[PolicyError]:
    place = f"{where}: {_path(error.absolute_path)}"
    instance: Any = error.instance
    schema: Any = error.schema
    expected: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            known = list(schema.get("properties", {}))
            for key in [key for key in instance if key not in known]:
                yield PolicyError(
                    f"unknown key {quoted(key)}",
                    place,
                    did_you_mean(key, known, f"known here: {', '.join(sorted(known))}"),
                    key,
                )
        case "propertyNames":
            yield PolicyError(
                f"the name {quoted(instance)} is not allowed here", place, _hint(error), instance
            )
        case "required":
            missing = next(key for key in expected if key not in instance)
            yield PolicyError(
                f"the key '{missing}' is missing", place, _expected(schema["properties"][missing])
            )
        case "enum":
            words = [str(word) for word in expected]
            meant = nearest(str(instance), words)
            yield PolicyError(
                f"{_shown(instance)} is not one of {', '.join(words)}",
                place,
                f"did you mean '{meant}'?" if meant else _hint(error),
            )
        case "type":
            kinds = [expected] if isinstance(expected, str) else expected
            names = " or ".join(_KINDS[kind] for kind in kinds)
            yield PolicyError(f"must be {names}, not {_kind(instance)}", place, _hint(error))
        case "minItems" | "minProperties" | "minLength":
            yield PolicyError("must not be empty", place, _hint(error))
        case "uniqueItems":
            yield PolicyError("holds the same value twice", place, _hint(error))
        case _:
            yield PolicyError(f"{_shown(instance)} is not allowed here", place, _hint(error))


def _path(steps: Iterable[str | int]) -> str:
    path = "$"
    for key in steps:
        path = step(path, key)
    return path


def _hint(error: ValidationError) -> str | None:
    """The schema's description of the value."""
    return _expected(error.schema) if isinstance(error.schema, dict) else None


def _expected(schema: Mapping[str, Any]) -> str | None:
    described = schema.get("description")
    return f"expected: {described}" if described else None


def _kind(value: Any) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}
    return _KINDS[kinds.get(type(value), "null")]


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    return quoted(value) if isinstance(value, (str, int)) else _kind(value)
