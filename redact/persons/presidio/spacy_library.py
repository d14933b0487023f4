"""Importing spaCy without its command line, which takes a third of the time and is never used.

``import spacy`` reads ``spacy.cli`` for the one function ``spacy.info``, and with it templates, a
web client and a project runner.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def load_spacy() -> ModuleType:
    """The module spaCy; all of it works as ever, its command line is imported when it is used."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]  # a module made here has no stubs
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        return importlib.import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _info(*args: Any, **options: Any) -> Any:
    """What ``spacy.info`` tells, from the real command line."""
    return importlib.import_module(_INFO).info(*args, **options)
