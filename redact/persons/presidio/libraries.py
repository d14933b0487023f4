"""Importing spaCy and Presidio without their unused parts, in half the time.

``import spacy`` imports ``spacy.cli`` for the one function ``spacy.info``, and with it templates, a
web client and a project runner. ``import presidio_analyzer`` imports the recognizers of all
countries and the one for web addresses, whose patterns alone take a fifth of a second to compile.
All of it still works when it is used.
"""

from __future__ import annotations

import functools
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

# The imports of `redact.persons.presidio.analyzer`, and three that Presidio's registry requests.
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
    # Imports a web client; requested when a text contains an e-mail address.
    "tldextract": {},
}


@functools.cache
def load_analysis(folder: Path) -> Analysis:
    """The function `analyze`, with its libraries and the model in ``folder`` loaded once."""
    with _no_collection():
        load_spacy()
        with deferring(_DEFERRED):
            from redact.persons.presidio.analyzer import analyze, load_analyzer
        load_analyzer(folder)
    return analyze


@contextmanager
def _no_collection() -> Iterator[None]:
    """Inside the block, no garbage collection: everything that is loaded stays alive."""
    before = gc.get_threshold()
    gc.set_threshold(0)  # not gc.disable, since reading MessagePack enables it again
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Together these mark all objects as old, so that they are not scanned at once.
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)


def load_spacy() -> ModuleType:
    """The module spaCy; its command line is imported when it is used.

    A version that needs more of its command line than ``info`` is imported as a whole.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    try:
        return _spacy_alone()
    except ImportError:
        return importlib.import_module("spacy")


def _spacy_alone() -> ModuleType:
    """The module spaCy, imported with a stand-in command line that has only ``info``."""
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]  # a module made here has no stubs
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        return importlib.import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _info(*args: Any, **options: Any) -> Any:
    """The result of the real ``spacy.info``, imported now."""
    return importlib.import_module(_INFO).info(*args, **options)
