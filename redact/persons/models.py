"""Which language model is used, its location, and the hash that goes into records."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import os
from pathlib import Path

from redact import resources
from redact.errors import RedactError, UsageError
from redact.values import dataclass

ENVIRONMENT = "REDACT_MODEL"
"""Environment variable that names the model to use instead of the shipped one."""

SHIPPED = "en_redact_person"
"""The project's own model, in the folder ``models``; see docs/model-card.md."""


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """A language model: its name and version, and the SHA-256 over its files in sorted order."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Models:
    """The models to use, as named by the user: ``first``, by default the one `find_model` returns,
    and those for a second opinion.
    """

    first: str | Path | None = None
    second: tuple[str, ...] = ()


def find_model(named: str | Path | None = None) -> Path:
    """The folder of the spaCy model to use.

    ``named``, a folder or an installed package that holds one, takes precedence over the
    environment variable `ENVIRONMENT`, which takes precedence over the shipped model. Nothing is
    ever downloaded. Raises `UsageError` when there is no model.
    """
    wanted = named or os.environ.get(ENVIRONMENT)
    if wanted:
        folder = _model_in(Path(wanted)) or _model_of_package(str(wanted))
        if folder is None:
            raise UsageError(
                "is not a spaCy model",
                str(wanted),
                "name a folder that holds meta.json and config.cfg, or an installed package",
            )
        return folder
    shipped = _shipped()
    if shipped is None:
        raise UsageError(
            "the language model is missing from this installation",
            hint="install redact-compliance again, or name a spaCy model with " + ENVIRONMENT,
        )
    return shipped


def _shipped() -> Path | None:
    try:
        return _model_in(resources.folder("models") / SHIPPED)
    except RedactError:
        return None


def _model_in(folder: Path) -> Path | None:
    is_model = (folder / "meta.json").is_file() and (folder / "config.cfg").is_file()
    return folder if is_model else None


def _model_of_package(name: str) -> Path | None:
    """The model folder inside an installed package, located without running the package."""
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return None
    configs = sorted(Path(spec.origin).parent.rglob("config.cfg"))
    return _model_in(configs[0].parent) if configs else None


@functools.cache
def describe_model(folder: Path) -> ModelUsed:
    """Name, version and hash of the model in ``folder``.

    Raises `UsageError` for a folder that contains files other than a model's.
    """
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        name, version = f"{meta.get('lang', '')}_{meta.get('name', '')}", str(meta.get("version"))
    except (OSError, ValueError, AttributeError) as error:
        raise UsageError(
            "is not a spaCy model: its meta.json cannot be read",
            str(folder),
            "copy the folder again",
        ) from error
    digest = hashlib.sha256()
    for file in sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix != ".pyc"):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return ModelUsed(
        name=name,
        version=version,
        sha256=digest.hexdigest(),
    )
