"""Where the shared telegrams lie, and a loud skip where they do not."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REDACT_SHARED", ROOT.parent / "shared"))


# A slow machine is no broken law; on CI the same examples are tried every time.
settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real telegrams; tests that need it are skipped, loudly, without it."""
    if not (SHARED / "seeds").is_dir():
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(f"no real telegrams at {SHARED}: set REDACT_SHARED", stacklevel=1)
        pytest.skip("the shared telegrams are absent: set REDACT_SHARED to their folder")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--snapshots`` writes the snapshots again; the difference is then reviewed."""
    parser.addoption("--snapshots", action="store_true", help="write tests/snapshots again")
