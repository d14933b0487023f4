"""Types of option values, with plain error messages."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

_UNSET = "must not be empty; a variable of a script may be unset"


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """A date written as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The date, or a usage error that shows the format."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a date; write it as 2026-11-21", param, ctx)


class Number(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """A number from ``least`` to ``most``; an integer if both are."""

    name = "number"

    def __init__(self, least: float, most: float) -> None:
        self._least, self._most = least, most
        self._is_whole = isinstance(least, int) and isinstance(most, int)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number, or a usage error that says what is allowed."""
        try:
            number = int(value) if self._is_whole else float(value)
        except ValueError:
            number = float("nan")
        if not self._least <= number <= self._most:  # what is no number is not either
            kind = "whole number" if self._is_whole else "number"
            message = f"'{value}' is not a {kind} from {self._least:g} to {self._most:,.0f}"
            self.fail(message, param, ctx)
        return number


class Name(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """A word that is not empty."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or a usage error."""
        if not value:
            self.fail(_UNSET, param, ctx)
        return str(value)


class Place(click.Path):
    """A path that is not empty: `pathlib` treats an empty one as the working folder."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, file_okay=file_okay, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a usage error."""
        if not str(value):
            self.fail(_UNSET, param, ctx)
        return super().convert(value, param, ctx)
