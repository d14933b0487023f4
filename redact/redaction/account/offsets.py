"""Mapping spans between an original and its public copy, by the changes a record claims."""

from __future__ import annotations

from bisect import bisect_right

from redact.redaction.claim import Change, Claim
from redact.redaction.places import placed
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Offsets:
    """The changes in order, each with its position in the original and in the copy."""

    changes: tuple[Change, ...]
    originals: tuple[Span, ...]
    copies: tuple[Span, ...]

    @classmethod
    def of(cls, claim: Claim) -> Offsets:
        """The positions of all changes of a claim."""
        originals = (Span(change.start, change.end) for change in claim.changes)
        return cls(claim.changes, tuple(originals), tuple(place for _, place in placed(claim)))

    def in_copy(self, span: Span) -> Span:
        """The span of the copy for a span of the original."""
        return Span(self._forth(span.start), self._forth(span.end))

    def in_original(self, span: Span) -> Span:
        """The span of the original for one of the copy; a label begins where its words do."""
        start = self._back(span.start)
        return Span(start, max(start, self._back(span.end)))

    def _forth(self, offset: int) -> int:
        last = bisect_right(self.originals, offset, key=lambda span: span.end) - 1
        return offset + self.copies[last].end - self.originals[last].end if last >= 0 else offset

    def _back(self, offset: int) -> int:
        last = bisect_right(self.copies, offset, key=lambda span: span.start) - 1
        if last < 0:
            return offset
        if offset < self.copies[last].end:
            return self.originals[last].start
        return offset + self.originals[last].end - self.copies[last].end
