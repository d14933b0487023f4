"""Sentences in the lines of a header are text, which no mark releases; addresses are none."""

from __future__ import annotations

import pytest
from redaction_telegrams import HEAD, TAIL, copy_in_spite_of_findings

from redact.documents.sentence_words import is_sentence

ENVELOPE = """O 201131Z APR 09
FM AMEMBASSY TESTVILLE
TO RUEHC/SECSTATE WASHDC IMMEDIATE 5201
{line}
RUEHPE/AMEMBASSY PORT EXAMPLE 0412
BT
"""
SENTENCES = [
    "ZEBRA CUPS BROKE AGAIN AT LUNCH",
    "NINE COOKS WASHED THE ZEBRA CUPS FRIDAY",
    "THE BAKERS SOLD ZEBRA CUPS TWICE",
    "RUEHTV/AMEMBASSY SAMPLE THE COOKS STOLE ZEBRA CUPS",
    "NINE COOKS PASSED THE ZEBRA CUPS AT LUNCH",
    "SOME COOKS BOUGHT ZEBRA CUPS FOR EVERY PICNIC",
]
ADDRESSES = [
    "RUEHGG/UN SECURITY COUNCIL COLLECTIVE",
    "RUCNDT/USMISSION USUN NEW YORK 2279",
    "COMMANDER IN CHIEF UNITED STATES PACIFIC COMMAND",
    "US DELEGATION TO THE OECD PARIS",
    "DEPARTMENT OF THE TREASURY WASHINGTON DC",
    "RUEKJCS/OFFICE OF THE SECRETARY OF DEFENSE WASHINGTON DC//USDP//",
    "ALL NATO POST COLLECTIVE",
    "COMBINED JOINT TASK FORCE SEVEN",
    "DEPARTMENT PLEASE PASS TO USTR FOR JSAMPLE AND TO COMMERCE FOR KPOND",
    "FOR THE AMBASSADOR AND THE DCM FROM ASSISTANT SECRETARY SAMPLE",
    "LETTER FROM AMBASSADOR SAMPLE TO MINISTER ROE DATED 5 MAY 2008",
    "NOT PASSED TO ABOVE ADDRESSEES",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_among_the_addressees_are_withheld(line: str) -> None:
    public = copy_in_spite_of_findings(f"{ENVELOPE.format(line=line)}{HEAD}1. (S) Cups.{TAIL}")
    assert "ZEBRA" not in public
    assert "RUEHPE/AMEMBASSY PORT EXAMPLE 0412" in public


@pytest.mark.parametrize("line", SENTENCES)
def test_so_are_those_among_the_captions(line: str) -> None:
    text = HEAD.replace("\n\nE.O.", f"\n\n{line}\n\nE.O.", 1) + f"1. (S) Cups.{TAIL}"
    assert "ZEBRA" not in copy_in_spite_of_findings(text)


@pytest.mark.parametrize("line", SENTENCES)
@pytest.mark.parametrize("before", ["REF: ", "REF: A. TESTVILLE 11\n     ", "REF: TESTVILLE 11 "])
def test_so_are_those_among_the_references(line: str, before: str) -> None:
    text = HEAD.replace("\n\nClassified", f"\n{before}{line}\n\nClassified", 1)
    public = copy_in_spite_of_findings(f"{text}1. (S) Cups.{TAIL}")
    assert "ZEBRA" not in public
    assert "REF: " in public


@pytest.mark.parametrize("line", [line for line in SENTENCES if "/" not in line])
def test_so_are_those_among_the_tags(line: str) -> None:
    text = HEAD.replace("TAGS: PREL", f"TAGS: PREL, {line}, PGOV", 1)
    public = copy_in_spite_of_findings(f"{text}1. (S) Cups.{TAIL}")
    assert "ZEBRA" not in public
    assert "TAGS: PREL, [" in public and ", PGOV\n" in public


@pytest.mark.parametrize("line", ADDRESSES)
def test_addresses_are_no_sentences(line: str) -> None:
    assert not is_sentence(line)


LOOSE = [
    "BLUE ZEBRA CUPS",
    "ZEBRA CUPS BROKE MAY 3.",
    "The cook's zebra cups",
    "The zebra cups broke in May and 30 stood.",
    "COOKS GAVE 300 ZEBRA CUPS TO GUESTS LAST WEEK; THEY FELL.",
]
LINES = (
    HEAD.replace("12\n\nE.O.", "12\n\nSIPDIS\n\nSTATE FOR NEA/ARN\n\nE.O.", 1)
    .replace("PLANS\n\n", "PLANS\n\nREF: A. TESTVILLE 11\n     B. TESTVILLE 10 AND PREVIOUS\n\n", 1)
    .split("\n")
)


@pytest.mark.parametrize("gap", [("", ""), ("\n", ""), ("", "\n"), ("\n", "\n")])
@pytest.mark.parametrize("line", LOOSE)
@pytest.mark.parametrize(
    "index", [i for i in range(1, len(LINES)) if "SUBJECT" not in LINES[i - 1]]
)
def test_no_text_between_two_lines_of_a_header_is_let_go(
    index: int, line: str, gap: tuple[str, str]
) -> None:
    before, after = gap
    head = "\n".join((*LINES[:index], f"{before}{line}{after}", *LINES[index:]))
    public = copy_in_spite_of_findings(f"{head}1. (S) Cups.{TAIL}")
    assert "zebra" not in public.lower()
    assert "S E C R E T - cancelled" in public or "SECRET - cancelled" in public


@pytest.mark.parametrize("level", ["S  E C R E T", "S E C R E T", "SECRET", "S E C  R E T"])
def test_the_whole_of_a_spaced_level_is_cancelled(level: str) -> None:
    """With two blanks between its letters the last of them stayed behind the cancelled line."""
    public = copy_in_spite_of_findings(
        HEAD.replace("S E C R E T", level, 1) + f"1. (S) Cups.{TAIL}"
    )
    assert "[SECRET - cancelled for this copy] TESTVILLE 000012\n" in public


def test_lines_of_known_form_stay() -> None:
    """An addressee without label and route, and the instruction to military addressees."""
    handling = "MILITARY ADDRESSEES HANDLE AS SPECAT EXCLUSIVE"
    text = ENVELOPE.format(line="COGARD INTEL COORD CTR TESTVILLE") + HEAD.replace(
        "\n\nE.O.", f"\n\n{handling}\n\nE.O.", 1
    )
    public = copy_in_spite_of_findings(f"{text}1. (S) Cups.{TAIL}")
    assert "COGARD INTEL COORD CTR TESTVILLE" in public
    assert handling in public
