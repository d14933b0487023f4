"""Two versions of a passage are held together by what they share, however often words repeat."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from redact.rules.redaction.alignment import Gap, gaps

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(WORDS, WORDS)
def test_outside_the_gaps_both_versions_are_equal(first: list[str], second: list[str]) -> None:
    at = other = 0
    for gap in gaps(first, second):
        assert first[at : gap.start] == second[other : gap.other_start]
        assert at <= gap.start <= gap.end and other <= gap.other_start <= gap.other_end
        at, other = gap.end, gap.other_end
    assert first[at:] == second[other:]


@given(WORDS)
def test_equal_versions_have_no_gap(words: list[str]) -> None:
    assert list(gaps(words, words)) == []


def test_a_word_that_stands_once_in_both_parts_two_gaps() -> None:
    first, second = ["a", "X", "b", "Y", "c"], ["a", "P", "Q", "b", "R", "c"]
    assert list(gaps(first, second)) == [Gap(1, 2, 1, 3), Gap(3, 4, 4, 5)]
    assert list(gaps(first, second, unfit="b")) == [Gap(1, 4, 1, 5)]


def calls(first: list[str], second: list[str]) -> int:
    """Function calls, those of C included, that an alignment takes."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(counted)
    try:
        assert list(gaps(first, second))
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_like_the_text_where_words_repeat() -> None:
    def versions(size: int) -> tuple[list[str], list[str]]:
        return ["a", "b", "X"] * size, ["a", "Y", "b"] * size

    assert calls(*versions(4000)) < 3 * calls(*versions(2000)) + 100
