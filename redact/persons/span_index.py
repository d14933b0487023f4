"""Looking up which of many spans touch a place, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import field

from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class SpanIndex:
    """Spans that do not overlap one another, in order."""

    spans: tuple[Span, ...] = ()
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", tuple(s.end for s in self.spans))

    @classmethod
    def of(cls, spans: Iterable[Span]) -> SpanIndex:
        """The index of any spans: overlapping ones are joined."""
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and span.start < joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return cls(tuple(joined))

    def touching(self, span: Span) -> tuple[Span, ...]:
        """The spans that share a character with ``span``."""
        found: list[Span] = []
        at = bisect_left(self._ends, span.start + 1)
        while at < len(self.spans) and self.spans[at].start < span.end:
            found.append(self.spans[at])
            at += 1
        return tuple(found)

    def touches(self, span: Span) -> bool:
        """Whether any of them shares a character with ``span``."""
        at = bisect_left(self._ends, span.start + 1)
        return at < len(self.spans) and self.spans[at].start < span.end
