"""Invented telegrams of many countries: in any case nearly every name is found, and little else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from person_documents import cases

from redact.documents import parse
from redact.persons import Mention, find_mentions
from redact.sources import Source

TELEGRAMS = [pytest.param(text, id=case) for _, case, text in cases("telegrams")]
LEAST_NAMED, LEAST_RIGHT = 0.8, 0.9
"""Shares of the names of one telegram, and of the mentions in it. The model is not perfect."""

LEAST_FOUND, LEAST_RIGHT_AMONG_FIRMS = 0.9, 0.8
"""The same over all telegrams of *countries*, where every other line has a firm or a party."""


def capitals(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def read(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and where the names stand in it."""
    text, names, start = "", [], 0
    for piece in re.split(r"(\[\[|\]\])", marked):
        if piece == "[[":
            start = len(text)
        elif piece == "]]":
            names.append((start, len(text)))
        else:
            text += piece
    return text, names


def persons(text: str) -> list[Mention]:
    return [m for m in find_mentions(parse(Source.from_text(text))) if m.kind == "PERSON"]


@pytest.mark.parametrize("case", [str, capitals], ids=["as_is", "in_capitals"])
@pytest.mark.parametrize("marked", TELEGRAMS)
def test_nearly_every_name_is_withheld_and_every_one_shown(
    marked: str, case: Callable[[str], str]
) -> None:
    text, names = read(marked)
    mentions = persons(case(text))
    named = {i for m in mentions if m.tier == "named" for i in range(m.span.start, m.span.end)}
    shown = {i for m in mentions for i in range(m.span.start, m.span.end)}
    letters = [{i for i in range(*name) if text[i].isalpha()} for name in names]
    assert [text[s:e] for (s, e), i in zip(names, letters, strict=True) if not i <= shown] == []
    assert sum(i <= named for i in letters) >= LEAST_NAMED * len(names)


@pytest.mark.parametrize("case", [str, capitals], ids=["as_is", "in_capitals"])
@pytest.mark.parametrize("marked", TELEGRAMS)
def test_hardly_anything_else_is_withheld(marked: str, case: Callable[[str], str]) -> None:
    text, names = read(marked)
    inside = {i for name in names for i in range(*name)}
    named = [m.span for m in persons(case(text)) if m.tier == "named"]
    right = sum(not inside.isdisjoint(range(s.start, s.end)) for s in named)
    assert right >= LEAST_RIGHT * len(named)


@pytest.mark.parametrize("case", [str, capitals], ids=["as_is", "in_capitals"])
def test_among_many_firms_parties_and_peoples_names_are_found(case: Callable[[str], str]) -> None:
    found, withheld, right, names = 0, 0, 0, 0
    for _, _, marked in cases("countries"):
        text, spans = read(marked)
        named = [m.span for m in persons(case(text)) if m.tier == "named"]
        covered = {i for s in named for i in range(s.start, s.end)}
        inside = {i for span in spans for i in range(*span)}
        names += len(spans)
        found += sum({i for i in range(*span) if text[i].isalpha()} <= covered for span in spans)
        withheld += len(named)
        right += sum(not inside.isdisjoint(range(s.start, s.end)) for s in named)
    assert found >= LEAST_FOUND * names
    assert right >= LEAST_RIGHT_AMONG_FIRMS * withheld
