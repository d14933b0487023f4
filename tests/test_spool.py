"""What is put aside comes back as it was, from memory or from disk."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from redact.batch.spool import Packed, Repeatable, Spool, pack, unpack

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["append", "append packed", "set", "read"]),
        st.integers(0, 15),
        st.text(max_size=20),
    ),
    max_size=40,
)


@given(STEPS)
def test_a_spool_is_a_list(steps: list[tuple[str, int, str]]) -> None:
    spool: Spool[str] = Spool(lambda value: 1000)  # five values stay in memory
    values: list[str] = []
    for step, index, value in [*(("append", 0, str(n)) for n in range(8)), *steps]:
        match step:
            case "append" | "append packed":
                values.append(value)
                spool.append(pack(value) if step == "append packed" else value)
            case "set" if index < len(values):
                assert spool[index] == values[index]
                values[index] = spool[index] = value
                assert spool[index] == value
            case "read" if index < len(values):
                assert spool[index] == values[index]
    assert (len(spool), list(spool)) == (len(values), values)
    assert [spool[n] for n in reversed(range(len(values)))] == values[::-1]


def test_two_readers_do_not_disturb_each_other() -> None:
    spool: Spool[int] = Spool(lambda value: 1000)
    for number in range(40):
        spool.append(number)
    assert list(zip(spool, spool, strict=True)) == [(n, n) for n in range(40)]


def test_what_is_packed_can_be_opened() -> None:
    assert isinstance(pack(("a", 1)), Packed)
    assert unpack(pack(("a", 1))) == ("a", 1)


def test_again_begins_anew() -> None:
    again = Repeatable(lambda: iter("abc"))
    assert list(again) == list(again) == ["a", "b", "c"]


@pytest.mark.skipif(os.name != "posix", reason="limits are those of POSIX")
def test_a_full_disk_for_temporary_files_is_reported() -> None:
    code = (
        "from redact.batch.spool import Spool\n"
        "from redact.errors import UsageError\n"
        "spool = Spool(lambda value: 1000)\n"
        "try:\n    for n in range(9): spool.append('x' * 10_000)\n    list(spool)\n"
        "except UsageError as error: print(error.what, error.hint)\n"
    )

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, preexec_fn=limit, cwd=ROOT
    )
    assert "cannot put results aside: file too large" in done.stdout
    assert "TMPDIR" in done.stdout
    assert "Traceback" not in done.stderr
