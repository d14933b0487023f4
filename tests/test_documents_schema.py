"""What ``Document.to_dict`` gives is one entry of ``redact/documents/v1``."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from conftest import ROOT
from data_files import parse_cases

from redact.documents import parse
from redact.sources import Source

SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas" / "documents.schema.json").read_text("utf-8"))
CASES = [case["text"] for case in parse_cases().values()]
EXAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


def test_entries_are_of_the_shape(validator: jsonschema.Draft202012Validator) -> None:
    entries = [parse(Source.from_text(text)).to_dict() for text in ["", *CASES, *EXAMPLES]]
    shape = {"format": "redact/documents/v1", "tool": "redact 0", "documents": entries}
    assert [error.message for error in validator.iter_errors(shape)] == []
    assert json.loads(json.dumps(shape)) == shape


def test_the_schema_is_closed(validator: jsonschema.Draft202012Validator) -> None:
    entry = {**parse(Source.from_text("")).to_dict(), "surprise": 1}
    shape = {"format": "redact/documents/v1", "tool": "redact 0", "documents": [entry]}
    assert not validator.is_valid(shape)


def test_every_property_is_described() -> None:
    def walk(node: Any, where: str) -> None:
        if isinstance(node, dict):
            for name, value in node.get("properties", {}).items():
                assert "$ref" in value or value.get("description"), f"{where}.{name}"
            if node.get("type") == "object" or node.get("properties"):
                assert node["additionalProperties"] is False, where
            for name, value in node.items():
                walk(value, f"{where}.{name}")
        elif isinstance(node, list):
            for value in node:
                walk(value, where)

    walk(SCHEMA, "$")
