"""Progress: a line on a terminal, nothing in a pipe."""

from __future__ import annotations

import io
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.cli.progress import line, watched


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticking(step: float):  # type: ignore[no-untyped-def]
    ticks = count()
    return lambda: next(ticks) * step


def test_it_shows_how_many_how_fast_and_how_long() -> None:
    assert line("checking", 250, 1000, 125.0) == (
        "checking  [#####---------------]  250 of 1,000  125/s  0:06 left"
    )
    assert line("publishing", 10, 100_000, 2.5).endswith("10 of 100,000  2.5/s  11:06:36 left")


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (70, "finding names  [###-----------------]  250 of 1,612  125/s  0:11 left"),
        (69, "finding names  250 of 1,612  125/s  0:11 left"),
        (45, "250 of 1,612  0:11 left"),
        (24, "250 of 1,612  0:11 left"),
        (23, "250 of 1,612"),
        (12, ""),
    ],
)
def test_a_narrow_terminal_shows_less(columns: int, told: str) -> None:
    assert line("finding names", 250, 1612, 125.0, columns) == told


@given(st.integers(1, 10**7), st.integers(1, 200), st.floats(0.001, 10**5))
def test_the_line_never_runs_over(total: int, columns: int, rate: float) -> None:
    assert len(line("checking", total, total, rate, columns)) < columns


def test_a_dumb_terminal_is_shown_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    list(watched(iter(range(30)), 30, "x", quiet=False, stream=stream, clock=ticking(1)))
    assert stream.getvalue() == ""


def test_the_wait_for_the_first_document_is_not_reckoned_on_for_the_others() -> None:
    stream = Terminal()
    times = iter((0.0, 10.0, 11.0, 12.0))  # begun, then one document each
    list(watched(iter(range(3)), 100, "x", quiet=False, stream=stream, clock=lambda: next(times)))
    told = stream.getvalue().split("\r\x1b[K")
    assert told[1].endswith("1 of 100")
    assert told[3].endswith("3 of 100  1.0/s  1:37 left")


def test_it_is_shown_after_a_second_and_gone_in_the_end() -> None:
    stream = Terminal()
    seen = list(watched(iter(range(30)), 30, "x", quiet=False, stream=stream, clock=ticking(0.1)))
    assert seen == list(range(30))
    lines = stream.getvalue().split("\r\x1b[K")
    assert lines[0] == "" and lines[-1] == ""
    assert lines[1].startswith("x  [") and "11 of 30" in lines[1]


def test_a_quick_command_shows_nothing() -> None:
    stream = Terminal()
    list(watched(iter(range(30)), 30, "x", quiet=False, stream=stream, clock=ticking(0.01)))
    assert stream.getvalue() == ""


def test_a_pipe_and_a_quiet_command_show_nothing() -> None:
    for stream, quiet in ((io.StringIO(), False), (Terminal(), True)):
        list(watched(iter(range(30)), 30, "x", quiet=quiet, stream=stream, clock=ticking(1)))
        assert stream.getvalue() == ""


def test_a_command_that_is_broken_off_leaves_a_clean_line() -> None:
    stream = Terminal()
    items = watched(iter(range(30)), 30, "x", quiet=False, stream=stream, clock=ticking(1))
    for _ in range(5):
        next(items)
    items.close()
    assert stream.getvalue().endswith("\r\x1b[K")
