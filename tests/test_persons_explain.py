"""Why a word is or is no name: ``redact names --explain``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commands import redact

TEXT = (
    "UNCLAS TESTVILLE 000412\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PICNIC\n\n"
    "1. (U) Mr. Emil Vandersloot walked from Lima down Quimbly Street with the OPRA.\n"
)


@pytest.mark.parametrize("asked", [True, False])
def test_every_answer_has_its_reason_when_asked(tmp_path: Path, asked: bool) -> None:
    file = tmp_path / "picnic.txt"
    file.write_text(TEXT)
    more = ["--explain"] if asked else []
    done = redact("names", file, "--format", "json", "--show-text", "always", *more)
    (document,) = json.loads(done.stdout)["documents"]
    (mention,) = document["mentions"]
    assert mention["text"] == "Emil Vandersloot"
    assert ("reasons" in mention, "not_persons" in document) == (asked, asked)
    if asked:
        assert len(mention["reasons"]) == len(mention["detectors"])
        told = {n["text"]: n["reason"] for n in document["not_persons"]}
        assert told["Lima"] == "place"
        assert told["Quimbly"].startswith("eponym")
        assert told["PREL"].startswith("abbreviation")
        assert re.match(r"\d+% likely a name; main evidence against: \w", told["OPRA"])


def test_reasons_hold_no_text_of_the_document(tmp_path: Path) -> None:
    file = tmp_path / "picnic.txt"
    file.write_text(TEXT)
    done = redact("names", file, "--explain")
    assert "not a person" in done.stdout
    assert not any(word in done.stdout for word in ("Vandersloot", "Quimbly", "Emil"))


def test_a_line_says_who_and_why_and_the_end_how_many(tmp_path: Path) -> None:
    file = tmp_path / "picnic.txt"
    file.write_text(TEXT)
    done = redact("names", file, "--explain", "--show-text", "always")
    assert re.search(r"^picnic.txt:\d+:\d+: named P1 'Emil Vandersloot' \w", done.stdout, re.M)
    assert re.search(r"^picnic.txt:\d+:\d+: not a person 'Lima': place$", done.stdout, re.M)
    assert done.stderr == "1 named, 0 possible in 1 document\n"


def test_a_word_not_taken_for_a_name_is_listed_once_for_people(tmp_path: Path) -> None:
    file = tmp_path / "picnic.txt"
    file.write_text(TEXT + "2. (U) Lima. Lima!\n")
    done = redact("names", file, "--explain", "--show-text", "always")
    assert re.findall(r"not a person 'Lima'.*", done.stdout) == [
        "not a person 'Lima' (3 times): place"
    ]
    entries = redact("names", file, "--explain", "--show-text", "always", "--format", "json").stdout
    assert entries.count('"text": "Lima"') == 3
