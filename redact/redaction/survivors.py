"""Withheld passages that can still be read in a public copy, found as runs of their words.

Part of the proof: it shares no code with the planning or writing of the copy.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from redact.redaction.claim import Claim
from redact.redaction.letters import BARRIER
from redact.redaction.residue import RUN, SHORTEST_RUN, rows, runs_of, words_in
from redact.sources import Span


def surviving_passages(before: str, visible: str, claim: Claim) -> Iterator[Span]:
    """Runs of withheld words that occur in the public copy but in no released portion."""
    sought: dict[int, set[tuple[str, ...]]] = {}
    for change in claim.changes:
        if change.withheld == "passage":
            for run in runs_of(before[change.start : change.end]):
                sought.setdefault(len(run), set()).add(run)
    if not sought:
        return
    holes = sorted(claim.withheld_portions)
    starts = [hole.start for hole in holes]
    released = [
        _released_words(
            before,
            span,
            holes[bisect_left(starts, span.start) : bisect_left(starts, span.end)],
        )
        for span in claim.released
    ]
    words = words_in(visible)
    for size in range(SHORTEST_RUN, RUN + 1):
        runs = sought.get(size, set())
        for listed in released if runs else ():
            runs = runs.difference(rows(listed, size))
        if not runs:
            continue
        for first, run in enumerate(rows([word for word, _ in words], size)):
            if run in runs:
                yield Span(words[first][1].start, words[first + size - 1][1].end)


def _released_words(before: str, span: Span, holes: list[Span]) -> list[str]:
    """The words of a released portion, without those of withheld portions inside it."""
    text = list(span.of(before))
    for hole in holes:
        if span.covers(hole) and hole != span:
            inside = hole.shifted(-span.start)
            text[inside.start : inside.end] = BARRIER * len(hole)
    return [word for word, _ in words_in("".join(text))]
