"""Importing spaCy and Presidio without what is never used of them, half of the time it takes.

``import spacy`` reads ``spacy.cli`` for the one function ``spacy.info``, and with it templates, a
web client and a project runner. ``import presidio_analyzer`` reads the recognizers of all countries
and that of web addresses, whose patterns alone take a fifth of a second to compile.
All of it works as ever when it is asked for.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from redact.persons.presidio.deferred import deferring

if TYPE_CHECKING:
    from pathlib import Path

    from redact.persons.candidate import Candidate
    from redact.persons.second_models import SecondModel
    from redact.persons.views.reading import Reading

    Analysis = Callable[[Reading, Path, Sequence[SecondModel]], tuple[Candidate, ...]]

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"
_PREDEFINED = "presidio_analyzer.predefined_recognizers"

# What `redact.persons.presidio.analyzer` imports, and the three that Presidio's registry asks for.
_RECOGNIZERS = {
    "CreditCardRecognizer": "generic.credit_card_recognizer",
    "EmailRecognizer": "generic.email_recognizer",
    "IbanRecognizer": "generic.iban_recognizer",
    "IpRecognizer": "generic.ip_recognizer",
    "PhoneRecognizer": "generic.phone_recognizer",
    "UsSsnRecognizer": "country_specific.us.us_ssn_recognizer",
    "SpacyRecognizer": "nlp_engine_recognizers.spacy_recognizer",
    "StanzaRecognizer": "nlp_engine_recognizers.stanza_recognizer",
    "TransformersRecognizer": "nlp_engine_recognizers.transformers_recognizer",
}
_DEFERRED: dict[str, dict[str, str]] = {
    _PREDEFINED: _RECOGNIZERS,
    f"{_PREDEFINED}.generic": {},
    f"{_PREDEFINED}.country_specific": {},
    f"{_PREDEFINED}.country_specific.us": {},
    f"{_PREDEFINED}.nlp_engine_recognizers": {},
    # Reads a web client; asked for when a text holds an e-mail address.
    "tldextract": {},
}


def load_analysis(folder: Path) -> Analysis:
    """The function `analyze`, with its libraries and the model in ``folder`` loaded."""
    with _no_collection():
        load_spacy()
        with deferring(_DEFERRED):
            from redact.persons.presidio.analyzer import analyze, load_analyzer
        load_analyzer(folder)
    return analyze


@contextmanager
def _no_collection() -> Iterator[None]:
    """While it lasts, Python looks for no dead objects: of what is loaded, all stays."""
    before = gc.get_threshold()
    gc.set_threshold(0)  # and not gc.disable: reading MessagePack enables again
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Together these call everything old, so that it is not looked through at once.
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)


def load_spacy() -> ModuleType:
    """The module spaCy; its command line is imported when it is used.

    A spaCy that asks its command line for more than ``info`` is imported with all of it.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    try:
        return _spacy_alone()
    except ImportError:
        return importlib.import_module("spacy")


def _spacy_alone() -> ModuleType:
    """The module spaCy, imported beside a command line that holds ``info`` and nothing more."""
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
