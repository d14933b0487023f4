"""The files that make up a policy, in the order in which they are layered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redact.errors import PolicyError, quoted
from redact.policy.nearest import did_you_mean
from redact.resources import file_bytes, folder, is_there
from redact.strict_yaml import read_yaml
from redact.strict_yaml.lines import error_lines
from redact.values import dataclass

SEEN_FROM = "paths are relative to the folder of the file that names them"
_LIST_HINT = "list them with: redact policy list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One policy file as read.

    ``name`` is used in chains and provenance: the bare name of a shipped policy, the file name
    of any other. ``where`` is the path as given, for errors.
    """

    name: str
    where: str
    data: bytes
    content: dict[str, Any]
    is_shipped: bool


def shipped_policies() -> tuple[str, ...]:
    """Names of the policies shipped with the tool, sorted."""
    return tuple(sorted(path.stem for path in folder("policies").glob("*.yaml")))


def read_layers(name: str | Path) -> tuple[Layer, ...]:
    """Every file of a policy: first what it extends, left to right, then the file itself.

    A file reached twice is used once, at its first position. Raises `PolicyError` for a file that
    is missing, is not strict YAML, or extends itself.
    """
    found: dict[Path, Layer] = {}
    for path, layer in _walk(locate(name, base=None, where=None), ()):
        found.setdefault(path, layer)
    return tuple(found.values())


def _walk(
    file: tuple[Path, str], chain: tuple[tuple[Path, str], ...]
) -> Iterator[tuple[Path, Layer]]:
    path, shown = file
    layer = _read(path, shown)
    key = path.resolve()
    if key in [earlier.resolve() for earlier, _ in chain]:
        names = " -> ".join(_name(p) for p, _ in (*chain, file))
        raise PolicyError(
            f"the policy extends itself: {names}",
            f"{chain[-1][1]}: $.extends",
            "remove one of the links",
        )
    with error_lines({shown: layer.data}):
        for parent in _extended(layer):
            named = locate(parent, base=path.parent, where=f"{shown}: $.extends")
            yield from _walk(named, (*chain, file))
    yield key, layer


def _read(path: Path, shown: str) -> Layer:
    data = file_bytes(path, shown, PolicyError)
    content = read_yaml(data, shown)
    if not isinstance(content, dict):
        with error_lines({shown: data}):
            raise PolicyError(
                "a policy is a mapping of keys to values", f"{shown}: $", "begin with: name: …"
            )
    return Layer(
        name=_name(path),
        where=shown,
        data=data,
        # A key without content says nothing: `rules:` with all its lines commented out.
        content={key: value for key, value in content.items() if value is not None},
        is_shipped=_is_shipped(path),
    )


def _extended(layer: Layer) -> tuple[str, ...]:
    names = layer.content.get("extends", [])
    if not isinstance(names, list) or not all(map(_can_be_a_name, names)):
        raise PolicyError(
            "must be a list of policy names", f"{layer.where}: $.extends", "write: extends: [base]"
        )
    return tuple(names)


def _can_be_a_name(value: object) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value


def is_file_name(name: str) -> bool:
    """Whether ``name`` is a file rather than a shipped policy: it has a slash or a YAML ending."""
    return "/" in name or name.endswith((".yaml", ".yml"))


def locate(name: str | Path, *, base: Path | None, where: str | None) -> tuple[Path, str]:
    """The path of a policy, and the path as errors show it.

    A bare name is a shipped policy; a file named in the file ``where`` is relative to ``base``.
    Raises `PolicyError` for an unknown bare name.
    """
    if isinstance(name, Path) or is_file_name(name):
        path = Path(name) if base is None else base / name
        if where is not None and not is_there(path):
            raise PolicyError(f"there is no file '{name}'", where, SEEN_FROM)
        return path, str(path)
    names = shipped_policies()
    if name not in names:
        if os.path.isfile(name):  # noqa: PTH113  # Path.is_file raises for a name too long
            raise PolicyError(
                "a file is named with a slash or a YAML ending", name, f"write ./{name}"
            )
        raise PolicyError(
            f"unknown policy {quoted(name)}", where, did_you_mean(name, names, _LIST_HINT)
        )
    return folder("policies") / f"{name}.yaml", f"{name}.yaml"


def _is_shipped(path: Path) -> bool:
    return path.resolve().parent == folder("policies").resolve()


def _name(path: Path) -> str:
    return path.stem if _is_shipped(path) else path.name
