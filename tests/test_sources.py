"""Bytes become text and the same bytes again; places in the text are counted one way."""

from __future__ import annotations

import codecs
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import UnreadableError
from redact.sources import Edit, Source, Span, apply_edits, read, read_bytes, write_bytes
from redact.sources.span import join_spans

PLAIN = "1. (U) The pump is quiet.\r\nA form feed\fand caf\N{LATIN SMALL LETTER E WITH ACUTE}.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAIN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + PLAIN.encode(), "utf-8"),
        (PLAIN.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16-be"),
        (PLAIN.encode("utf-16-le"), "utf-16-le"),
        (PLAIN.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_encoding_reads_and_writes_back(data: bytes, encoding: str) -> None:
    source = read_bytes(data)
    assert source.text == PLAIN
    assert source.origins.encoding == encoding
    assert write_bytes(source.text, source.origins) == data


def test_bytes_that_windows_1252_leaves_undefined_are_latin_1() -> None:
    data = b"caf\xe9 \x9d and a long sober line about the pump in the orchard that is quiet. " * 3
    source = read_bytes(data)
    assert source.origins.encoding == "latin-1"
    assert write_bytes(source.text, source.origins) == data


@given(st.binary(max_size=300))
def test_what_can_be_read_is_written_back_byte_for_byte(data: bytes) -> None:
    try:
        source = read_bytes(data)
    except UnreadableError as error:
        assert error.hint
        return
    assert write_bytes(source.text, source.origins) == data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"From: a@b.example\r\nMime-Version: 1.0\r\n\r\nU09NRSBURVhU\r\n", "mail"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 4, "not text"),
        ("UNCLAS\x85\x85SIPDIS\x85".encode(), "no line feed"),
        (b"UNCLAS\x0b\x0bSIPDIS\x0b", "no line feed"),
        ("UNCLAS\u2028SIPDIS\u2029".encode(), "no line feed"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "UTF-16"),
        (codecs.BOM_UTF32_LE + b"a\x00\x00\x00", "UTF-32"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says) as caught:
        read_bytes(data, "tray/7.txt")
    assert caught.value.where == "tray/7.txt"
    assert caught.value.hint


def test_control_characters_of_a_teletype_do_not_make_a_telegram_binary() -> None:
    assert read_bytes(b"ZCZC\x07\x07 UNCLAS TESTVILLE 0012\r\r\n" + b"TEXT " * 50 + b"\x1a").text


@pytest.mark.parametrize("name", ["absent.txt", "."])
def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError):
        read(tmp_path / name)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_for_every_line_end(end: str) -> None:
    source = Source.from_text(f"one{end}two{end}{end}four")
    assert source.line_count == 4
    assert source.line_col(0) == (1, 1)
    assert source.line_col(source.text.index("two") + 2) == (2, 3)
    assert source.line_text(2) == "two"
    assert source.line_text(3) == ""
    assert source.line_col(len(source.text)) == (4, 5)


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_place_and_its_line_agree(text: str, offset: int) -> None:
    source = Source.from_text(text)
    offset = min(offset, len(text))
    line, column = source.line_col(offset)
    assert source.line_start(line) + column - 1 == offset


def test_edits_are_made_where_they_were_planned() -> None:
    edits = [Edit(Span(8, 11), "red"), Edit(Span(0, 3), "A"), Edit(Span(4, 4), "big ")]
    assert apply_edits("the cat sat on it", edits) == "A big cat red on it"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5))))
def test_joined_spans_cover_the_same_characters_and_do_not_touch(
    given: list[tuple[int, int]],
) -> None:
    spans = [Span(start, start + length) for start, length in given]
    joined = join_spans(spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert {at for span in joined for at in range(span.start, span.end)} == covered
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))
