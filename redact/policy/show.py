"""A policy as shown to its user: every value, the file that set it, and every loosening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from redact.findings import STAGES
from redact.policy.diff import (
    Difference,
    differences,
    severity_text,
    what_is_withheld,
    withholding_text,
)
from redact.policy.layers import read_layers
from redact.policy.load import load_policy, policy_of
from redact.policy.model import Binding, Policy, ReleaseSettings
from redact.rules import RULES
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class ShownPolicy:
    """A policy and its loosenings: which file overrides what it extends, in order."""

    policy: Policy
    loosenings: tuple[tuple[str, Difference], ...]

    def to_dict(self) -> dict[str, Any]:
        """The policy as ``redact/policy/v1``."""
        policy = self.policy
        return {
            "format": "redact/policy/v1",
            "name": policy.name,
            "version": policy.version,
            "description": policy.description,
            "chain": list(policy.chain),
            "sha256": policy.sha256,
            "registers": list(policy.registers),
            "rules": [
                {
                    "rule": binding.rule,
                    "severity": {case: str(word) for case, word in binding.severity.items()},
                    "authority": [
                        {"id": name, "cite": policy.authorities[name].cite}
                        for name in binding.authority
                    ],
                    "stages": list(binding.stages),
                    "params": dict(binding.params),
                    "set_by": list(set_by(policy, f"rules.{binding.rule}")),
                }
                for binding in _in_catalogue_order(policy)
            ],
            "reasons": [
                {
                    "code": exemption.code,
                    "title": exemption.title,
                    "cite": exemption.cite,
                    "categories": dict(exemption.categories),
                    "set_by": list(set_by(policy, f"reasons.{exemption.code}")),
                }
                for exemption in policy.exemptions.values()
            ],
            "withhold": [
                {
                    "portions_above": line.portions_above,
                    "mention": line.mention,
                    "reason": line.reason,
                    "except_roles": list(line.except_roles),
                    "possible": line.possible,
                    "set_by": list(set_by(policy, "withhold")),
                }
                for line in policy.withhold
            ],
            "release": [
                {
                    "key": name,
                    "value": getattr(policy.release, name),
                    "set_by": list(set_by(policy, f"release.{name}")),
                }
                for name in ReleaseSettings.__dataclass_fields__
            ],
            "loosenings": [
                {"file": name, **difference.to_dict()} for name, difference in self.loosenings
            ],
        }


def show_policy(name: str | Path) -> ShownPolicy:
    """The policy of that name or in that file, with the loosenings by each of its files.

    Raises `PolicyError` as `load_policy` does.
    """
    policy = load_policy(name)
    layers = read_layers(name)
    loosened = []
    for count in range(1, len(layers)):
        before, after = policy_of(layers[:count]), policy_of(layers[: count + 1])
        loosened += [
            (layers[count].name, difference)
            for difference in differences(before, after)
            if difference.loosens
        ]
    return ShownPolicy(policy, tuple(loosened))


def set_by(policy: Policy, dotted: str) -> tuple[str, ...]:
    """The files that set a key or anything under it, in the order of the chain."""
    files = {
        name
        for key, name in policy.provenance.items()
        if key == dotted or key.startswith(f"{dotted}.")
    }
    return tuple(name for name in policy.chain if name in files)


def render_policy(shown: ShownPolicy) -> str:
    """A policy as text for a person to read; loosenings come first, since they matter most."""
    policy = shown.policy
    return "\n".join(
        (
            f"{policy.name} {policy.version}",
            *([policy.description] if policy.description else []),
            f"chain: {' < '.join(policy.chain)}",
            f"sha256: {policy.sha256}",
            f"registers: {', '.join(policy.registers) or 'none'}{_from(policy, 'registers')}",
            *_section("loosenings", _loosenings(shown)),
            *_section("rules", _rules(policy)),
            *_section("withhold", _withhold(policy)),
            *_section("reasons", _reasons(policy)),
            *_section("release", _release(policy) if policy.withhold else ()),
            "",
        )
    )


def _in_catalogue_order(policy: Policy) -> list[Binding]:
    return [policy.rules[name] for name in RULES if name in policy.rules]


def _section(title: str, lines: Iterable[str]) -> list[str]:
    listed = [f"  {line}" for line in lines]
    return ["", title, *listed] if listed else []


def _from(policy: Policy, dotted: str) -> str:
    files = set_by(policy, dotted)
    return f"  [{', '.join(files)}]" if files else "  [default]"


def _loosenings(shown: ShownPolicy) -> Iterator[str]:
    for name, difference in shown.loosenings:
        yield f"{name}: {difference.key}: {difference.before} -> {difference.after}"


def _rules(policy: Policy) -> Iterator[str]:
    for binding in _in_catalogue_order(policy):
        cites = "; ".join(policy.authorities[name].cite for name in binding.authority)
        stages = "" if set(binding.stages) == set(STAGES) else f"; {', '.join(binding.stages)} only"
        params = "".join(f"; {key} {value}" for key, value in binding.params.items())
        yield (
            f"{binding.rule}: {severity_text(binding.severity)}; {cites}{stages}{params}"
            f"{_from(policy, f'rules.{binding.rule}')}"
        )


def _withhold(policy: Policy) -> Iterator[str]:
    for line in policy.withhold:
        yield f"{what_is_withheld(line)}: {withholding_text(line)}{_from(policy, 'withhold')}"


def _reasons(policy: Policy) -> Iterator[str]:
    for code, exemption in policy.exemptions.items():
        yield f"{code}: {exemption.title}; {exemption.cite}{_from(policy, f'reasons.{code}')}"


def _release(policy: Policy) -> Iterator[str]:
    for name in ReleaseSettings.__dataclass_fields__:
        value = getattr(policy.release, name)
        shown = str(value).lower() if isinstance(value, bool) else value
        yield f"{name}: {shown}{_from(policy, f'release.{name}')}"
