"""Merging the layers of a policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redact.policy.layers import Layer

_OWN = ("name", "version", "description", "extends")


def merge(layers: Iterable[Layer]) -> tuple[dict[str, Any], dict[str, str]]:
    """The merged content of the layers, and for each dotted key the layer that set it last.

    Mappings are merged key by key; a list or a single value replaces the earlier one. Name, version
    and description are those of the last layer.
    """
    content: dict[str, Any] = {}
    provenance: dict[str, str] = {}
    for layer in layers:
        for key in _OWN:
            content.pop(key, None)
        _lay(content, layer.content, (), layer.name, provenance)
    return content, provenance


def _lay(
    under: dict[str, Any],
    over: Mapping[str, Any],
    path: tuple[str, ...],
    name: str,
    provenance: dict[str, str],
) -> None:
    for key, value in over.items():
        here = (*path, key)
        if isinstance(value, dict):
            below = under.get(key)
            if not isinstance(below, dict):
                # A map by case merged over a single severity keeps that severity as its default.
                keeps = _is_severity(here) and isinstance(below, str)
                replaced = provenance.pop(".".join(here), name)
                below = under[key] = {"default": below} if keeps else {}
                if keeps:
                    provenance[".".join((*here, "default"))] = replaced
            _lay(below, value, here, name, provenance)
        else:
            if isinstance(under.get(key), dict):
                _forget(provenance, ".".join(here))
            under[key] = value
            provenance[".".join(here)] = name


def _is_severity(path: tuple[str, ...]) -> bool:
    return len(path) == 3 and path[0] == "rules" and path[2] == "severity"


def _forget(provenance: dict[str, str], dotted: str) -> None:
    for key in [key for key in provenance if key.startswith(f"{dotted}.")]:
        del provenance[key]
