"""Special access programs, named in full in banner lines and by initials in portion marks."""

from __future__ import annotations

from collections.abc import Sequence

_PREFIX = "SAR-"


def by_initials(programs: Sequence[str], marked: Sequence[str]) -> tuple[str, ...]:
    """``programs``, each as written in ``marked``: SAR-BUTTER POPCORN as SAR-BP."""
    return tuple(
        initials if (initials := _initials(program)) in marked and initials else program
        for program in programs
    )


def _initials(program: str) -> str:
    words = program.removeprefix(_PREFIX).split()
    if len(words) < 2 or not program.startswith(_PREFIX):
        return ""
    return _PREFIX + "".join(word[0] for word in words)
