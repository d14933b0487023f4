"""Loading a policy from its files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from redact.policy.build import build, check_rule_names
from redact.policy.layers import Layer, is_file_name, read_layers, shipped_policies
from redact.policy.merge import merge
from redact.policy.model import Policy
from redact.strict_yaml.lines import error_lines


def load_policy(name: str | Path) -> Policy:
    """The shipped policy of that name, or the one in that file, with everything it extends.

    A shipped policy is loaded once per process, a file each time. Files are validated against
    ``policy.schema.json``; the tests validate the shipped ones. Raises `PolicyError` naming the
    file, the path inside it and the nearest valid name.
    """
    is_file = isinstance(name, Path) or is_file_name(name)
    return _load(name) if is_file else _load_shipped(name)


def _load(name: str | Path) -> Policy:
    layers = read_layers(name)
    with error_lines({layer.where: layer.data for layer in layers}):
        for layer in layers:
            if not layer.is_shipped:
                from redact.policy.validate import validate

                validate(layer.content, "policy.schema.json", layer.where)
            check_rule_names(layer)
        return policy_of(layers)


_load_shipped = cache(_load)


def load_all_shipped() -> list[Policy]:
    """The policies that come with the tool, by name."""
    return [load_policy(name) for name in shipped_policies()]


def policy_of(layers: Sequence[Layer]) -> Policy:
    """The policy that these layers make up."""
    content, provenance = merge(layers)
    digest = hashlib.sha256(b"".join(layer.data for layer in layers))
    return build(
        content,
        provenance=provenance,
        chain=tuple(layer.name for layer in layers),
        where={layer.name: layer.where for layer in layers},
        sha256=digest.hexdigest(),
    )
