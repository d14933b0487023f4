"""A deletion as a value, and what a stretch of text still shows beside deletions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from redact.rules.release.exemption_code import ExemptionCode
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Deletion:
    """One deletion: its place in the copy, its codes, whether it shows how much was removed.

    A black bar shows that by its size.
    """

    span: Span
    codes: tuple[ExemptionCode, ...]
    states_amount: bool

    def cites(self, number: int) -> bool:
        """Whether it cites that paragraph of 5 U.S.C. 552(b)."""
        return any(code.number == number for code in self.codes)


def touching(span: Span, deletions: Sequence[Deletion]) -> Sequence[Deletion]:
    """Those of sorted, disjoint deletions that share a character with a stretch."""
    first = bisect_right(deletions, span.start, key=lambda deletion: deletion.span.end)
    return deletions[first : bisect_left(deletions, span.end, key=lambda d: d.span.start)]


def visible_text(text: str, span: Span, deletions: Sequence[Deletion]) -> str:
    """What a stretch still shows when its deletions, sorted and disjoint, are taken out."""
    shown, at = [], span.start
    for deletion in touching(span, deletions):
        shown.append(text[at : max(at, deletion.span.start)])
        at = max(at, deletion.span.end)
    return "".join((*shown, text[at : span.end]))
