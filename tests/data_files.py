"""The cases that the suite keeps as YAML, each file read once by a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).resolve().parent


@cache
def read_data(name: str) -> Any:
    """The content of a YAML file in ``tests/``."""
    text = (TESTS / name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


@cache
def parse_cases() -> dict[str, dict[str, Any]]:
    """Invented telegrams and what the parser must read in them, by file and name."""
    return {
        f"{path.stem}:{name}": case
        for path in sorted((TESTS / "cases_parse").glob("*.yaml"))
        for name, case in read_data(f"cases_parse/{path.name}").items()
    }
