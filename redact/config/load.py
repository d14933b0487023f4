"""Reads a configuration file into settings of the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from redact.errors import PolicyError, UsageError, quoted
from redact.markings.register_file import register_names
from redact.policy.layers import SEEN_FROM, is_file_name, locate
from redact.policy.nearest import did_you_mean
from redact.policy.rule_selection import select_rules
from redact.policy.validate import validate
from redact.resources import file_bytes, is_there
from redact.strict_yaml import read_yaml
from redact.strict_yaml.lines import error_lines

_FILES = ("waivers", "baseline", "store")
_NO_BASELINE = ("baseline", "none")


def load_config(path: Path, working: Path) -> dict[str, Any]:
    """The settings in a configuration file, by the names of the corresponding options.

    Paths in the file are relative to its folder, in the result to ``working``. Raises `PolicyError`
    naming the file and the path inside it, with the nearest valid name for an unknown key.
    """
    where = os.path.relpath(path, working)
    data = file_bytes(path, where, PolicyError)
    content = read_yaml(data, where)
    if content is None:
        return {}  # only comments
    with error_lines({where: data}):
        validate(content, "config.schema.json", where)
        settings = {key: value for key, value in content.items() if value is not None}
        for key in ("select", "ignore"):
            _refuse_unknown_rules(settings.get(key, ()), f"{where}: $.{key}")
        if "policy" in settings:
            locate(settings["policy"], base=path.parent, where=f"{where}: $.policy")
        # The baseline file may not exist yet.
        if "waivers" in settings and not is_there(path.parent / settings["waivers"]):
            what = f"there is no file '{settings['waivers']}'"
            raise PolicyError(what, f"{where}: $.waivers", SEEN_FROM)
        if "register" in settings:
            _refuse_unknown_register(settings["register"], f"{where}: $.register")
    for key in _FILES:
        if key in settings and (key, settings[key]) != _NO_BASELINE:
            settings[key] = os.path.relpath(path.parent / settings[key], working)
    if is_file_name(settings.get("policy", "")):
        settings["policy"] = os.path.relpath(path.parent / settings["policy"], working)
    return settings


def _refuse_unknown_register(name: str, where: str) -> None:
    known = register_names()
    if name not in known:
        raise PolicyError(
            f"unknown register {quoted(name)}",
            where,
            did_you_mean(name, known, f"known here: {', '.join(known)}"),
        )


def _refuse_unknown_rules(terms: list[str] | tuple[str, ...], where: str) -> None:
    try:
        select_rules(terms, ())
    except UsageError as error:
        raise PolicyError(error.what, where, error.hint) from error
