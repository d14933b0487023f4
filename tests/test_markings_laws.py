"""What holds for every marking and every text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from marking_values import markings

from redact.markings.level import find_level
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.register import load_register

REGISTERS = ("us", "state", "cui", "nato", "uk")


def read_back(marking: Marking, register: str) -> tuple[Marking | None, Marking | None]:
    vocabulary = load_register(register)
    return (
        parse_marking(marking.banner(), vocabulary, "banner").marking,
        parse_marking(marking.portion(), vocabulary, "portion").marking,
    )


@given(markings("us"))
def test_reading_either_canonical_form_gives_the_marking_again(marking: Marking) -> None:
    assert read_back(marking, "us") == (marking, marking)


@pytest.mark.parametrize("register", ["uk", "cui"])
@given(data=st.data())
def test_the_same_holds_in_other_systems(register: str, data: st.DataObject) -> None:
    marking = data.draw(markings(register))
    assert read_back(marking, register) == (marking, marking)


@given(markings("state", with_level=True))
def test_the_same_holds_for_telegram_marks_with_a_level(marking: Marking) -> None:
    assert read_back(marking, "state") == (marking, marking)


BREAKS = ("\n", "\r\n   ", "  \n", "\r", "\n\t ")
_SEPARATOR = re.compile(r"(?<=//)|(?=//)|(?<=/)(?!/)|, ?| ")


@given(
    markings("us", with_level=True),
    st.sampled_from(BREAKS),
    st.integers(min_value=0, max_value=200),
)
def test_a_mark_wrapped_at_a_separator_reads_as_on_one_line(
    marking: Marking, line_end: str, place: int
) -> None:
    register = load_register("us")
    for written, form in ((marking.banner(), "banner"), (f"{marking.portion()}", "portion")):
        places = [m for m in _SEPARATOR.finditer(written, 3) if m.end() < len(written)]
        if not places:
            continue
        match = places[place % len(places)]
        wrapped = written[: match.start()] + match[0].rstrip() + line_end + written[match.end() :]
        whole, broken = (parse_marking(text, register, form) for text in (written, wrapped))
        assert broken.marking == whole.marking
        assert [p.kind for p in broken.problems] == [p.kind for p in whole.problems]


FRAGMENTS = st.sampled_from(
    ["SECRET", "S", "//", "/", "-", ", ", " ", "NOFORN", "NF", "REL TO", "USA", "GBR", "FGI", "CUI",
     "SP-CTI", "EYES ONLY", "JOINT", "NATO", "SAR-BP", "SI-G", "RD", "SIGMA 14", "(", ")", "\u200b",
     "Ѕ", "x", "é", "\n", "25X1", "20300101", "ENTIRE TEXT", "UK", "OFFICIAL"]
)  # fmt: skip


@pytest.mark.parametrize("register", REGISTERS)
@given(text=st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=12).map("".join)))
def test_reading_never_raises_and_points_inside_the_text(register: str, text: str) -> None:
    vocabulary = load_register(register)
    found = find_level(text, vocabulary)
    assert found is None or 0 <= found[1].start < found[1].end <= len(text)
    for form in ("banner", "portion"):
        reading = parse_marking(text, vocabulary, form)
        assert all(problem.span.end <= len(text) for problem in reading.problems)
        if reading.marking is None:
            assert any(problem.kind == "unknown-token" for problem in reading.problems)
        else:
            assert not any(problem.kind == "unknown-token" for problem in reading.problems)


@given(markings("us"), st.sampled_from("XQZ7"), st.integers(min_value=0, max_value=200))
def test_a_word_the_register_does_not_know_never_passes(
    marking: Marking, letter: str, place: int
) -> None:
    register = load_register("us")
    entries = marking.banner().split("//")
    entries.insert(1 + place % len(entries), f"{letter}JKWQ{letter}XZ")
    reading = parse_marking("//".join(entries), register)
    assert reading.marking is None


@pytest.mark.parametrize(
    "piece",
    ["/CD", "USA, ", "USA/EYES ONLY/", "//SI-G ABCD", "(", "//", "S E C R E T ", "\u200b", "-A1B"],
)
@pytest.mark.parametrize("head", ["", "SECRET//SAR-BP", "SECRET//REL TO "])
def test_reading_takes_time_in_proportion_to_the_length(head: str, piece: str) -> None:
    register = load_register("us")

    def seconds(times: int) -> float:
        text = head + piece * times
        start = time.process_time()
        parse_marking(text, register)
        return time.process_time() - start

    seconds(50)
    short = min(seconds(400) for _ in range(3))
    long = min(seconds(1600) for _ in range(3))
    assert long < 10 * short + 0.05  # twice what is in proportion


@pytest.mark.parametrize("form", ["banner", "portion"])
@given(text=st.lists(FRAGMENTS, max_size=8).map("".join))
@example(text="//COP SMIC TOP S")  # TOP was read as an owner, and written before SECRET as a level
@example(text="SECRET//FGI//FGI")  # a concealed source said twice was written three times
def test_what_was_read_from_spoilt_text_reads_the_same_when_written_canonically(
    form: str, text: str
) -> None:
    vocabulary = load_register("us")
    marking = parse_marking(text, vocabulary, form).marking
    if marking is not None:
        written = marking.banner() if form == "banner" else marking.portion()[1:-1]
        assert parse_marking(written, vocabulary, form).marking == marking
