"""What stops the tool: one base class, one subclass per exit code of the command line."""

from __future__ import annotations


class RedactError(Exception):
    """Something the tool cannot go on with, told as what, where and how to fix it.

    ``what`` states the fact, ``where`` names the file, option or path inside it, ``hint`` says how
    to put it right. None of the three ever holds text of a document.
    """

    exit_code = 2

    def __init__(self, what: str, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class UsageError(RedactError):
    """A command was given something it cannot use: exit code 2."""


class PolicyError(RedactError):
    """A policy, register, waiver or plan file is wrong: exit code 2."""


class UnreadableError(RedactError):
    """A document could not be examined; the others still are: exit code 3."""

    exit_code = 3


class LeakError(RedactError):
    """Withheld text survives in a public copy, which was not kept: exit code 4."""

    exit_code = 4
