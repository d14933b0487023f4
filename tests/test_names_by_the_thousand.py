"""Long lists of names: what is looked up in an index is what a walk through everything finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.persons.identity import numbers as identity
from redact.persons.identity.numbers import _keys, _meet
from redact.persons.lexicon import load_lexicon
from redact.sources.folding import fold
from redact.sources.wording import _pattern, find_name, name_words

_STEMS = ("brandwyck", "brandwick", "tveitane", "zhirinovskiy", "zhirinovsky", "pol", "aldenham")
_GLUE = st.sampled_from(("", " ", "-", "--", "\n", "-\n", ". ", "_", "s", "'s", "é", "\u00ad", "4"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Pieces of names with whatever may stand between letters."""
    pieces = st.sampled_from((*_STEMS, "bran", "dwyck", "P", "o", "l", "Ilse", "anna"))
    return "".join(draw(st.lists(st.one_of(pieces, _GLUE), max_size=30)))


@given(
    texts(), st.sampled_from(("Ilse Brandwyck", "Pol", "anna Pol", "Brandwyck", "P. Tveitane", "4"))
)
def test_a_name_is_found_where_its_pattern_matches(text: str, name: str) -> None:
    folded = fold(text)
    walked = [
        folded.original(*match.span()) for match in _pattern(name_words(name)).finditer(folded.text)
    ]
    assert list(find_name(folded, name)) == walked


@st.composite
def garbled_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and the word with at most one letter other, more or fewer."""
    word = draw(st.one_of(st.sampled_from(_STEMS), st.text("abco", min_size=1, max_size=9)))
    at = draw(st.integers(0, len(word)))
    letter = draw(st.sampled_from(("", "a", "x")))
    gone = draw(st.integers(0, 1))
    return word, (word[:at] + letter + word[at + gone :]) or word


@given(garbled_pairs())
def test_words_that_are_one_name_share_a_key(pair: tuple[str, str]) -> None:
    first, second = pair
    if _meet((first,), {second}):
        assert _keys(first) & _keys(second)


def test_a_person_is_compared_with_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four hundred strangers took eighty thousand comparisons, four thousand eight million."""
    letters = "bdfgklmnprstvz"
    names = [f"Ilse {a}a{b}e{c}o{a}u" for a in letters for b in letters for c in "bgt"]
    compared: list[int] = []
    lexicon = load_lexicon()
    alike = identity._alike
    monkeypatch.setattr(identity, "_alike", lambda *told: compared.append(1) or alike(*told))
    numbers = identity.identify(names, lexicon)
    assert len(compared) < 20 * len(names)
    assert numbers[0] == "P1"
    assert identity.identify([names[0], "Ilse Xorundwyck", names[0]], lexicon)[2] == "P1"
