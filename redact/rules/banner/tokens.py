"""Comparing the tokens of a banner line with those that its portions require."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from redact.markings.compartments import join_systems
from redact.markings.marking import Marking

_PREFIX = "SAR-"


def comparable(line: Marking, required: Marking) -> Marking:
    """A banner line with its special access programs written as the portions write them: banner
    lines may name in full, SAR-BUTTER POPCORN, what portion marks give by initials, SAR-BP.
    """
    return replace(line, sap=tuple(_as_in(required.sap, program) for program in line.sap))


def systems_beyond(marking: Marking, other: Marking) -> Iterator[str]:
    """Compartments, special access programs and atomic energy information that another marking
    does not hold.
    """
    for wanted, held, programs in (
        (marking.sci, other.sci, False),
        (marking.sap, other.sap, True),
        (marking.aea, other.aea, False),
    ):
        joined = join_systems(held, programs=programs)
        for token in wanted:
            if join_systems((*held, token), programs=programs) != joined:
                yield token


def _as_in(marked: Sequence[str], program: str) -> str:
    words = program.removeprefix(_PREFIX).split()
    initials = _PREFIX + "".join(word[0] for word in words)
    is_named = len(words) > 1 and program.startswith(_PREFIX)
    return initials if is_named and initials in marked else program
