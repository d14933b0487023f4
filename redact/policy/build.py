"""Builds a `Policy` from the merged content of policy files, checking every name in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redact.errors import PolicyError, quoted
from redact.findings import STAGES, Authority, Severity
from redact.policy.layers import Layer
from redact.policy.model import Binding, Exemption, Policy, ReleaseSettings, Withholding
from redact.policy.nearest import did_you_mean
from redact.policy.settings import check_setting
from redact.rules import RULES
from redact.strict_yaml import step

OFF = "off"
"""The severity that disables a rule."""


def check_rule_names(layer: Layer) -> None:
    """Raise `PolicyError` for the first binding of a layer whose rule does not exist."""
    for name in layer.content.get("rules", {}):
        if name not in RULES:
            raise PolicyError(
                f"unknown rule {quoted(name)}",
                f"{layer.where}: $.rules",
                did_you_mean(name, RULES, "list them with: redact rules"),
                name,
            )


def build(
    content: Mapping[str, Any],
    *,
    provenance: Mapping[str, str],
    chain: tuple[str, ...],
    where: Mapping[str, str],
    sha256: str,
) -> Policy:
    """The policy in merged content. ``where`` gives the path of each layer, for errors.

    Raises `PolicyError` for a binding without severity or authority, and for an authority, reason
    or setting that is not defined anywhere.
    """
    places = _Places(provenance, where, chain)
    authorities = {
        name: Authority(id=name, title=entry["title"], cite=entry["cite"])
        for name, entry in content.get("authorities", {}).items()
    }
    exemptions = {
        code: Exemption(
            code=code,
            title=entry["title"],
            cite=entry["cite"],
            categories=dict(entry.get("categories", {})),
        )
        for code, entry in content.get("reasons", {}).items()
    }
    return Policy(
        name=content["name"],
        version=str(content["version"]),
        description=content.get("description", ""),
        chain=chain,
        sha256=sha256,
        registers=tuple(content.get("registers", ())),
        authorities=authorities,
        rules={
            name: _binding(name, entry, authorities, places)
            for name, entry in content.get("rules", {}).items()
            if entry.get("severity") != OFF
        },
        exemptions=exemptions,
        withhold=tuple(
            _withholding(entry, exemptions, step("$.withhold", number), places)
            for number, entry in enumerate(content.get("withhold", ()))
        ),
        release=ReleaseSettings(**content.get("release", {})),
        provenance=provenance,
    )


class _Places:
    """Where each merged key was set, as errors show it."""

    def __init__(
        self, provenance: Mapping[str, str], where: Mapping[str, str], chain: tuple[str, ...]
    ) -> None:
        self._provenance = provenance
        self._where = where
        self._last = chain[-1]

    def of(self, path: str, dotted: str) -> str:
        """``file: path`` of the layer that set the dotted key last."""
        layer = self._provenance.get(dotted, self._last)
        return f"{self._where[layer]}: {path}"


def _binding(
    name: str, entry: Mapping[str, Any], authorities: Mapping[str, Authority], places: _Places
) -> Binding:
    path = step("$.rules", name)
    for key in ("severity", "authority"):
        if not entry.get(key):
            raise PolicyError(
                f"the binding has no {key}",
                places.of(path, f"rules.{name}"),
                f"add the key '{key}'",
            )
    _known(
        "authority",
        entry["authority"],
        authorities,
        places.of(f"{path}.authority", f"rules.{name}.authority"),
    )
    params = entry.get("params", {})
    if params:
        _known(
            "setting",
            params,
            RULES[name].params,
            places.of(f"{path}.params", f"rules.{name}.params"),
        )
    for key, value in params.items():
        where = places.of(f"{path}.params.{key}", f"rules.{name}.params.{key}")
        check_setting(RULES[name], key, value, where)
    return Binding(
        rule=name,
        severity=_severity(
            entry["severity"], places.of(f"{path}.severity", f"rules.{name}.severity")
        ),
        authority=tuple(entry["authority"]),
        stages=tuple(entry.get("stages", STAGES)),
        params={key: _frozen(value) for key, value in params.items()},
    )


def _severity(entry: str | Mapping[str, str], where: str) -> Mapping[str, Severity]:
    by_case = {"default": entry} if isinstance(entry, str) else entry
    if "default" not in by_case:
        raise PolicyError("severity by case has no default", where, "add the key 'default'")
    return {case: Severity(word) for case, word in by_case.items()}


def _withholding(
    entry: Mapping[str, Any], exemptions: Mapping[str, Exemption], path: str, places: _Places
) -> Withholding:
    _known("reason", [entry["reason"]], exemptions, places.of(f"{path}.reason", "withhold"))
    return Withholding(**{key: _frozen(value) for key, value in entry.items()})


def _known(what: str, names: Iterable[str], known: Iterable[str], where: str) -> None:
    for name in names:
        if name not in known:
            right = ", ".join(sorted(known))
            # The shared list of authorities is long; the other lists are short enough to print.
            otherwise = f"known here: {right}" if right else f"define it under '{what}s'"
            if what == "authority":
                otherwise = "define it under 'authorities'"
            raise PolicyError(
                f"unknown {what} {quoted(name)}", where, did_you_mean(name, known, otherwise), name
            )


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value
