"""Printed prose: read, converted from TEI, renamed, rewritten in other cases."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from training.case_copies import CASES, in_case
from training.frus import is_development, read_frus, split
from training.passage import Passage
from training.renaming import varied
from training.tei import complete, documents

VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<div type="compilation" xml:id="comp1">
<div type="document" xml:id="d1">
<head>1. Memorandum From <persName corresp="#p1">Mr. Orin Merridew</persName> on Pumps<note
 n="1">Source: Pump files, drafted by <persName>Tallis</persName> in May.</note></head>
<p>The pump test went well,
  <hi rend="italic">as</hi> <persName corresp="#p1">Ambassador Merridew's</persName> note says.</p>
<p>We lunched at the lake, where merridew pumps and Merridew himself were seen.</p>
<p>In the end Mr. Quillon carried the baskets home again.</p>
<p>Too short.</p>
</div>
</div></body></text></TEI>
"""


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    file = tmp_path / "frus1900v01.xml"
    file.write_text(VOLUME, encoding="utf-8")
    return file


def names(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.persons]


def test_tei_gives_paragraphs_with_whole_names_and_without_doubtful_ones(volume: Path) -> None:
    ((identifier, paragraphs),) = documents(volume)
    assert identifier == "d1"
    found = {p.text: names(p) for p in complete(paragraphs)}
    assert found == {
        "1. Memorandum From Mr. Orin Merridew on Pumps": ["Orin Merridew"],
        "Source: Pump files, drafted by Tallis in May.": ["Tallis"],
        "The pump test went well, as Ambassador Merridew's note says.": ["Merridew"],
        "We lunched at the lake, where merridew pumps and Merridew himself were seen.": [
            "Merridew"
        ],
    }


def test_what_the_converter_writes_is_read_again(volume: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "training.tei", str(volume)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    written = tmp_path / "frus.jsonl"
    written.write_text(done.stdout, encoding="utf-8")
    passages = read_frus(written)
    assert [p.origin for p in passages] == ["frus1900v01"] * 4
    assert names(passages[0]) == ["Orin Merridew"]


@pytest.mark.parametrize(
    "line", ["{", '{"text": "a"}', '{"volume": "v", "text": "a", "spans": [[1]]}', "[]"]
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "wrong.jsonl"
    good = {"volume": "v", "doc": "d", "text": "a", "spans": []}
    file.write_text(json.dumps(good) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_frus(file)


def test_development_volumes_are_whole_and_apart(shared: Path) -> None:
    passages = read_frus(shared / "corpus" / "frus" / "train.jsonl")
    train, development = split(passages)
    assert {p.origin for p in train}.isdisjoint({p.origin for p in development})
    assert len(train) + len(development) == len(passages)
    assert 0.02 < len(development) / len(passages) < 0.15
    assert all(is_development(p) for p in development)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80)


@given(TEXTS, st.sampled_from(CASES))
def test_every_case_keeps_the_length(text: str, case: str) -> None:
    assert len(in_case(Passage(text, (), "x"), case).text) == len(text)


def test_capitals_are_read_as_prose_again() -> None:
    passage = Passage("Ambassador Merridew told us the pump was new.", ((11, 19),), "x")
    assert in_case(passage, "capitals").text == passage.text.upper()
    assert names(in_case(passage, "prose from capitals")) == ["Merridew"]


def test_a_person_has_one_new_name_throughout() -> None:
    text = "Merridew saw Tallis. Then Merridew left with Orin Merridew."
    spans = ((0, 8), (13, 19), (26, 34), (45, 58))
    renamed = 0
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311 - seeded on purpose
        passage = varied(Passage(text, spans, "x"), chance)
        first, other, again, _ = names(passage)
        if "saw" not in passage.text or "Then" not in passage.text:
            continue
        if first != "Merridew" and first == again:
            renamed += 1
            assert other != "Tallis"
    assert renamed > 10


def test_renaming_changes_nothing_but_names() -> None:
    text = "Merridew saw Tallis at the lake."
    for seed in range(40):
        chance = random.Random(seed)  # noqa: S311 - seeded on purpose
        passage = varied(Passage(text, ((0, 8), (13, 19)), "x"), chance)
        (_, end), (start, stop) = passage.persons
        rest = passage.text[end:start] + passage.text[stop:]
        assert len(rest) in range(len("saw at the lake.") - 2, len(" saw  at the lake.") + 3)
