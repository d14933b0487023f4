"""What stands behind the end of a telegram counts as unmarked, whatever the last mark above says.

The documents are checked and planned without a language model.
"""

from __future__ import annotations

import pytest
from redaction_telegrams import HEAD, copy_in_spite_of_findings, outcome

BODY = "1. (S) Cups are blue.\n\n2. (U) Lunch is at noon.\n"

APPENDED = {
    "behind the signature": "SAMPLE\n\nZebra cups are short.\n",
    "behind the signature, without a gap": "SAMPLE\nZebra cups are short.\n",
    "behind a signature of three words": "VAN DER SAMPLE\n\nZebra cups are short.\n",
    "behind a signature and its level": "SAMPLE\n\nSECRET\n\nZebra cups are short.\n",
    "behind a break": "SAMPLE\nBT\n#0012\n\nZebra cups are short.\n",
    "behind a break, unsigned": "BT\n#0012\n\nZebra cups are short.\n",
    "behind NNNN": "SAMPLE\nNNNN\n\nZebra cups are short.\n",
    "behind the serial number": "SAMPLE\n#0012\nZebra cups are short.\n",
    "behind the end in words": "SAMPLE\nEND OF MESSAGE\n\nZebra cups are short.\n",
    "far behind the end in words": "END OF MESSAGE\nSAMPLE\n\n1\n2\n3\n4\nZebra cups are short.\n",
    "behind the end of the record": "SAMPLE\n\n<< END OF DOCUMENT >>\n\nZebra cups are short.\n",
    "behind the station's lines": "SAMPLE\nDRAFTED BY POL:JROE\nZebra cups are short.\n",
    "in a note of the station": "SAMPLE\n\nNOTE BY OC/T: ZEBRA CUPS ARE SHORT\n",
    "as a correction": "SAMPLE\n\nCORRECTION: IN PARA 1 READ ZEBRA CUPS FOR BLUE CUPS.\n",
    "as a reply that is signed too": "SAMPLE\n\nZebra cups are short.\n\nSAMPLE\n",
    "as a reply that is signed by another": "SAMPLE\nBT\n\nZebra cups are short.\n\nROE\n",
    "as a list": "SAMPLE\nBT\n1. Zebra cups.\n2. More.\n",
    "under a mark that ended": "SAMPLE\nBT\n(U) Cups.\n\nZebra cups are short.\n",
    "with a mark of its own": "SAMPLE\n\n(S) Zebra cups are short.\n",
    "in the attributes": "SAMPLE\n\nMessage Attributes\n\nZebra cups are short.\nFrom: X\n",
    "as cleared by a sentence": "SAMPLE\n\nCLEARED BY NOBODY SHORT ZEBRA CUPS LINGER\n",
    "as drafted by a sentence": "SAMPLE\n\nCLEARED BY NOBODY AND THE ZEBRA CUPS ARE SHORT\n",
}


@pytest.mark.parametrize("name", APPENDED)
def test_text_behind_the_end_is_withheld_and_reported(name: str) -> None:
    text = f"{HEAD}{BODY}{APPENDED[name]}"
    public = copy_in_spite_of_findings(text)
    assert "zebra" not in public.lower()
    assert "2. (U) Lunch is at noon." in public
    if name != "with a mark of its own":
        _, findings = outcome(text)
        assert "portion-missing" in [f.rule for f in findings]


STATION = {
    "drafter and clearances": "SAMPLE\n\nDRAFTED BY POL:JROE\nCLEARED BY: ECON:MPOND, DCM:KLAKE\n",
    "officers alone": "SAMPLE\n\nPOL:JROE; ECON:MPOND\n",
    "a caption taken off": "SAMPLE\n\nDECAPTIONED BY S/S-I 03/04/1999\n",
    "a note of the station": "SAMPLE\n\nNOTE BY OC/T: NOT PASSED ALL ARA POSTS.\n",
    "a page": "SAMPLE\n\nPAGE 2 OF 2\n-----------\n",
    "a serial number": "SAMPLE\nBT\n#0012\n\nNNNN\n\n0012\n",
    "a footer of the web": "SAMPLE\n\nBack to top\n",
    "a caseload stamp": "SAMPLE\n\nDECLASSIFIED BY JANE ROE ON 2009-01-02\n",
}


@pytest.mark.parametrize("name", STATION)
def test_lines_of_the_station_are_no_text(name: str) -> None:
    public, findings = outcome(f"{HEAD}{BODY}{STATION[name]}")
    assert public is not None
    assert STATION[name].split("\n", 1)[1] in public
    assert "portion-missing" not in [f.rule for f in findings]


RUNNING_ON = {
    "a heading in capitals": "LUNCH\n\nSoup is served.\n\nROE\n",
    "a list of countries": "The members follow.\n\nUTOPIA\n\nOne pond.\n\nSAMPLE\n",
    "words broken at a line end": "We postponed lunch, post-\nPONE\nit again.\nSAMPLE\n",
    "quoted END MESSAGE": "BEGIN MESSAGE\nCome.\nEND MESSAGE\nSoup is served.\nSAMPLE\n",
}


@pytest.mark.parametrize("name", RUNNING_ON)
def test_a_heading_in_a_signed_telegram_ends_nothing(name: str) -> None:
    public, findings = outcome(f"{HEAD}{BODY}{RUNNING_ON[name]}")
    assert public is not None
    assert RUNNING_ON[name].rsplit("\n", 2)[0] in public
    assert "portion-missing" not in [f.rule for f in findings]


def test_a_further_section_carries_the_paragraph_on() -> None:
    sections = (
        HEAD.replace("TESTVILLE 000012", "SECTION 01 OF 02 TESTVILLE 000012")
        + "1. (S) Cups are blue.\n\n2. (U) Lunch is\nBT\n#0012\nNNNN\n\n"
        + "S E C R E T SECTION 02 OF 02 TESTVILLE 000012\n\nat noon in the park.\n"
        + "SAMPLE\nBT\n#0012\n"
    )
    public, findings = outcome(sections)
    assert public is not None
    assert "at noon in the park." in public
    assert "portion-missing" not in [f.rule for f in findings]


def test_a_sentence_among_the_labels_above_the_record_is_text() -> None:
    text = f"Reference ID: 09TESTVILLE12\nOrigin: Embassy\nZebra cups are short.\n{HEAD}{BODY}"
    assert "Zebra" not in copy_in_spite_of_findings(text)


ANOTHER_HEADER = {
    "a section is missing": "S E C R E T SECTION 03 OF 03 TESTVILLE 000012\n\n",
    "another message": HEAD.replace("Classified By", "CLASSIFIED BY"),
}


@pytest.mark.parametrize("name", ANOTHER_HEADER)
def test_text_under_a_header_that_carries_nothing_on_is_withheld(name: str) -> None:
    first = HEAD.replace("TESTVILLE 000012", "SECTION 01 OF 03 TESTVILLE 000012")
    text = f"{first}{BODY}\n{ANOTHER_HEADER[name]}Zebra cups are short.\n\n3. (U) It may rain.\n"
    public = copy_in_spite_of_findings(text)
    assert "Zebra" not in public
    assert "3. (U) It may rain." in public
    _, findings = outcome(text)
    assert "portion-missing" in [f.rule for f in findings]
