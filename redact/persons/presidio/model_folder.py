"""Fast loading of a spaCy model that only recognizes names.

spaCy builds a tokenizer with all special cases of English before it reads the model's own, and a
Python object for each word that has a vector. Its configuration allows both to be replaced.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from redact.persons.presidio import word_vectors

_TOKENIZER = "redact.UnfilledTokenizer.v1"
_SPACY_TOKENIZER = '@tokenizers = "spacy.Tokenizer.v1"'
_UNUSED = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
_SHARED = ("tok2vec", "transformer")


def load_model(folder: Path) -> Language:
    """The model in ``folder``, without the components that name recognition does not use.

    The recognizer of the English models has word vectors of its own; one that listens to a shared
    layer (transformer models, many languages) keeps that layer.
    """
    with warnings.catch_warnings():
        # W095: the model for Python 3.11 was trained for spaCy 3.7; it has been measured here.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(folder, exclude=_UNUSED, config={"nlp": _replacements(folder)})
    if "ner" in nlp.pipe_names and not _listens(nlp.get_pipe("ner")):
        for name in _SHARED:
            if name in nlp.pipe_names:
                nlp.remove_pipe(name)
    return nlp


def _replacements(folder: Path) -> dict[str, dict[str, str]]:
    """Settings of ``[nlp]`` in the model's configuration that our replacements can take over."""
    replaced = {}
    if _SPACY_TOKENIZER in (folder / "config.cfg").read_text(encoding="utf-8"):
        replaced["tokenizer"] = {"@tokenizers": _TOKENIZER}
    if _has_words_in_rows(folder / "vocab"):
        replaced["vectors"] = {"@vectors": word_vectors.NAME}
    return replaced


def _has_words_in_rows(vocab: Path) -> bool:
    """Whether the vectors are a table with one row per word, not composed of subword vectors."""
    settings, table = vocab / "vectors.cfg", vocab / "vectors"
    if not (settings.is_file() and table.is_file() and (vocab / "key2row").is_file()):
        return False
    said = json.loads(settings.read_text(encoding="utf-8"))
    return said.get("mode") == "default" and said.get("attr", "ORTH") in ("ORTH", 65)


@registry.tokenizers(_TOKENIZER)  # type: ignore[untyped-decorator]  # spaCy's
def unfilled_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory spaCy calls for a tokenizer, which it then fills from the model."""
    return lambda nlp: Tokenizer(nlp.vocab)


def _listens(recognizer: Any) -> bool:
    return any("listener" in node.name for node in recognizer.model.walk())
