"""Differences between two policies, and which of them loosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from redact.findings import Severity
from redact.markings.marking import level_rank
from redact.policy.model import Binding, Exemption, Policy, ReleaseSettings, Withholding
from redact.values import dataclass

ABSENT = "absent"
_POSSIBLE = ("leave", "ask", "withhold")


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that differs: ``before`` and ``after`` as text, `ABSENT` where the key is missing.

    ``loosens``: after the change less is found, findings are less severe, or less is withheld.
    """

    key: str
    before: str
    after: str
    loosens: bool

    def to_dict(self) -> dict[str, Any]:
        """The difference as JSON."""
        return {
            "key": self.key,
            "before": self.before,
            "after": self.after,
            "loosens": self.loosens,
        }


def differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """The differences between two policies in order of key, names and titles included.

    Name, version and description of the policy are ignored: they identify it, not what it does.
    """
    return tuple(
        sorted(
            (
                *_registers(before.registers, after.registers),
                *_authorities(before, after),
                *_rules(before.rules, after.rules),
                *_reasons(before.exemptions, after.exemptions),
                *_withheld(before.withhold, after.withhold),
                *_release(before.release, after.release),
            ),
            key=lambda difference: difference.key,
        )
    )


def render_differences(found: Sequence[Difference]) -> str:
    """Differences as lines: key, before and after, with loosenings marked."""
    if not found:
        return "no differences\n"
    return "".join(
        f"{d.key}: {d.before} -> {d.after}{'  (loosens)' if d.loosens else ''}\n" for d in found
    )


def _registers(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Difference]:
    if before != after:
        yield Difference("registers", _listed(before), _listed(after), False)


def _authorities(before: Policy, after: Policy) -> Iterator[Difference]:
    for name in sorted({*before.authorities, *after.authorities}):
        old, new = before.authorities.get(name), after.authorities.get(name)
        if old != new:
            yield Difference(
                f"authorities.{name}",
                f"{old.title} ({old.cite})" if old else ABSENT,
                f"{new.title} ({new.cite})" if new else ABSENT,
                False,
            )


def _rules(before: Mapping[str, Binding], after: Mapping[str, Binding]) -> Iterator[Difference]:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        key = f"rules.{name}"
        if old is None or new is None:
            yield Difference(
                key,
                severity_text(old.severity) if old else ABSENT,
                severity_text(new.severity) if new else ABSENT,
                new is None,
            )
            continue
        if old.severity != new.severity:
            yield Difference(
                f"{key}.severity",
                severity_text(old.severity),
                severity_text(new.severity),
                _is_milder(old.severity, new.severity),
            )
        if old.authority != new.authority:
            yield Difference(
                f"{key}.authority", _listed(old.authority), _listed(new.authority), False
            )
        if set(old.stages) != set(new.stages):
            fewer = not set(old.stages) <= set(new.stages)
            yield Difference(f"{key}.stages", _listed(old.stages), _listed(new.stages), fewer)
        for setting in sorted({*old.params, *new.params}):
            if old.params.get(setting) != new.params.get(setting):
                # Only the rule knows what its setting does, so any change of one is reported
                # as a loosening: a reviewer has to look.
                yield Difference(
                    f"{key}.params.{setting}",
                    _value(old.params.get(setting, ABSENT)),
                    _value(new.params.get(setting, ABSENT)),
                    True,
                )


def _is_milder(old: Mapping[str, Severity], new: Mapping[str, Severity]) -> bool:
    return any(
        new.get(case, new["default"]).rank < old.get(case, old["default"]).rank
        for case in {*old, *new}
    )


def _reasons(
    before: Mapping[str, Exemption], after: Mapping[str, Exemption]
) -> Iterator[Difference]:
    for code in sorted({*before, *after}):
        old, new = before.get(code), after.get(code)
        if old != new:
            yield Difference(
                f"reasons.{code}",
                f"{old.title} ({old.cite})" if old else ABSENT,
                f"{new.title} ({new.cite})" if new else ABSENT,
                False,
            )


def _withheld(
    before: tuple[Withholding, ...], after: tuple[Withholding, ...]
) -> Iterator[Difference]:
    old, new = ({what_is_withheld(line): line for line in lines} for lines in (before, after))
    for what in sorted({*old, *new}):
        then, now = old.get(what), new.get(what)
        if then != now:
            yield Difference(
                f"withhold.{what}",
                withholding_text(then) if then else ABSENT,
                withholding_text(now) if now else ABSENT,
                now is None or (then is not None and _withholds_less(then, now)),
            )


def _withholds_less(old: Withholding, new: Withholding) -> bool:
    return (
        level_rank(new.portions_above) > level_rank(old.portions_above)
        or not set(new.except_roles) <= set(old.except_roles)
        or _POSSIBLE.index(new.possible) < _POSSIBLE.index(old.possible)
    )


def _release(old: ReleaseSettings, new: ReleaseSettings) -> Iterator[Difference]:
    for name in ReleaseSettings.__dataclass_fields__:
        then, now = getattr(old, name), getattr(new, name)
        if then != now:
            yield Difference(f"release.{name}", _value(then), _value(now), now is False)


def what_is_withheld(line: Withholding) -> str:
    """The name of a ``withhold`` line: portions or the kind of mention, and the reason."""
    return f"{line.mention or 'portions'} {line.reason}"


def withholding_text(line: Withholding) -> str:
    """A ``withhold`` line in words."""
    if line.portions_above:
        return f"above {line.portions_above}"
    roles = f"except {_listed(line.except_roles)}; " if line.except_roles else ""
    return f"{roles}possible mentions: {line.possible}"


def severity_text(severity: Mapping[str, Severity]) -> str:
    """A severity in words: ``error``, or ``error (superseded: warning)``."""
    others = ", ".join(f"{case}: {word}" for case, word in severity.items() if case != "default")
    return f"{severity['default']} ({others})" if others else str(severity["default"])


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values) or "none"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _listed([str(item) for item in value]) if isinstance(value, tuple) else str(value)
