"""Errors that stop the tool: one base class, one subclass per exit code of the command line."""

from __future__ import annotations

_LONGEST = 60
"""Characters of a word that an error shows, so that the message stays readable."""


def quoted(value: object) -> str:
    """A word of a settings file in quotes, as errors show it.

    Anything else is not shown: the file may be a document given by mistake.
    """
    text = str(value)
    return f"'{text}'" if is_word(text) else "'…'"


def is_word(text: str) -> bool:
    """Whether a text may be shown in an error: it is short and contains no white space."""
    return 0 < len(text) <= _LONGEST and text.isprintable() and " " not in text


class RedactError(Exception):
    """An error that stops the tool, described as what, where and how to fix it.

    ``what`` states the fact, ``where`` names the file, option or path inside it, ``hint`` says how
    to fix it. None of the three ever contains document text.
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
    """A policy, register, waiver or plan file is wrong: exit code 2.

    ``key`` is the offending key of the mapping at ``where``, used to find its line.
    """

    def __init__(
        self,
        what: str,
        where: str | None = None,
        hint: str | None = None,
        key: str | None = None,
    ) -> None:
        super().__init__(what, where, hint)
        self.key = key


class UnreadableError(RedactError):
    """A document could not be examined; the others are still processed: exit code 3."""

    exit_code = 3


class LeakError(RedactError):
    """Withheld text survives in a public copy, which was not kept: exit code 4."""

    exit_code = 4
