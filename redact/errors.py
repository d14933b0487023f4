"""What stops the tool: one base class, one subclass per exit code of the command line."""

from __future__ import annotations

_LONGEST = 60
"""Characters of a word that an error shows: it is read at a glance."""


def quoted(value: object) -> str:
    """A word of a settings file between quotes, as errors name it.

    Anything else is not shown: the file may be a document, named by mistake.
    """
    text = str(value)
    return f"'{text}'" if is_word(text) else "'…'"


def is_word(text: str) -> bool:
    """Whether a text may be shown in an error: it is short and holds no blank."""
    return 0 < len(text) <= _LONGEST and text.isprintable() and " " not in text


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
    """A policy, register, waiver or plan file is wrong: exit code 2.

    ``key`` is the key of the mapping at ``where`` that is meant, for the line it stands on.
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
    """A document could not be examined; the others still are: exit code 3."""

    exit_code = 3


class LeakError(RedactError):
    """Withheld text survives in a public copy, which was not kept: exit code 4."""

    exit_code = 4
