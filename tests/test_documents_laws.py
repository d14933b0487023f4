"""What holds for every text, telegram or not."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from data_files import parse_cases
from hypothesis import given
from hypothesis import strategies as st

from redact.documents import Document, parse
from redact.documents.detect_kind import KINDS
from redact.documents.model import SEGMENT_KINDS
from redact.sources import Source, Span, read

CASES = [case["text"] for case in parse_cases().values()]
LINES = sorted({line for text in CASES for line in text.split("\n")})

lines = st.one_of(
    st.sampled_from(LINES),
    st.text(alphabet="CSU ()[].:/#-0123456789\t\u00a0\u00b6\u0405EOTAGSRFBY\f", max_size=40),
    st.text(max_size=60),
)
texts = st.lists(lines, max_size=30).flatmap(
    lambda some: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(some))
)


def check_laws(document: Document) -> None:
    """The laws every document obeys."""
    text = document.text
    place = 0
    for segment in document.segments:
        assert segment.kind in SEGMENT_KINDS
        assert segment.span.start == place and len(segment.span)
        place = segment.span.end
    assert place == len(text), "segments must cover the text"
    whole = Span(0, len(text))
    for portion in document.portions:
        assert whole.covers(portion.span) and portion.span.covers(portion.text_span)
        assert portion.mark_span is None or portion.span.covers(portion.mark_span)
        assert (portion.mark is None) == (portion.mark_span is None)
        assert portion.marking is None or portion.mark is not None
    parts = ("paragraph", "heading", "table-cell", "appended-text")
    covered = [p.span for p in document.portions if p.kind in parts]
    for before, after in pairwise(covered):
        assert before.end <= after.start, "paragraphs must not overlap"
    covered += [p.span for p in document.portions if p.kind == "statement"]
    for segment in document.segments:
        if segment.kind == "body":
            check_body_is_covered(text, segment.span, covered)
    if document.telegram and document.telegram.signature:
        signature = document.telegram.signature
        assert " ".join(signature.span.of(text).split()) == signature.text
        assert not any(span.overlaps(signature.span) for span in covered)
    for banner in document.banners:
        assert " ".join(banner.span.of(text).split()) == banner.text
    assert document.kind in KINDS
    document.to_dict()


def check_body_is_covered(text: str, body: Span, covered: list[Span]) -> None:
    """Every character of the body that is no white space stands in a portion."""
    for offset in range(body.start, body.end):
        if not text[offset].isspace():
            assert any(offset in span for span in covered), f"text at {offset} is in no portion"


@given(texts)
def test_any_text_is_read_without_loss(text: str) -> None:
    check_laws(parse(Source.from_text(text)))


@given(texts, st.sampled_from(KINDS))
def test_any_text_is_read_as_any_kind(text: str, kind: str) -> None:
    check_laws(parse(Source.from_text(text), kind=kind))


SIGNS = ["(S)", "S)", "(C", "(U)", "C) ", "[TS]", "a.", "(b)", "\n- ", "\n1. ", "\n\n", "\n", " "]
SIGNS += ["SECRET", "BEGIN TEXT", "END TEXT", "END OF MESSAGE", "BT", "THE PUMPS.", ":", "/S/ "]


@given(st.lists(st.sampled_from(SIGNS), max_size=20).map("".join))
def test_signs_of_levels_in_any_order_are_read_without_loss(text: str) -> None:
    check_laws(parse(Source.from_text(f"S E C R E T TESTVILLE 000012\n\n1. (S) {text}")))


def test_a_part_with_two_marks_counts_as_the_higher() -> None:
    text = "S E C R E T TESTVILLE 000012\n\n1. (S) THE PUMPS.\nS) (U) THE PICNIC.\n"
    part = parse(Source.from_text(text)).portions[-1]
    assert (part.kind, part.mark, part.level) == ("sub-paragraph", "U", "SECRET")


def test_a_part_whose_mark_is_inside_the_next_part_is_no_part() -> None:
    document = parse(Source.from_text("S E C R E T TESTVILLE 000012\n\n1. (S) BT[TS]:(S)"))
    check_laws(document)
    assert [document.text_of(portion.span) for portion in document.portions[1:]] == ["[TS]:(S)"]


def test_a_mark_that_ends_the_document_is_read() -> None:
    text = "S E C R E T TESTVILLE 000012\n\n1. (S) THE PUMPS\nTHE LAKE\n(U)"
    check_laws(parse(Source.from_text(text)))


@pytest.mark.parametrize("number", range(len(CASES)))
def test_every_fragment_of_three_lines_is_read(number: int) -> None:
    written = CASES[number].split("\n")
    for first in range(0, max(1, len(written) - 2), 2):
        check_laws(parse(Source.from_text("\n".join(written[first : first + 3]))))


@given(st.sampled_from(CASES), st.data())
def test_one_changed_character_breaks_nothing(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.sampled_from(["", "\n", "\u0421", "(", ")", ".", "7", "\u00a0", "\x00"]))
    check_laws(parse(Source.from_text(text[:place] + new + text[place + 1 :])))


def test_real_telegrams_are_read_without_loss(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "telegrams").glob("*.txt"))[::4]:
        document = parse(read(path))
        check_laws(document)
        assert document.kind == "telegram"
        assert document.telegram is not None and document.telegram.message_number is not None


HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line": lambda n: "A" * (100 * n),
    "one long line of blanks": lambda n: " " * (100 * n) + "x",
    "one long line of words": lambda n: "frog pond " * (10 * n),
    "blanks after a number": lambda n: "1." + " " * (50 * n) + "(C) x",
    "brackets": lambda n: "(" * (20 * n) + "C)\n" * n,
    "paragraphs": lambda n: "\n\n".join(f"{i}. (C) The frog." for i in range(2 * n)),
    "unmarked paragraphs": lambda n: "\n\n".join(f"{i % 997}. The frog." for i in range(2 * n)),
    "wrapped numbers": lambda n: "\n".join(f"{i % 9}. the frog and" for i in range(2 * n)),
    "paragraphs on one line": lambda n: " ".join(f"{i}. (C) The frog." for i in range(2 * n)),
    "marked bullets": lambda n: "1. (U) Parts:\n" + "-- (C) The frog.\n" * (2 * n),
    "lettered marks": lambda n: "1. (U) Parts:\n" + "(C) The frog (B).\n" * n,
    "classification lines": lambda n: "C O N F I D E N T I A L TESTVILLE 000412\n" * n,
    "subjects": lambda n: "SUBJECT: PUMPS\n" * n,
    "references": lambda n: "REF: " + "(A) TESTVILLE 12 AND 13; " * (2 * n),
    "signs never closed": lambda n: "BEGIN TEXT COMMENT: (NOTE: " * (2 * n),
    "signs never opened": lambda n: "END TEXT END COMMENT " * (2 * n),
    "quotations": lambda n: "BEGIN TEXT\n1. Frog.\nEND TEXT\n" * n,
    "ends of quoted messages": lambda n: "UNCLAS LAKE 12\n\n1. (U) x\nQUOTE\n" + "EOM\n" * n,
    "addressees": lambda n: "TO RUEHC/SECSTATE\n" + "RUEHPE/AMEMBASSY LAKE 12\n" * n,
    "authority": lambda n: "Classified By: " + "Jane " * (20 * n),
    "authorities": lambda n: "Classified By: Jane Roe, Reason 1.4 (b)\n\n" * n,
    "authorities in the text": lambda n: "1. (U) x\n" + "Classified by frogs. " * (4 * n),
    "links": lambda n: "TAGS: " + "[PREL](#) " * (10 * n),
    "dates": lambda n: "E.O. 12958: DECL: " + "1/1/1 " * (20 * n),
    "page headings": lambda n: "PAGE 02  TESTVI 00318  141722Z\n" * n,
    "labels": lambda n: "Identifier\nCreated\n" * n,
    "spaced letters": lambda n: "C O N F I D E N T I A " * (10 * n),
    "banners": lambda n: "SECRET\ntext\n" * n,
    "only line ends": lambda n: "\r\n" * (10 * n) + "\r" * (10 * n),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    make = HOSTILE[name]
    small, large = make(1_000), make(4_000)
    # Four times the text takes about four times as long; a quadratic loop takes sixteen times. A
    # busy machine may disturb one measurement, not three.
    measured = []
    for _ in range(3):
        measured.append((seconds(small), seconds(large)))
        if measured[-1][1] < max(0.1, 9 * measured[-1][0]):
            return
    raise AssertionError(f"seconds for {len(small)} and {len(large)} characters: {measured}")


def seconds(text: str) -> float:
    source = Source.from_text(text)
    begun = time.process_time()
    parse(source)
    return time.process_time() - begun


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_sign_that_a_line_end_parts_is_one_sign(line_end: str) -> None:
    text = "1. (U) BEGIN\nSUMMARY. The picnic is on Tuesday.\nIt is at noon. END\nSUMMARY."
    document = parse(Source.from_text(text.replace("\n", line_end)), kind="telegram")
    (block,) = document.blocks
    assert block.kind == "summary"
    assert block.opened and document.text_of(block.opened) == f"BEGIN{line_end}SUMMARY"
    assert block.closed and document.text_of(block.closed) == f"END{line_end}SUMMARY"
