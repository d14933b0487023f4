"""Laws of the rules about the envelope that no list of cases can show."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redact
from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.register import load_register
from redact.markings.spelling import edit_distance
from redact.rules import RULES

POLICY = redact.load_policy("state-telegram")
RANKS = {"U": 0, "E": 1, "C": 2, "S": 3, "T": 4}
LINES = {
    "U": "UNCLAS",
    "E": "UNCLAS E F T O",
    "C": "C O N F I D E N T I A L",
    "S": "S E C R E T",
    "T": "T O P  S E C R E T",
}


def parsed(text: str) -> Document:
    return redact.parse(redact.Source.from_text(text), policy=POLICY)


def hits(rule: str, text: str, *siblings: Document, **params: object) -> list[Hit]:
    examined = Examined(
        document=parsed(text),
        register=load_register("state"),
        stage="record",
        as_of=datetime.date(2026, 11, 21),
        params={**RULES[rule].params, **params},
        siblings=siblings,
    )
    return list(RULES[rule].check(examined))


@pytest.mark.parametrize("character", RANKS)
@pytest.mark.parametrize("line", RANKS)
def test_security_characters_below_the_line_are_never_passed(character: str, line: str) -> None:
    text = f"ZNY {character * 5} ZZH\nO 201131Z APR 09\nFM AMEMBASSY TESTVILLE\n"
    found = hits("env-security-chars-vs-classline", f"{text}{LINES[line]} TESTVILLE 000412\n")
    if character == line:
        assert found == []
    else:
        case = "higher" if RANKS[character] > RANKS[line] else "default"
        assert [hit.case for hit in found] == [case]


@pytest.mark.parametrize("character", RANKS)
def test_only_unclassified_goes_in_the_clear(character: str) -> None:
    text = f"ZNR {character * 5} ZZH\nO 201131Z APR 09\nFM AMEMBASSY TESTVILLE\n"
    assert bool(hits("env-opsig-vs-level", text)) == (character != "U")


moments = st.datetimes(datetime.datetime(1973, 7, 1), datetime.datetime(2013, 12, 31, 23, 59))


@given(moments, st.integers(-9, 24 * 60))
def test_sent_within_a_day_of_writing_is_no_drift(written: datetime.datetime, minutes: int) -> None:
    assert hits("env-de-dtg-drift", _sent(written, minutes)) == []


@given(moments, st.integers(24 * 60 + 1, 90 * 24 * 60), st.sampled_from((1, -1)))
def test_sent_more_than_a_day_from_writing_is_drift(
    written: datetime.datetime, minutes: int, sign: int
) -> None:
    assert [hit.case for hit in hits("env-de-dtg-drift", _sent(written, sign * minutes))] == [
        "default"
    ]


def _sent(written: datetime.datetime, minutes: int) -> str:
    sent = written + datetime.timedelta(minutes=minutes)
    return (
        f"DE RUEHTV #0412 {sent:%j%H%M}\nZNR UUUUU ZZH\n"
        f"O {written:%d%H%MZ %b %y}\nFM AMEMBASSY TESTVILLE\n".upper()
    )


def test_a_section_in_another_document_of_the_set_is_at_hand() -> None:
    head = "R 041551Z JAN 79\nFM AMEMBASSY TESTVILLE\nTO SECSTATE WASHDC 1856\n\n"
    first = f"{head}UNCLAS SECTION 1 OF 2 TESTVILLE 0412\n\n1. THE PUMP TEST IS ON TUESDAY.\n"
    second = first.replace("SECTION 1", "SECTION 2")
    other = second.replace("0412", "0413")
    assert hits("env-section-sequence", first, parsed(second)) == []
    assert len(hits("env-section-sequence", first, parsed(other))) == 1


@pytest.mark.parametrize(("day", "count"), [("2009-04-20", 1), ("2009-04-21", 0)])
def test_sensitive_is_retired_from_the_day_the_policy_sets(day: str, count: int) -> None:
    text = "O 201131Z APR 09\nFM AMEMBASSY TESTVILLE\nUNCLAS TESTVILLE 000412\n\nSENSITIVE\n"
    assert len(hits("cap-retired", text, cui_since=datetime.date.fromisoformat(day))) == count


words = st.text("ABC", max_size=6)


@given(words, words)
def test_distance_is_symmetric_and_zero_for_equals_only(one: str, other: str) -> None:
    assert edit_distance(one, other) == edit_distance(other, one)
    assert (edit_distance(one, other) == 0) == (one == other)


@given(words, st.integers(0, 5), st.sampled_from("ABC"))
def test_one_letter_changed_is_a_distance_of_one_at_most(word: str, at: int, letter: str) -> None:
    changed = word[:at] + letter + word[at + 1 :]
    assert edit_distance(word, changed) <= 1
