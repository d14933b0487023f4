"""Among firms, streets and prizes called as persons are, persons are found and little else is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from person_documents import cases

from redact.documents import parse
from redact.persons import find_mentions
from redact.sources import Source

TELEGRAMS = [text for _, _, text in cases("organisations")]
LEAST_NAMED, LEAST_SHOWN, MOST_EPONYMS = 0.9, 0.97, 0.1
"""Shares of the names withheld and shown, and of the eponyms withheld, over all telegrams."""

_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def capitals(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def read(marked: str) -> tuple[str, list[set[int]], list[set[int]]]:
    """The text without marks, and the letters of each name and of each eponym."""
    text, start, end = "", 0, 0
    found: dict[str, list[tuple[int, int]]] = {"]]": [], "}}": []}
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        end = mark.end()
        if mark[0] in found:
            found[mark[0]].append((start, len(text)))
        else:
            start = len(text)
    text += marked[end:]
    names, eponyms = (
        [{i for i in range(*span) if text[i].isalpha()} for span in spans]
        for spans in found.values()
    )
    return text, names, eponyms


@pytest.mark.parametrize("case", [str, capitals], ids=["as_is", "in_capitals"])
def test_persons_are_found_and_what_is_called_after_persons_is_left(
    case: Callable[[str], str],
) -> None:
    names = named = shown = eponyms = hit = 0
    for marked in TELEGRAMS:
        text, persons, others = read(marked)
        withheld: set[int] = set()
        seen: set[int] = set()
        for mention in find_mentions(parse(Source.from_text(case(text)))):
            if mention.kind == "PERSON":
                letters = set(range(mention.span.start, mention.span.end))
                seen |= letters
                withheld |= letters if mention.tier == "named" else set()
        names += len(persons)
        named += sum(name <= withheld for name in persons)
        shown += sum(name <= seen for name in persons)
        eponyms += len(others)
        hit += sum(not other.isdisjoint(withheld) for other in others)
    assert named >= LEAST_NAMED * names
    assert shown >= LEAST_SHOWN * names
    assert hit <= MOST_EPONYMS * eponyms
