"""No words marked above their paragraph reach a public copy, however they are marked.

The documents are checked and planned without a language model. Either the words are withheld, or
the document gets no public copy at all.
"""

from __future__ import annotations

import pytest
from redaction_telegrams import HEAD, TAIL, copy_in_spite_of_findings, outcome

from redact.findings import Severity

AFTER_NUMBER = [
    "--A. (S)", "-- A. (S)", "-a. (S)", "--(A) (S)", "-- (1) (S)", "-- 1) (S)", "- - (S)",
    "-A- (S)", "1.A. (S)", "1. A. (S)", "1.1. (S)", "3.1 (S)", "1-A. (S)", "AA. (S)", "A (S)",
    "A: (S)", "#1 (S)", "+ (S)", ">> (S)", "=> (S)", "~ (S)", "...(S)", '"(S)', "_(S)",
    "\u00a7 2 (S)", "Q1. (S)", "Step 1. (S)", "- (S)", "--", "* (S)", "o (S)", "A. (S)", "a) (S)",
    "(A) (S)", "(1) (S)", "1a. (S)", "I. (S)", "i. (S)", "(S)", "--B. (S//NF)", "--C. (C)",
]  # fmt: skip
AFTER_NUMBER.remove("--")
AFTER_HEADING = [
    "COMMENT: (S)", "-- Objective 1: (S)", "-- Objective (S):", "Name: (S)", "QUESTION A: (S)",
    "Tab A (S):", "| x | (S)", "Cups matter. (S)", "-- Point one, (S)", "Cups matter (S)",
]  # fmt: skip
UNREADABLE = [
    "- (S/REL ITALY)", "- (S//REL TO GERMANY)", "-- (C/REL UK)", "- (CONF)", "- (C/N)",
    "- (S//NF", "- S)", "- (S//XYZ)", "ANNEX A (SECRET)", "(SECRET//REL ITALY)",
]  # fmt: skip
DISGUISED = [
    "- (\uff33)",
    "- (\u0405)",
    "- (S )",
    "- ( S)",
    "- [S]",
    "- {S}",
    "- (s)",
    "- \uff08S\uff09",
]
PASSAGES = [
    "BEGIN SECRET:", "BEGIN SECRET NOFORN TEXT:", "S E C R E T\n", "SECRET\n",
    "ANNEX A (SECRET)\n", "(SECRET//REL ITALY)\n",
]  # fmt: skip
ODD = [
    "<S>", "- <S//NF>", "/S/", "*S*", "-S-", "|S|", "=S=", "S/NF", "\u00abS\u00bb", "&lt;S&gt;",
    "SECRET:", "CONFIDENTIAL - ", "TOP SECRET:", "- S//NF",
]  # fmt: skip
FORMS = [*ODD, *AFTER_NUMBER, *AFTER_HEADING, *UNREADABLE, *DISGUISED, *PASSAGES]


@pytest.mark.parametrize("form", FORMS)
def test_words_marked_above_their_paragraph_are_withheld(form: str) -> None:
    text = f"{HEAD}1. (U) Skis are long:\n\n{form} zebra cups\nand more.{TAIL}"
    public = copy_in_spite_of_findings(text)
    assert "zebra" not in public
    assert "and more" not in public
    assert "2. (U) Lunch is at noon." in public


@pytest.mark.parametrize("form", FORMS)
def test_so_are_those_behind_a_first_such_part(form: str) -> None:
    text = f"{HEAD}1. (U) Skis are long:\n--A. (U) Poles are not.\n{form} zebra cups.{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text)


@pytest.mark.parametrize("form", [*DISGUISED, "- (S/REL Italy)", "- (S//REL TO GERMANY)"])
def test_marks_of_paragraphs_are_read_in_any_form(form: str) -> None:
    text = f"{HEAD}1. {form.removeprefix('- ')} zebra cups.{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text)


WRAPPED = "2. (S) The committee wrote that the plan for the boats was marked\n"


def test_a_lower_mark_that_a_sentence_runs_on_to_releases_nothing() -> None:
    text = f"{HEAD}1. (U) Skis are long.\n\n{WRAPPED}(U) by them, and zebra cups.{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text)


QUOTED_OR_RUN_ON = [
    "{S}The plan was marked\n(U) by them, and zebra cups.",
    "{S}The plan of\nthe cooks was marked\n   (U) Zebra Cups.",
    "{S}The plan was marked\n      (U) zebra cups.",
    "{S}THE PLAN OF THE COOKS WAS MARKED\nBY THEM AS\n(U) ZEBRA CUPS.",
    '{S}Their letter reads:\n"(U) Zebra cups are short."',
    "{S}Their letter reads:\n\u201c(U) Zebra cups are short.\u201d",
]


@pytest.mark.parametrize("words", QUOTED_OR_RUN_ON)
def test_quoted_marks_and_those_of_a_sentence_release_nothing(words: str) -> None:
    text = f"{HEAD}1. (U) Skis are long.\n\n{words.format(S='2. (S) ')}{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text).lower()


ENDED_PARTS = [
    "- (U) It may rain.\nZebra cups are short.",
    "  - (U) It may rain in the morning and\n    again at noon.\nZebra cups are short.",
    "  - (U) It may rain\nZebra cups are short.",
    "A. (U) It may rain.\n\nZebra cups are short.",
    "(U) It may rain.\nZebra cups are short.",
]


@pytest.mark.parametrize("part", ENDED_PARTS)
def test_a_lower_mark_speaks_no_further_than_its_part(part: str) -> None:
    long = "The committee met on the pier and counted all the boats that lay there."
    text = f"{HEAD}1. (U) Skis are long.\n\n2. (S) {long}\n{part}{TAIL}"
    public = copy_in_spite_of_findings(text)
    assert "ebra" not in public
    assert "(U) It may rain" in public


WHOLE_PARTS = [
    "- (U) It may rain in the morning, and the boats will lie still then until\nthe afternoon.",
    "  - (U) It may rain in the morning, and the boats will lie still then. The\n"
    "    cooks stay home.",
    "Weather\n(U) It may rain.",
    "   (U) It may rain in the morning, and the boats will lie still then until\nthe afternoon.",
    "WEATHER:\n(U) It may rain.",
    "A. (U) It may rain.\nB. (U) It may snow.",
]


@pytest.mark.parametrize("part", WHOLE_PARTS)
def test_a_part_that_is_set_out_is_released_whole(part: str) -> None:
    long = "The committee met on the pier and counted all the boats that lay there."
    text = f"{HEAD}1. (U) Skis are long.\n\n2. (S) {long}\n{part}{TAIL}"
    public = copy_in_spite_of_findings(text)
    assert part[part.index("(U)") :] in public


@pytest.mark.parametrize("above", [f"{WRAPPED.rstrip()}.\n", f"{WRAPPED}\n", f"{WRAPPED}COMMENT\n"])
def test_a_lower_mark_behind_a_sentence_a_gap_or_a_heading_begins_a_part(above: str) -> None:
    text = f"{HEAD}1. (U) Skis are long.\n\n{above}(U) Zebra cups are cheap.{TAIL}"
    assert "(U) Zebra cups are cheap." in copy_in_spite_of_findings(text)


QUIET = [
    "Options are (A) boats, (B) skis, and (C) sledges.",
    "Options are:\n(A) boats,\n(B) skis,\n(C) sledges,\n(D) feet.",
    "Options are (a) boats, (b) skis, and (c) sledges.",
    "Water stands at 25 (C) degrees, air at 20 (C).",
    "Any person(s) may come; see REF(S) and ref (B).",
    "Reasons are 1.4 (b) and (d), and 1.4 (c) too.",
    "(c) 2009 by the club of Testville.",
    "The cups club (MTCR) met (SEC) for lunch (SBU).",
    "The office (S/CT) sent flowers.",
]


@pytest.mark.parametrize("words", QUIET)
def test_letters_of_lists_and_abbreviations_are_no_marks(words: str) -> None:
    public, findings = outcome(f"{HEAD}1. (U) {words}{TAIL}")
    assert public is not None
    assert words in public
    assert [f for f in findings if f.rule.startswith("portion-")] == []


def test_a_level_inside_a_sentence_holds_the_document_back() -> None:
    public, findings = outcome(f"{HEAD}1. (U) Skis are (S//NF) zebra cups.{TAIL}")
    assert public is None
    assert [(f.rule, f.severity) for f in findings if f.rule.startswith("portion-")] == [
        ("portion-text-contradiction", Severity.ERROR)
    ]


@pytest.mark.parametrize("form", [*ODD, "S:", "S -", "(//S)", "[S:]", "(Secret)", "S)"])
def test_odd_marks_of_paragraphs_forbid_a_copy_of_an_unclassified_telegram(form: str) -> None:
    text = (
        "UNCLAS TESTVILLE 000012\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PICNIC PLANS\n\n"
        f"1. (U) Lunch is at noon.\n\n2. {form} zebra cups.\n\n3. (U) It may rain.\n"
    )
    public, findings = outcome(text)
    assert public is None
    assert {f.rule for f in findings if f.severity is Severity.ERROR} & {
        "portion-above-banner", "portion-unknown", "portion-unclosed"
    }  # fmt: skip


def test_a_mark_of_another_country_without_the_country_is_not_trusted() -> None:
    assert "zebra" not in copy_in_spite_of_findings(f"{HEAD}1. (//U) Zebra zebra.{TAIL}")


@pytest.mark.parametrize(
    "line",
    [
        "REF: A. (S) TESTVILLE 11 ON ZEBRA CUPS\n     B. PORT EXAMPLE 12",
        "REFS: A. TESTVILLE 11 (S) ZEBRA CUPS",
        "TAGS: PREL (S) ZEBRA CUPS",
        "E.O. 12958: DECL: 03/04/2016 (S//NF) ZEBRA CUPS",
        "SUBJECT: (U) PICNIC PLANS (S) ZEBRA CUPS",
        "Classified By: DCM Jane Sample. Reason: 1.4 (b) and (d). (S) ZEBRA CUPS",
    ],
)
def test_marked_words_in_any_line_of_the_header_are_withheld(line: str) -> None:
    label = line.split(":")[0].rstrip("S")
    kept = [old for old in HEAD.split("\n") if not old.startswith(label)]
    text = "\n".join([*kept[:-2], line, "", ""]) + f"1. (S) Cups.{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text).lower()


@pytest.mark.parametrize("line", ["(S) ZEBRA CUPS", "STATE FOR EUR (S) ZEBRA CUPS",
    "ZEBRA CUPS WERE WASHED BY NINE COOKS ON FRIDAY"])  # fmt: skip
def test_so_are_those_among_the_captions_and_words_that_are_no_caption(line: str) -> None:
    text = HEAD.replace("\n\nE.O.", f"\n\n{line}\n\nE.O.", 1) + f"1. (S) Cups.{TAIL}"
    assert "ZEBRA" not in copy_in_spite_of_findings(text)


@pytest.mark.parametrize(
    "references",
    [
        "(A) TESTVILLE 11, (B) TESTVILLE 12:\n(C) TESTVILLE 13",
        "A) STATE 11, B) STATE 12,\nC) STATE 13",
    ],
)
def test_letters_of_references_are_no_marks(references: str) -> None:
    text = HEAD.replace("\n\nClassified", f"\nREFS: {references}\n\nClassified")
    public = copy_in_spite_of_findings(f"{text}1. (S) Cups.{TAIL}")
    assert f"REFS: {references}" in public


@pytest.mark.parametrize(
    "opened", ["MSGID/GENADMIN/TEST", "POC/SAMPLE/LT", "REF/A/MSG/TEST", "SUBJ/CUPS"]
)
def test_a_set_that_is_never_closed_lets_no_text_go(opened: str) -> None:
    text = (
        "R 101345Z FEB 05\nFM CDR TEST SQUADRON\nTO COMTESTGRU\nBT\nS E C R E T //N01000//\n"
        f"MSGID/GENADMIN/TEST//\n{opened}\nRMKS/1. (S) ZEBRA CUPS.\n\n2. (S) ZEBRA CUPS ARE LONG."
        "\n\nZEBRA CUPS AGAIN.\nBT\n"
    )
    assert "ZEBRA" not in copy_in_spite_of_findings(text)


@pytest.mark.parametrize("label", ["Info:", "Signature:", "Drafted By:", "Action:", "MRN:"])
def test_labels_inside_the_text_let_no_text_go(label: str) -> None:
    text = (
        "SECRET\n\nMRN: 11 TESTVILLE 12\nDate/DTG: Feb 10, 2011 / 101345Z FEB 11\n"
        "From: AMEMBASSY TESTVILLE\nAction: SECSTATE WASHDC\nE.O.: 13526\nSubject: Picnic\n\n"
        f"1. (S) Skis.\n{label} zebra cups\n\tzebra cups\n\n2. (S) It may rain.\n\nSignature: Roe\n"
    )
    assert "zebra" not in copy_in_spite_of_findings(text)


def test_several_marks_at_the_head_of_one_line_begin_one_part() -> None:
    text = f"{HEAD}1. (S) Skis are long.\n\nS(U) (U) (S) (U) zebra cups.{TAIL}"
    assert "zebra" not in copy_in_spite_of_findings(text)
