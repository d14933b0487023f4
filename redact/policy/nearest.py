"""The right name that comes nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The most similar of ``names``, ``None`` when none is similar enough to be meant."""
    import difflib

    right = {one.lower(): one for one in sorted(names)}
    matches = difflib.get_close_matches(name.lower(), right, n=1, cutoff=0.6)
    return right[matches[0]] if matches else None


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """A hint that offers the nearest right name, followed by where to find them all."""
    meant = nearest(name, names)
    return f"did you mean '{meant}'? {otherwise}" if meant else otherwise
