"""The severity of a finding."""

from __future__ import annotations

from enum import Enum


class Severity(Enum):
    """note < warning < error.

    error: under-protection, contradiction, or a result that cannot be trusted. warning: probable
    non-compliance. note: style, an artifact of the archive, or something to review.
    """

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)

    def __ge__(self, other: Severity) -> bool:
        return self.rank >= other.rank

    def __gt__(self, other: Severity) -> bool:
        return self.rank > other.rank

    def __str__(self) -> str:
        return self.value
