"""Roles follow what the text says beside a name; who is met by an official is none."""

from __future__ import annotations

import pytest

import redact
from redact.persons.mention import Mention

SAID = [
    ("Poloff met {} at the pond.", "unknown"),
    ("Econoff asked {} about the pumps.", "unknown"),
    ("The Russian DCM and Political Officer told {} about the pumps.", "unknown"),
    ("The minister said {} had left.", "unknown"),
    ("He spoke to {}, told the minister, and left.", "unknown"),
    ("Poloff {} met the farmers.", "us-official"),
    ("Russian DCM {} met the farmers.", "foreign-official"),
    ("He called on Minister {} in May.", "foreign-official"),
    ("The minister of fisheries, {}, told us of the pumps.", "foreign-official"),
    ("The talks with {}, director of fisheries, went well.", "foreign-official"),
    ("The talks with {}, the Bolivian foreign minister, went well.", "foreign-official"),
    ("American general {} saw the pond.", "us-official"),
    ("Senator {} saw the pond.", "unknown"),
    ("U.S. Senator {} saw the pond.", "us-official"),
    ("Chilean Senator {} saw the pond.", "foreign-official"),
    ("President {} saw the pond.", "public-figure"),
    ("The president of Bolivia, {}, saw the pond.", "public-figure"),
    ("We met {}, president of a pump firm.", "foreign-private"),
    ("We met {}, president of the senate.", "foreign-official"),
    ("We met {}, a Chilean lawyer.", "foreign-private"),
    ("We met {}, an American citizen.", "us-private"),
    ("We met the firm's lawyer, {}, in May.", "foreign-private"),
    ("We met his brother-in-law, {}, in May.", "foreign-private"),
    ("We met {}, Minister Vandersloot and others.", "unknown"),
]


def mention(sentence: str, name: str) -> Mention:
    text = f"1. {sentence}\n\n2. The pump test was on Tuesday, as {name} knew.\n"
    start = text.index(name)
    (found,) = [m for m in redact.names(redact.Source.from_text(text)) if m.span.start == start]
    return found


@pytest.mark.parametrize(("said", "role"), SAID)
def test_the_words_beside_a_name_tell_its_role(said: str, role: str) -> None:
    assert mention(said.format("Anton Brezhnik"), "Anton Brezhnik").role == role


@pytest.mark.parametrize(("said", "role"), SAID)
def test_capitals_tell_the_same(said: str, role: str) -> None:
    assert mention(said.format("ANTON BREZHNIK").upper(), "ANTON BREZHNIK").role == role


def test_a_side_stated_once_holds_for_bare_ranks() -> None:
    text = (
        "1. USCINCSO General Hollenbeck arrived. General Hollenbeck saw the pond. He thanked "
        "General Vandersloot. General Hollenbeck left.\n"
    )
    roles = {m.span.of(text): m.role for m in redact.names(redact.Source.from_text(text))}
    assert roles == {"Hollenbeck": "us-official", "Vandersloot": "foreign-official"}


def test_only_who_wrote_or_signed_for_it_drafted_a_telegram() -> None:
    text = (
        "ORIGIN EUR-12 INFO OCT-01 /013 R\n\nDRAFTED BY EUR/NE:TQHOLLENBECK:LEE\n"
        "APPROVED BY EUR:CJMERRIDEW\nEUR/RPM:EVANDERSLOOT\n"
        "--------------------- 012345\nR 011200Z MAY 74\nFM SECSTATE WASHDC\n"
        "TO AMEMBASSY TESTVILLE\nUNCLAS STATE 001234\n\n1. The pump test is on Tuesday.\n"
    )
    roles = {m.span.of(text): m.role for m in redact.names(redact.Source.from_text(text))}
    assert roles == {
        "TQHOLLENBECK": "drafter",
        "CJMERRIDEW": "drafter",
        "EVANDERSLOOT": "us-official",
    }
