"""Texts without markings give no finding; papers that lack one marking are papers still."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from data_files import read_data

import redact
from redact.batch.check import CheckSettings, check_source
from redact.documents.evidence import find_signs
from redact.documents.lines import split_lines

TRAPS: dict[str, str] = read_data("innocent.yaml")
SETTINGS = CheckSettings(as_of=datetime.date(2026, 11, 21))
FORMS: dict[str, Callable[[str], str]] = {
    "as it stands": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
    "after blank lines": lambda text: f"\n\n{text}\n\n",
}

WHOLE = """\
SECRET

MEMORANDUM FOR THE PUMP OFFICE

DATE: 20 April 2022
SUBJECT: (U) Pump test

1. (S) The pump test is on Tuesday.

2. (U) Lunch is at noon in the garden.

Classified By: Ilse Brandwyck, Director
Reason: 1.4(c)
Declassify On: 20320420

SECRET
"""


def checked(text: str) -> tuple[str, list[str]]:
    """Kind of a text and the rules that report something in it."""
    outcome = check_source(SETTINGS, redact.Source.from_text(text, "text.txt"))
    return outcome.document.kind, [finding.rule for finding in outcome.findings]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TRAPS)
def test_innocent_text_gives_no_finding(name: str, form: str) -> None:
    assert checked(FORMS[form](TRAPS[name])) == ("text", [])


def test_there_are_traps_enough() -> None:
    assert len(TRAPS) >= 60


def test_a_whole_memorandum_is_one_and_has_no_finding() -> None:
    assert checked(WHOLE) == ("memorandum", [])


@pytest.mark.parametrize("word", ("TOP SECRET", "SECRET", "CONFIDENTIAL"))
@pytest.mark.parametrize(
    "without",
    [
        "{level}\n\nMEM",  # the banner line at the top
        "MEMORANDUM FOR THE PUMP OFFICE\n\n",
        "DATE: 20 April 2022\n",
        "SUBJECT: (U) Pump test\n",
        "1. (S) ",
        "2. (U) ",
        "Classified By: Ilse Brandwyck, Director\n",
        "Reason: 1.4(c)\n",
        "Declassify On: 20320420\n",
    ],
)
def test_a_memorandum_without_one_of_its_parts_is_one_still(without: str, word: str) -> None:
    text = WHOLE.replace("SECRET", word)
    part = without.format(level=word)
    assert part in text
    left_over = {"1. (S) ": "1. ", "2. (U) ": "2. "}.get(part, "MEM" if part[-3:] == "MEM" else "")
    assert checked(text.replace(part, left_over, 1))[0] == "memorandum"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SECRET//NOFORN\n\nThe pump test is on Tuesday.\n", "memorandum"),
        ("SECRET//NORFORN\n\nThe pump test is on Tuesday.\n", "memorandum"),
        ("TS//SI//NOFORN\n\nThe pump test is on Tuesday.\n", "memorandum"),
        ("\u0405ECRET//NOFORN\n\nThe pump test is on Tuesday.\n", "memorandum"),
        ("//NATO SECRET\n\nThe pump test is on Tuesday.\n", "memorandum"),
        ("(S//NF) The pump test is on Tuesday.\n", "memorandum"),
        ("SECRET\n\nThe pump test is on Tuesday.\n\nSECRET\n", "memorandum"),
        ("CUI\n\nThe pump test is on Tuesday.\n\nCUI\n", "cui"),
        ("CUI//SP-PRVCY\n\nThe pump test is on Tuesday.\n", "cui"),
        ("UNCLASSIFIED\n\n(CUI) The pump test is on Tuesday.\n(U) Lunch is at noon.\n", "cui"),
        ("Controlled by: Pump Office\nCUI Category: PRVCY\nPOC: 555-0100\n", "cui"),
        ("SECRET\n\n(CUI) The pump test is on Tuesday.\n\n(S) Lunch.\n\nSECRET\n", "memorandum"),
        ("Classified By: Ilse Brandwyck, Director\nReason: 1.4(c)\n", "text"),
        ("Derived From: Multiple Sources\nDeclassify On: 20350101\n", "memorandum"),
        ("RR RUEHTV\nPump test\n", "telegram"),
        ("TAGS: PREL, PGOV\n", "telegram"),
        ("E.O. 12958: N/A\n", "telegram"),
        ("UNCLAS TESTVILLE 12\n", "telegram"),
        ("C O N F I D E T I A L TESTVILLE 000012\n", "telegram"),
        ("AT RIVERS\nTHE TEST\n", "text"),
        ("SECRET SANTA 2019\n\nBring a small gift.\n", "text"),
        ("RELEASED IN PART B6\n\nLunch is at noon.\n", "public-copy"),
        ("[B1] Vance, Pumps, 1999.\n[B2] Vance, Boats, 2001.\n", "text"),
        ("", "text"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert redact.parse(redact.Source.from_text(text)).kind == kind


def test_signs_are_found_in_time_in_proportion_to_the_text() -> None:
    hostile = "(S) " * 50_000 + "\n" + "CONFIDENTIAL " * 50_000 + "\n" + "SECRET\n\n" * 50_000
    assert len(find_signs(hostile, split_lines(hostile))) < 100
