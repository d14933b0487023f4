"""Reading and writing baseline files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redact.errors import PolicyError
from redact.policy.baseline.model import Baseline, Entry
from redact.policy.validate import validate
from redact.policy.waivers import day_of
from redact.resources import file_bytes
from redact.strict_yaml import read_yaml, step
from redact.strict_yaml.lines import error_lines

MAX_BYTES = 64 * 1024 * 1024
"""Room for some 350,000 findings."""

FORMAT = "redact/baseline/v1"
KEY_VARIABLE = "REDACT_BASELINE_KEY"
_KEPT_ELSEWHERE = "environment"

_HEADING = """\
# Findings that were there when checking began. Written by: redact baseline
# Keep this file as you keep the documents it names, and never publish it.
"""


def load_baseline(path: Path, working: Path, environment: Mapping[str, str]) -> Baseline:
    """The baseline in a file, expired entries included.

    Document paths in the file are relative to its folder, in the result to ``working``. The key
    comes from ``environment`` if set there, else from the file. Raises `PolicyError` naming the
    file and the path inside it.
    """
    where = str(path)
    data = file_bytes(path, where, PolicyError, "check the path, or write one: redact baseline")
    content = read_yaml(data, where, most=MAX_BYTES)
    with error_lines({where: data}):
        validate(content, "baseline.schema.json", where)
        return Baseline(
            _key(content["key"], environment, where),
            tuple(
                Entry(
                    rule=entry["rule"],
                    document=_seen_from(working, path.parent / entry["document"]),
                    content=entry["content"],
                    reason=entry["reason"],
                    owner=entry["owner"],
                    expires=day_of(
                        entry["expires"], f"{where}: {step('$.findings', number)}.expires"
                    ),
                )
                for number, entry in enumerate(content["findings"])
            ),
        )


def dump_baseline(baseline: Baseline, path: Path, working: Path, *, keep_key: bool) -> str:
    """The text of the file ``path`` for a baseline whose documents are relative to ``working``.

    ``keep_key`` writes the key into it; otherwise it says that the environment holds the key.
    """
    import yaml  # a check without a baseline starts faster without it

    content: dict[str, Any] = {
        "format": FORMAT,
        "key": baseline.key if keep_key else _KEPT_ELSEWHERE,
        "findings": [
            {
                "rule": entry.rule,
                "document": _seen_from(path.parent, working / entry.document),
                "content": entry.content,
                "reason": entry.reason,
                "owner": entry.owner,
                "expires": entry.expires.isoformat(),
            }
            for entry in baseline.entries
        ],
    }
    dumped: str = yaml.dump(
        content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100
    )
    return _HEADING + dumped


def _key(written: str, environment: Mapping[str, str], where: str) -> str:
    if environment.get(KEY_VARIABLE):
        return environment[KEY_VARIABLE]
    if written == _KEPT_ELSEWHERE:
        raise PolicyError(
            f"its key is kept in {KEY_VARIABLE}, which is not set", where, "set it, in CI as secret"
        )
    return written


def _seen_from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
