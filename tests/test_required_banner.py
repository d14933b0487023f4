"""The banner line that portions come to, beside the one a document bears."""

from __future__ import annotations

from pathlib import Path

import commands
import pytest

import redact
from redact.documents.banner.banner_comparison import BannerComparison, compare_banner
from redact.markings.register import load_register

TELEGRAM = "{line} TESTVILLE 000012\n\n{caption}E.O. 12958: N/A\nSUBJECT: PUMP TEST\n\n{text}"


def compared(text: str) -> BannerComparison | None:
    document = redact.parse(redact.Source.from_text(text))
    return compare_banner(document, load_register(document.register))


def telegram(line: str, *paragraphs: str, caption: str = "") -> BannerComparison | None:
    text = "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, 1))
    return compared(TELEGRAM.format(line=line, caption=f"{caption}\n\n", text=text))


@pytest.mark.parametrize(
    ("line", "caption", "marks", "required"),
    [
        ("S E C R E T", "", ("(S/NF) The pump.", "(U) Chairs."), "SECRET//NOFORN"),
        ("C O N F I D E N T I A L", "", ("(S) The pump.", "Chairs."), "SECRET"),
        ("S E C R E T", "", ("(C) The pump.", "(U) Chairs."), "CONFIDENTIAL"),
        ("UNCLAS", "", ("(SBU) The pump.", "(U) Chairs."), "UNCLASSIFIED//SBU"),
        ("S E C R E T", "", ("(S) The pump.", "(C/XD) Chairs."), "SECRET//NOFORN//EXDIS"),
    ],
)
def test_a_line_that_differs_from_its_portions(
    line: str, caption: str, marks: tuple[str, ...], required: str
) -> None:
    comparison = telegram(line, *marks, caption=caption)
    assert comparison is not None and comparison.differs
    assert comparison.required.banner() == required


@pytest.mark.parametrize(
    ("line", "caption", "marks"),
    [
        ("S E C R E T", "NOFORN", ("(S/NF) The pump.", "(U) Chairs.")),
        ("S E C R E T", "EXDIS", ("(S) The pump.", "(U) Chairs.")),
        ("UNCLAS", "SENSITIVE", ("(SBU) The pump.", "(U) Chairs.")),
        ("C O N F I D E N T I A L", "", ("(SBU) The pump.", "(C) Chairs.")),
        ("S E C R E T", "", ("(C) The pump.", "A paragraph without a mark.")),
    ],
)
def test_a_line_that_agrees_or_may_agree(line: str, caption: str, marks: tuple[str, ...]) -> None:
    comparison = telegram(line, *marks, caption=caption)
    assert comparison is not None and not comparison.differs


def test_nothing_is_compared_without_a_line_or_a_mark() -> None:
    assert compared("1. (S) The pump test is on Tuesday.\n") is None
    assert compared("S E C R E T TESTVILLE 000012\n\n1. The pump test is on Tuesday.\n") is None


def test_nothing_is_compared_in_a_text_that_is_no_marked_document() -> None:
    letter = (
        "Confidential\n\nDear Ms. Sample,\n\n(C) Benefits: a bicycle.\n(S) Starting date: May.\n"
    )
    assert redact.parse(redact.Source.from_text(letter)).kind == "text"
    assert compared(letter) is None


def test_check_shows_the_line_where_it_differs_and_always_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SECRET\n\n(S//NF) The pump test is on Tuesday.\n\nSECRET\n")
    (tmp_path / "b.txt").write_text("SECRET\n\n(S) The pump test is on Tuesday.\n\nSECRET\n")
    differs = "a.txt: portions require SECRET//NOFORN, overall marking is SECRET\n"
    agrees = "b.txt: portions require SECRET, overall marking is SECRET\n"
    for options, expected in (((), differs), (("-v",), differs + agrees)):
        done = commands.redact("check", tmp_path, "-q", *options)
        lines = [row for row in done.stdout.splitlines() if ": portions require" in row]
        assert [row.partition("/")[2] for row in lines] == expected.splitlines()
