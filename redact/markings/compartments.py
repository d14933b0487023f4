"""Splitting and joining control systems with compartments."""

from __future__ import annotations

from collections.abc import Iterable


def join_systems(tokens: Iterable[str], *, programs: bool = False) -> tuple[str, ...]:
    """One text per system, with every compartment and sub-compartment of ``tokens``.

    ``SI`` and ``SI-G ABCD`` and ``SI-G DEFG`` give ``SI-G ABCD DEFG``. With ``programs`` each
    special access program is a system of its own: ``SAR-BP`` and ``SAR-CD`` stay separate.
    """
    systems: dict[str, dict[str, set[str]]] = {}
    for token in tokens:
        name, compartments = _take_apart(token, programs)
        joined = systems.setdefault(name, {})
        for compartment, subs in compartments:
            joined.setdefault(compartment, set()).update(subs)
    return tuple(
        "".join((name, *map(_written, sorted(compartments.items()))))
        for name, compartments in sorted(systems.items())
    )


def _take_apart(token: str, programs: bool) -> tuple[str, list[tuple[str, list[str]]]]:
    """``SI-G ABCD`` as its name and its compartments, each with its sub-compartments."""
    name, *rest = token.split("-")
    if programs and rest:
        name = f"{name}-{rest.pop(0)}"
    bare, *subs = [name] if programs else name.split(" ")
    split = [compartment.split(" ") for compartment in rest]
    own = [("", subs)] if subs else []
    return bare, own + [(words[0], words[1:]) for words in split]


def _written(compartment: tuple[str, set[str]]) -> str:
    name, subs = compartment
    ordered = sorted(
        subs, key=lambda sub: (not sub.isdigit(), int(sub) if sub.isdigit() else 0, sub)
    )
    return (f"-{name}" if name else "") + "".join(f" {sub}" for sub in ordered)
