"""Persons of a set: what one document tells about another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from person_documents import cases, prose, unmarked

from redact.persons.known import KnownName, known_names, written_words
from redact.persons.known_elsewhere import known_here
from redact.persons.lexicon import load_lexicon
from redact.persons.mention import Mention
from redact.sources import Span

KNOWN = (
    KnownName(("quimbly",), ("john",)),
    KnownName(("baker",), ("alice",)),
    KnownName(("lima",), ("rosa",)),
    KnownName(("bank",), ("tom",)),
    KnownName(("perez", "sol"), ("jorge",)),
    KnownName(("martin",)),
)


def mention(text: str, name: str, **facts: object) -> Mention:
    start = text.index(name)
    values = {"tier": "named", "person": "P1", "role": "unknown", "score": 0.9, "detectors": ("x",)}
    return Mention(span=Span(start, start + len(name)), kind="PERSON", **(values | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked"), [pytest.param(text, id=case) for _, case, text in cases("known_elsewhere")]
)
def test_a_person_known_elsewhere_is_found_where_a_person_is_named(marked: str) -> None:
    text, names = unmarked(marked)
    found = known_here(prose(text), (), KNOWN)
    assert [m.span.of(text) for m in found] == names
    assert all((m.tier, m.kind, m.detectors) == ("named", "PERSON", ("set",)) for m in found)


def test_a_possible_name_becomes_named_when_the_set_knows_it() -> None:
    text = "The answer to Quimbly came from Velmar."
    possible = [
        mention(text, name, tier="possible", score=0.4, person=person)
        for name, person in (("Quimbly", "P1"), ("Velmar", "P2"))
    ]
    raised, left = known_here(prose(text), possible, KNOWN)
    assert (raised.tier, raised.detectors, raised.span) == ("named", ("set", "x"), possible[0].span)
    assert left == possible[1]


def test_a_role_stated_here_stays() -> None:
    text = "The answer to Ambassador Quimbly came late.\nQUIMBLY"
    (own,) = [mention(text, "QUIMBLY", role="signatory", detectors=("signature",))]
    found = known_here(prose(text), [own], KNOWN)
    assert [m.role for m in found][-1] == "signatory"
    assert len(found) == 2


def test_persons_are_numbered_again_in_order_of_first_mention() -> None:
    text = "Quimbly wrote to Brandwyck, and Quimbly waited."
    found = known_here(prose(text), [mention(text, "Brandwyck")], KNOWN)
    assert [m.person for m in found] == ["P1", "P2", "P1"]


@given(st.text(alphabet="Quimbly JOHN.,-\n'aé()", max_size=80))
def test_nothing_known_changes_nothing(text: str) -> None:
    assert known_here(prose(text), (), ()) == ()
    found = known_here(prose(text), (), KNOWN)
    ends = [0] + [m.span.end for m in found]
    assert all(m.span.start >= end for m, end in zip(found, ends, strict=False))


def test_a_person_is_known_by_all_words_of_the_mentions() -> None:
    text = "Ilse Brandwyck came. Brandwyck left, and J. Brandwyck stayed."
    names = [mention(text, "Ilse Brandwyck"), mention(text, "J. Brandwyck")]
    (known,) = known_names(text, names, load_lexicon())
    assert known == KnownName(("brandwyck",), ("ilse", "j"), sure=True)


@pytest.mark.parametrize(
    ("detectors", "sure"),
    [(("model",), False), (("model", "propagation"), False), (("model", "title"), True)],
)
def test_one_word_of_the_model_alone_is_not_sure(detectors: tuple[str, ...], sure: bool) -> None:
    text = "Velmar came."
    (known,) = known_names(text, [mention(text, "Velmar", detectors=detectors)], load_lexicon())
    assert known.sure is sure


def test_words_broken_at_a_line_end_are_words_too() -> None:
    assert {"quimbly", "quim", "bly"} <= written_words("QUIM-\r\nBLY")
