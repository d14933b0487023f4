"""The canonical identifier of a telegram: ``09ASTANA666``."""

from __future__ import annotations

from redact.markings.register import Register


def message_id(
    year: str | None, station: str | None, number: str | None, register: Register
) -> str | None:
    """Two digits of the year, the station without blanks, the number without leading zeros.

    ``None`` when one of them is unknown. A plain-language name such as SECSTATE is replaced by the
    station's name in message numbers.
    """
    if not (year and station and number):
        return None
    name = register.stations.get(station, station)
    letters = "".join(c for c in name.upper() if c.isalnum())
    return f"{year[-2:]}{letters}{number.lstrip('0') or '0'}"
