"""The strict YAML reader: what it reads, and that it refuses what could mislead a reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import PolicyError
from redact.strict_yaml import MAX_BYTES, MAX_DEPTH, read_yaml, step

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(WORDS.filter(lambda key: key.isprintable()), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_json_is_read_as_what_it_says(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert read_yaml(text.encode(), "x.yaml") == value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("false", False),
        ("off", "off"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("TRUE", "TRUE"),
        ("2026.1", "2026.1"),
        ("2026.10", "2026.10"),
        ("1e3", "1e3"),
        ("2026-01-01", "2026-01-01"),
        ("010", "010"),
        ("0x10", "0x10"),
        ("12:30:45", "12:30:45"),
        ("30", 30),
        ("-4", -4),
        ("'30'", "30"),
        ("'true'", "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ("<<", "<<"),
    ],
)
def test_only_true_and_false_are_truth_values_and_only_digits_are_numbers(
    written: str, read: object
) -> None:
    content = read_yaml(f"key: {written}\n".encode(), "x.yaml")
    assert content == {"key": read}
    assert type(content["key"]) is type(read)


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        ("a: 1\na: 2\n", "duplicate key 'a'", "x.yaml:2:1: $"),
        ("r:\n  s:\n    t: 1\n    t: 1\n", "duplicate key 't'", "x.yaml:4:5: $.r.s"),
        ("- {b: 1, b: 1}\n", "duplicate key 'b'", "x.yaml:1:10: $[0]"),
        ('"(b)(1)": {c: 1, c: 1}\n', "duplicate key 'c'", 'x.yaml:1:18: $["(b)(1)"]'),
        ("a: &x 1\nb: *x\n", "an anchor is not read here", "x.yaml:1:4: $.a"),
        ("a: *x\n", "an alias is not read here", "x.yaml:1:4: $.a"),
        ("a: !!int '3'\n", "a tag is not read here", "x.yaml:1:4: $.a"),
        ("a: !!python/name:os.system ''\n", "a tag is not read here", "x.yaml:1:4: $.a"),
        ("? [a]\n: 1\n", "a key must be text", "x.yaml:1:3: $"),
        ("a: 1\n---\nb: 2\n", "holds more than one document", "x.yaml:2:1"),
    ],
)
def test_what_could_mislead_is_refused_with_its_path(text: str, what: str, where: str) -> None:
    with pytest.raises(PolicyError) as error:
        read_yaml(text.encode(), "x.yaml")
    assert (error.value.what, error.value.where) == (what, where)


def test_a_syntax_error_names_line_and_column() -> None:
    with pytest.raises(
        PolicyError, match=r"x\.yaml:3:2: a list between \[ and \] is not closed"
    ) as error:
        read_yaml(b"a: 1\nb: [1, 2\nc: 3\n", "x.yaml")
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b"{a: " * 5_000,
        b"- " * 1_000,
        b"\xff\xfe\x00",
        b"a: \x00",
        b"a: \x07",
        b"\tb: 1",
        b"%YAML 9.9\n---\na: 1",
        b"'",
    ],
)
def test_hostile_bytes_are_an_error_and_nothing_worse(data: bytes) -> None:
    with pytest.raises(PolicyError):
        read_yaml(data, "x.yaml")


@given(st.binary(max_size=60))
def test_any_bytes_are_content_or_a_policy_error(data: bytes) -> None:
    try:
        read_yaml(data, "x.yaml")
    except PolicyError as error:
        assert error.where is not None
        assert error.where.startswith("x.yaml")


def test_limits_of_size_and_depth() -> None:
    with pytest.raises(PolicyError, match="is larger than 4 MiB"):
        read_yaml(b"#" * (MAX_BYTES + 1), "x.yaml")
    depth = MAX_DEPTH - 1
    assert read_yaml(b"[" * depth + b"]" * depth, "x.yaml")
    with pytest.raises(PolicyError, match="is nested more than"):
        read_yaml(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "x.yaml")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read_yaml(b"\xef\xbb\xbfname: x\n", "x.yaml") == {"name": "x"}


def test_an_empty_file_holds_nothing() -> None:
    assert read_yaml(b"# only a comment\n", "x.yaml") is None


def test_steps_of_a_path() -> None:
    assert step("$.rules", "portion-missing") == "$.rules.portion-missing"
    assert step("$.withhold", 0) == "$.withhold[0]"
    assert step("$.reasons", "(b)(1)") == '$.reasons["(b)(1)"]'
