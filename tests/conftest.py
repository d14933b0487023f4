"""Where the shared telegrams lie, and a loud skip where they do not."""

from __future__ import annotations

import gc
import os
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ROOT / "examples" / "01-clean.txt"
Git = Callable[..., str]
SHARED = Path(os.environ.get("REDACT_SHARED", ROOT.parent / "shared"))


# A slow machine is no broken law; on CI the same examples are tried every time.
_ON_CI = bool(os.environ.get("CI"))
settings.register_profile("suite", deadline=None, derandomize=_ON_CI, max_examples=40)
settings.register_profile("deep", settings.get_profile("suite"), max_examples=300)
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """The tests and their cases are kept to the end: no garbage collection looks at them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real telegrams; tests that need it are skipped, loudly, without it."""
    if not (SHARED / "seeds").is_dir():
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(f"no real telegrams at {SHARED}: set REDACT_SHARED", stacklevel=1)
        pytest.skip("the shared telegrams are absent: set REDACT_SHARED to their folder")
    return SHARED


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with one commit, tagged ``base``, whose clean telegram is cables/a.txt."""
    root = tmp_path / "repository"
    (root / "cables").mkdir(parents=True)
    monkeypatch.chdir(root)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "J. Roe")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "roe@example.invalid")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    run("init", "-q", "-b", "main")
    Path("cables/a.txt").write_bytes(CLEAN.read_bytes())
    run("add", ".")
    run("commit", "-q", "-m", "first")
    run("tag", "base")
    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--snapshots`` writes the snapshots again; the difference is then reviewed."""
    parser.addoption("--snapshots", action="store_true", help="write tests/snapshots again")
