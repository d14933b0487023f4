"""Whether two spellings name the same station."""

from __future__ import annotations

from redact.markings.spelling import edit_distance

_SHORTEST_MISSION = 4
"""Minimum letters of a mission's name after its US; a shorter one occurs in other names."""


def same_station(one: str, other: str) -> bool:
    """Whether one spelling contains the other.

    Page lines and archive numbers keep six characters of the station (``USUN N``, ``BUENOS``), some
    drop the leading US of a mission (USNATO and USMISSION NATO), and a garbled level leaves its
    last letters before the name.
    """
    shorter, longer = sorted((_letters(one), _letters(other)), key=len)
    if shorter and shorter in longer:
        return True
    mission = shorter.removeprefix("US")
    return len(mission) >= _SHORTEST_MISSION and mission in longer


def differ_by_a_letter(one: str, other: str) -> bool:
    """Whether the spellings differ only by one letter, as garbled in transmission."""
    a, b = _letters(one), _letters(other)
    length = min(len(a), len(b))
    return length >= 5 and edit_distance(a[:length], b[:length]) <= 1


def _letters(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalpha())
