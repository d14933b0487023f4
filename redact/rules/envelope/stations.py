"""Telling whether two spellings name the same station."""

from __future__ import annotations


def same_station(one: str, other: str) -> bool:
    """Whether one spelling is the other, or its beginning as archives cut it.

    Page lines and archive numbers keep six characters of the station (``USUN N``, ``BUENOS``), and
    some drop the leading US of a mission (``NATO`` for ``USNATO``).
    """
    a, b = _letters(one), _letters(other)
    return _begins(a, b) or _begins(a.removeprefix("US"), b.removeprefix("US"))


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer.startswith(shorter)


def _letters(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalpha())
