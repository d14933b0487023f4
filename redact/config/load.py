"""From a configuration file to settings of the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from redact.errors import PolicyError, UsageError
from redact.policy.selection import select_rules
from redact.policy.validate import validate
from redact.resources import file_bytes
from redact.strict_yaml import read_yaml

_FILES = ("waivers", "baseline", "store")


def load_config(path: Path, working: Path) -> dict[str, Any]:
    """The settings in a configuration file, by the names of the options they stand for.

    Files are named in it from its own folder, in the result from ``working``. Raises `PolicyError`
    naming the file and the path inside it, with the nearest right name for an unknown key.
    """
    where = os.path.relpath(path, working)
    data = file_bytes(path, where, PolicyError)
    content = read_yaml(data, where)
    if content is None:
        return {}  # every line a comment
    validate(content, "config.schema.json", where)
    settings = {key: value for key, value in content.items() if value is not None}
    for key in ("select", "ignore"):
        _refuse_unknown_rules(settings.get(key, ()), f"{where}: $.{key}")
    for key in _FILES:
        if key in settings:
            settings[key] = os.path.relpath(path.parent / settings[key], working)
    if "/" in settings.get("policy", "") or settings.get("policy", "").endswith((".yaml", ".yml")):
        settings["policy"] = os.path.relpath(path.parent / settings["policy"], working)
    return settings


def _refuse_unknown_rules(terms: list[str] | tuple[str, ...], where: str) -> None:
    try:
        select_rules(terms, ())
    except UsageError as error:
        raise PolicyError(error.what, where, error.hint) from error
