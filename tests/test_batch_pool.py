"""One document may hang, crash or be hopeless; the others are done and told in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pool_work import Paper, dies_at_the_start, work

from redact.batch import dispatcher
from redact.batch.guard import guarded
from redact.batch.pool import FEW, Pace, run
from redact.batch.worker import Orders, _serve
from redact.errors import UsageError
from redact.findings import Unexamined
from redact.redaction.gate import Barrier, Gated

posix = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


def done(tmp_path: Path, *names: str, jobs: int = 2, timeout: float | None = None) -> list[object]:
    return list(run(partial(work, tmp_path), [Paper(n) for n in names], Pace(jobs, timeout)))


def told(results: list[object]) -> list[str]:
    return [f"{r.path}: {r.what}" if isinstance(r, Unexamined) else str(r) for r in results]


@posix
@pytest.mark.parametrize(("kind", "how"), [("killed", "SIGKILL"), ("left", "exit code 7")])
def test_a_document_that_ends_its_worker_is_reported_and_the_others_are_done(
    tmp_path: Path, kind: str, how: str
) -> None:
    names = ["a", f"{kind}-1", "b", *(f"n{i}" for i in range(40))]
    results = told(done(tmp_path, *names))
    assert results[:3] == ["A", f"{kind}-1: the worker process died on it ({how})", "B"]
    assert results[3:] == [f"N{i}" for i in range(40)]


@posix
def test_a_document_whose_worker_died_is_tried_once_more(tmp_path: Path) -> None:
    assert told(done(tmp_path, "a", "unlucky-1", "b")) == ["A", "UNLUCKY-1", "B"]


@posix
@pytest.mark.parametrize("deaths", [3])
def test_no_document_is_blamed_for_workers_that_die_while_they_start(
    tmp_path: Path, deaths: int
) -> None:
    papers = [Paper(f"n{i}") for i in range(5)]
    prepare = partial(dies_at_the_start, tmp_path, deaths)
    results = run(partial(work, tmp_path), papers, Pace(2), prepare=prepare)
    assert list(results) == [f"N{i}" for i in range(5)]
    assert len(list(tmp_path.iterdir())) == deaths


@posix
def test_workers_that_cannot_start_end_the_run_soon(tmp_path: Path) -> None:
    prepare = partial(dies_at_the_start, tmp_path, 99)
    papers = [Paper(f"n{i}") for i in range(100)]
    with pytest.raises(UsageError, match=r"die while they start \(SIGKILL\)"):
        list(run(partial(work, tmp_path), papers, Pace(2), prepare=prepare))
    assert len(list(tmp_path.iterdir())) <= 5


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_takes_too_long_is_reported(tmp_path: Path, jobs: int) -> None:
    results = told(done(tmp_path, "a", "endless-1", "b", jobs=jobs, timeout=0.3))
    assert results == ["A", "endless-1: took longer than 0.3 seconds", "B"]


@posix
def test_a_worker_that_does_not_hear_its_alarm_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_GRACE_SECONDS", 0.2)
    results = told(done(tmp_path, "deaf-1", "a", "b", timeout=0.8))
    assert results == ["deaf-1: took longer than 0.8 seconds", "A", "B"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_the_work_is_reported_without_text(tmp_path: Path, jobs: int) -> None:
    assert told(done(tmp_path, "large-1", "shut-1", "defect-1", "a", jobs=jobs)) == [
        "large-1: there was not enough memory for it",
        "shut-1: is shut",
        "defect-1: internal error (KeyError)",
        "A",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_wrong_use_ends_the_run_with_all_it_says(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(UsageError) as caught:
        done(tmp_path, "a", "usage-1", "b", jobs=jobs)
    assert (caught.value.what, caught.value.where, caught.value.hint) == (
        "is not that",
        "--option",
        "choose another",
    )


def test_a_worn_worker_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    honest = dispatcher.Worker.answer

    def worn(worker: dispatcher.Worker):  # type: ignore[no-untyped-def]
        made.append(id(worker))
        answer = honest(worker)
        return answer and replace(answer, is_worn=True)

    monkeypatch.setattr(dispatcher.Worker, "answer", worn)
    names = [f"n{i}" for i in range(4)]
    assert told(done(tmp_path, *names)) == [n.upper() for n in names]
    assert len(set(made)) > 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_is_not_done_again(tmp_path: Path, jobs: int) -> None:
    papers = [Paper("a"), Paper("defect-1"), Paper("b"), Paper("defect-2")]
    results = run(
        partial(work, tmp_path),
        papers,
        Pace(jobs),
        recall=lambda paper: "known" if paper.name.startswith("defect") else None,
    )
    assert list(results) == ["A", "known", "B", "known"]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("unknown", [(), (0,), (499,), (200, 201, 350)])
def test_a_large_set_that_is_known_is_returned_whole(
    tmp_path: Path, jobs: int, unknown: tuple[int, ...]
) -> None:
    results = run(
        partial(work, tmp_path),
        [Paper(f"n{n}") for n in range(500)],
        Pace(jobs),
        recall=lambda paper: None if int(paper.name[1:]) in unknown else "known",
    )
    assert list(results) == [f"N{n}" if n in unknown else "known" for n in range(500)]


@posix
def test_one_job_over_many_documents_outlives_a_crash(tmp_path: Path) -> None:
    names = [f"n{n}" for n in range(FEW)]
    results = told(done(tmp_path, *names, "killed-1", "z", jobs=1))
    assert results[-2:] == ["killed-1: the worker process died on it (SIGKILL)", "Z"]
    assert results[:-2] == [name.upper() for name in names]


def test_documents_are_taken_as_they_are_needed_and_not_all_at_once(tmp_path: Path) -> None:
    taken = []

    def papers():  # type: ignore[no-untyped-def]
        for n in range(5000):
            taken.append(n)
            yield Paper(f"n{n}")

    results = run(partial(work, tmp_path), papers(), Pace(2))
    assert next(results) == "N0"
    assert len(taken) < 500
    results.close()


def test_a_gate_passes_between_processes_whole() -> None:
    import pickle

    gate = Gated((Barrier("class-missing", "why", "remedy", 3),), "a.txt")
    again = pickle.loads(pickle.dumps(gate))  # noqa: S301  our own bytes
    assert (str(again), again.hint, again.barriers) == (str(gate), gate.hint, gate.barriers)


@posix
def test_an_alarm_is_put_back_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert guarded(lambda paper: paper.name, Paper("a"), 5) == "a"
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_worker_whose_run_was_killed_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # of the worker's own process
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    _serve(Orders(str, None, lambda: None, str), theirs)
