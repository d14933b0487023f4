"""Text that is long and senseless costs time in proportion to its length, through every rule."""

from __future__ import annotations

import cProfile
import dataclasses
import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from redaction_documents import FOIA, context, lay_out, make_copy, mention

from redact.batch.check import CheckSettings, check_source
from redact.batch.guard import guarded
from redact.batch.inputs import Input
from redact.documents import parse
from redact.findings import Unexamined
from redact.policy.model import Policy
from redact.redaction.account.review import review
from redact.redaction.plan import make_plan
from redact.redaction.publish import publish
from redact.redaction.record import record_bytes
from redact.sources import Source

SETTINGS = CheckSettings(as_of=datetime.date(2026, 11, 21))
UNNAMED = dataclasses.replace(
    FOIA, withhold=tuple(line for line in FOIA.withhold if line.portions_above)
)
HEAD = (
    "UNCLAS TESTVILLE 000012\n\nSIPDIS\n\n"
    "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PUMPS\n\n1. (U) Hello.\n"
)
PIECES = (
    *(" ", "-", "(", ")", "[", "/", "//", ".", ",", ":", "=", "_", "*", "#", "'", '"', "\t", "7"),
    *("\n", "\r", "\r\n", "\n \n", "\x0c", "\u2028", "\u200b", "\u202e", "A ", "A", "Aa ", "1. "),
    *("(C) ", "\n(C) x", "\n1. (C) x", "(S//NF) ", "\n1.", "\n99. ", "(1)", "()", "1.4(D) "),
    *("REF: ", "\nA. ", "(A) ", "REFTEL ", "PARA 3 ", "BEGIN TEXT ", "END TEXT ", "END SUMMARY "),
    *(
        "SECRET\n",
        "SECRET//NOFORN ",
        "REL TO USA, ",
        "S E C R E T ",
        "CUI//SP-",
        "NODIS\n",
        "SIPDIS ",
    ),
    *(
        "\nBT\n",
        "\nTAGS: ",
        "\nSUBJECT: ",
        "\nE.O. 12958: ",
        "\nCLASSIFIED BY: ",
        "\nDERIVED FROM: ",
    ),
    *(
        "PAGE 02 LA PAZ 00676 010653Z\n",
        "\nDE RUEHXX #0001/01 1101131\n",
        "ZNY CCCCC ZZH\n",
        "\nFM ",
    ),
    *(
        "\nTO ",
        "\nINFO ",
        "R 010653Z JAN 74\n",
        "SECTION 01 OF 02 ",
        "FOR ",
        "DECLASSIFIED ",
        "OADR ",
    ),
)


def calls(text: str) -> int:
    """Functions called to check a text."""
    source = Source.from_text(text)
    return counted(lambda: check_source(SETTINGS, source))


def counted(work: Callable[[], object]) -> int:
    """Functions called: work that does not depend on the machine."""
    profile = cProfile.Profile()
    profile.enable()
    work()
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module", autouse=True)
def _patterns_are_compiled() -> None:
    for piece in PIECES:
        check_source(SETTINGS, Source.from_text(HEAD + piece * 3))
        check_source(SETTINGS, Source.from_text(piece * 3))


@pytest.mark.parametrize(
    "text",
    [
        "PAGE 02 TESTVILLE 000412 " + "0123456789" * 6 + "x\n",
        HEAD.replace("SUBJECT", "[PREL](x)" * 40 + "!\nSUBJECT"),
        HEAD + "As para 1" + " ,  " * 40 + "x said.\n",
        HEAD + "As in ref A" + " ,  " * 40 + "x we said.\n",
    ],
    ids=["digits of a page heading", "links in TAGS", "commas after para", "commas after ref"],
)
def test_no_pattern_tries_every_way_to_read_a_line(text: str) -> None:
    # Each of these once doubled its time with every repetition: minutes for a line.
    outcome = guarded(lambda item: check_source(SETTINGS, item.read()), paper(text), 30)
    assert not isinstance(outcome, Unexamined)


@pytest.mark.parametrize("as_of", [datetime.date.min, SETTINGS.as_of, datetime.date.max])
@pytest.mark.parametrize("instruction", ["12/31/9999", "20290420", "01/01/0001", "99999 years"])
@pytest.mark.parametrize("day", ["December 31, 9999", "29 February 9996", "1 January 0001"])
def test_days_at_the_ends_of_the_calendar_are_days(
    day: str, instruction: str, as_of: datetime.date
) -> None:
    text = (
        f"CONFIDENTIAL\n\n{day}\n\nMEMORANDUM FOR THE RECORD\n\nSUBJECT: (U) Pumps\n\n"
        "1. (C) The pumps are red.\n\nClassified By: Jane Sample, Director\nReason: 1.4(b)\n"
        f"Declassify On: {instruction}\n\nCONFIDENTIAL\n"
    )
    check_source(CheckSettings(as_of=as_of), Source.from_text(text))


def paper(text: str) -> Input:
    return Input("paper.txt", None, data=text.encode())


@pytest.mark.parametrize("head", ["", HEAD], ids=["alone", "in a telegram"])
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_work_grows_in_proportion_to_the_text(piece: str, head: str) -> None:
    before, after = calls(head + piece * 100), calls(head + piece * 400)
    assert after < 6 * before


def one_paragraph(size: int) -> str:
    return "1. (C) " + "pump water " * size


def paragraphs_alike(size: int) -> str:
    return "\n\n".join(
        f"{n}. (C) The pump is to be painted green on Tuesday." for n in range(1, size)
    )


def names_and_paragraphs(size: int) -> str:
    names = (
        f"{n}. ({'CU'[n % 2]}) Zoltan Quim{spelt(size * n)} came by train." for n in range(1, size)
    )
    return "\n\n".join(names)


def spelt(number: int) -> str:
    """The number in letters."""
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number))


@pytest.mark.parametrize("policy", [FOIA, UNNAMED], ids=["all", "portions only"])
@pytest.mark.parametrize("text_of", [one_paragraph, paragraphs_alike, names_and_paragraphs])
def test_withholding_takes_work_in_proportion_to_the_text(
    text_of: Callable[[int], str], policy: Policy
) -> None:
    def work(size: int) -> int:
        document = lay_out(f"CONFIDENTIAL\n\n{text_of(size)}\n\nROSEWOOD\n")
        named = [
            mention(document, match[0], person=f"P{match.start()}")
            for match in re.finditer(r"Zoltan \w+", document.text)
        ]
        return counted(lambda: make_copy(document, make_plan(document, named, (), policy), policy))

    work(20)
    assert work(800) < 5.5 * work(200)


def test_headers_are_compared_in_proportion_to_the_text() -> None:
    head = "R 010653Z JAN 74\nFM AMEMBASSY TESTVILLE\nTO SECSTATE WASHDC\n"
    line = "CONFIDENTIAL TESTVILLE 0012\n\nTAGS: PFOR\nSUBJECT: PUMPS\n\n1. HELLO.\n\n"

    def work(size: int) -> int:
        names = [f"INFO AMEMBASSY QUIM{spelt(n)}VILLE\n".upper() for n in range(2 * size)]
        text = head + "".join(names[:size]) + line + head + "".join(names[size:]) + line
        return counted(lambda: parse(Source.from_text(text)))

    work(20)
    assert work(1200) < 5.5 * work(300)


def test_a_proof_takes_work_in_proportion_to_the_text(tmp_path: Path) -> None:
    def work(size: int) -> int:
        data = f"CONFIDENTIAL\n\n{names_and_paragraphs(size)}\n\nROSEWOOD\n".encode()
        document = lay_out(data.decode())
        done = publish(
            data, document, (), (), context(FOIA), tmp_path / f"{size}", name="paper.txt",
            release_policy=FOIA,
        )  # fmt: skip
        assert done.path is not None
        copy, record = done.path.read_bytes(), json.loads(record_bytes(done.record))
        return counted(lambda: review(copy, record, data))

    work(20)
    assert work(800) < 5.5 * work(200)
