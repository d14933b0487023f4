"""What the workers do in the tests of the pool.

Every worker imports this module afresh, so that it leaves pytest alone.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from redact.errors import UnreadableError, UsageError


@dataclass(frozen=True)
class Paper:
    """A document for these tests: its name says what happens to it."""

    name: str


def work(marks: Path, paper: Paper) -> str:
    match paper.name.split("-")[0]:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "left":
            os._exit(7)
        case "unlucky":  # dies the first time only, as the victim of another
            mark = marks / paper.name
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "endless":
            while True:
                time.sleep(0.01)
        case "deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(60)
        case "large":
            raise MemoryError
        case "shut":
            raise UnreadableError("is shut", paper.name, "open it")
        case "defect":
            raise KeyError("QUIMBLY was here")
        case "usage":
            raise UsageError("is not that", "--option", "choose another")
    return paper.name.upper()


def dies_at_the_start(marks: Path, deaths: int) -> None:
    """What the first few workers do that want to start."""
    for n in range(deaths):
        with contextlib.suppress(FileExistsError):
            (marks / str(n)).touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
