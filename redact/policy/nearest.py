"""Suggesting the valid name nearest to an invalid one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The most similar of ``names``, ``None`` when none is similar enough to be what was meant."""
    import difflib

    right = {one.lower(): one for one in sorted(names)}
    matches = difflib.get_close_matches(name.lower(), right, n=1, cutoff=0.6)
    return right[matches[0]] if matches else None


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """A hint with the nearest valid name, followed by where to list them all."""
    meant = nearest(name, names)
    return f"did you mean '{meant}'? {otherwise}" if meant else otherwise
