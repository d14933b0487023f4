"""Loading a model supplied by the user: it finds persons, or the user learns why it cannot."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import spacy
from catalogue import RegistryError
from spacy.language import Language

from redact.errors import UsageError
from redact.persons.presidio.model_folder import load_model

PERSON_LABELS = ("PERSON", "PER", "PRS", "PS", "persName")
"""Labels for persons in spaCy's models of various languages."""

_ENTITIES = "doc.ents"
_SAMPLE = "The pump that Orin Merridew brought is new."
_UNKNOWN_FACTORY = "[E002]"
_QUOTED = re.compile(r"'([\w.-]{1,60})'")


def load_usable(folder: Path) -> Language:
    """The model in ``folder``, tried out on a sentence.

    Raises `UsageError` for a folder whose files cannot be read, that needs custom code, or whose
    model does not look for persons.
    """
    with _told(folder):
        nlp = load_model(folder)
        finders = [n for n in nlp.pipe_names if _ENTITIES in nlp.get_pipe_meta(n).assigns]
        nlp(_SAMPLE)
    if not finders:
        raise UsageError(
            "does not look for names: it has no component such as ner",
            str(folder),
            "name a model with named entity recognition",
        )
    labels = sorted({label for name in finders for label in nlp.pipe_labels[name]})
    if not set(labels) & set(PERSON_LABELS):
        raise UsageError(
            f"does not look for persons: its labels are {', '.join(labels[:20]) or 'none'}",
            str(folder),
            f"name a model whose label for persons is one of {', '.join(PERSON_LABELS)}",
        )
    return nlp


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn everything raised while a model is loaded into a `UsageError`."""
    try:
        yield
    # A broken file can fail anywhere in spaCy, thinc, numpy or MessagePack.
    except Exception as error:
        if isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM:
            raise UsageError(
                "cannot be loaded: there is not enough memory",
                str(folder),
                "raise the limit on memory (ulimit -v), or end other programs",
            ) from error
        told = str(error).partition("\n")[0]
        if isinstance(error, RegistryError) or _UNKNOWN_FACTORY in told or "[E893]" in str(error):
            name = _QUOTED.search(str(error))
            raise UsageError(
                f"needs code that spaCy does not have: {name[1] if name else 'unknown'}",
                str(folder),
                "choose a model made of spaCy's own components; code in the folder is never run",
            ) from error
        raise UsageError(
            "is a spaCy model that cannot be loaded", str(folder), _hint(folder)
        ) from error


def _hint(folder: Path) -> str:
    """A likely reason why a model cannot be loaded."""
    try:
        made_for = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["spacy_version"]
    except (OSError, ValueError, KeyError, TypeError):
        return "its meta.json cannot be read; copy the folder again"
    if spacy.util.is_compatible_version(spacy.__version__, str(made_for)) is False:
        return f"it was made for spaCy {made_for}, this is {spacy.__version__}"
    return "copy the folder again: a file is missing or cut short, or it was never trained"
