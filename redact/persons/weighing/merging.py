"""Merging the sightings of one place into one mention."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from redact.persons.candidate import Candidate
from redact.persons.thresholds import NAMED
from redact.persons.views.reading import Reading
from redact.persons.weighing.edges import widened
from redact.sources import Span
from redact.values import dataclass

# Between parts of one name: blanks or an initial, but no hyphen (BANZER-PINOCHET are two).
_INSIDE_A_NAME = re.compile(r"[ \t]{1,12}(?:[^\W\d_]\.?[ \t]{1,12})?")
AGAIN = frozenset({"propagation", "garble", "variant"})
"""Steps that find further mentions of a name found elsewhere."""

_NEXT_COLUMN = re.compile(r"[ \t]{3,}")
_INITIAL_AT_END = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]|Y[aeuAEU]|[KCSZ][hH]|T[sS]|M[adAD]|Mohd|MOHD)$"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A span with all the evidence for it."""

    span: Span
    kind: str
    score: float
    detectors: tuple[str, ...]


def merge(reading: Reading, candidates: Iterable[Candidate]) -> tuple[Sighting, ...]:
    """Sorted sightings that do not overlap.

    Overlapping candidates of one kind are merged; so are adjacent ones separated only by blanks or
    an initial. Where two kinds overlap, the later one is cut.
    """
    merged: list[Sighting] = []
    for kind in sorted({c.kind for c in candidates}):
        merged += _merged(reading, sorted((c for c in candidates if c.kind == kind), key=_place))
    return without_overlap(merged)


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.span.start, candidate.span.end, candidate.detector


def _merged(reading: Reading, candidates: list[Candidate]) -> list[Sighting]:
    groups: list[tuple[Span, list[Candidate]]] = []
    for candidate in candidates:
        if groups and _belong(reading, groups[-1][0], candidate.span, candidate.kind):
            span, members = groups[-1]
            whole = Span(span.start, max(span.end, candidate.span.end))
            groups[-1] = (whole, [*members, candidate])
        else:
            groups.append((candidate.span, [candidate]))
    groups = _double_barrelled(reading, groups)
    spans = [span for span, _ in groups]
    if groups and groups[0][1][0].kind == "PERSON":
        spans = _widened(reading, spans)
    return [
        Sighting(
            span, members[0].kind, combined(members), tuple(sorted({m.detector for m in members}))
        )
        for span, (_, members) in zip(spans, groups, strict=True)
    ]


def _double_barrelled(
    reading: Reading, groups: list[tuple[Span, list[Candidate]]]
) -> list[tuple[Span, list[Candidate]]]:
    """The groups, with an uncertain half of a hyphenated name joined to its certain one: DUCEA-POP.

    In BANZER-PINOCHET both are certain, and two persons.
    """
    joined: list[tuple[Span, list[Candidate]]] = []
    for span, members in groups:
        if joined and reading.text[joined[-1][0].end : span.start] == "-":
            first, others = joined[-1]
            if (combined(others) >= NAMED) != (combined(members) >= NAMED):
                joined[-1] = (Span(first.start, span.end), [*others, *members])
                continue
        joined.append((span, members))
    return joined


def _widened(reading: Reading, spans: list[Span]) -> list[Span]:
    """Each name widened, but not into adjacent names."""
    whole: list[Span] = []
    for index, span in enumerate(spans):
        floor = whole[-1].end if whole else 0
        following = spans[index + 1].start if index + 1 < len(spans) else len(reading.text)
        whole.append(widened(reading, span, floor, following))
    return whole


def _belong(reading: Reading, first: Span, second: Span, kind: str) -> bool:
    if first.overlaps(second):
        return True
    if kind != "PERSON":
        return False
    between = reading.view[first.end : second.start]
    written = reading.text[first.end : second.start]
    if not between.strip() and (written.strip() or _NEXT_COLUMN.fullmatch(written)):
        return False  # an office of a routing line, blanked in the view; or another column
    if between.startswith("."):
        between = between[1:] if _INITIAL_AT_END.search(first.of(reading.view)) else "."
    return bool(_INSIDE_A_NAME.fullmatch(between))


def combined(candidates: Iterable[Candidate]) -> float:
    """The combined score of several sightings: each detector counts once, with its best."""
    best: dict[str, float] = {}
    for candidate in candidates:
        best[candidate.detector] = max(best.get(candidate.detector, 0.0), candidate.score)
    doubt = 1.0
    for detector, score in best.items():
        if detector not in AGAIN:
            doubt *= 1.0 - score
    # Finding a name again shows where it occurs, not that it is a name.
    again = max((s for d, s in best.items() if d in AGAIN), default=0.0)
    return round(max(1.0 - doubt, again), 2)


def without_overlap(sightings: list[Sighting]) -> tuple[Sighting, ...]:
    """The sightings, minus what an earlier one covers, so that no character is lost."""
    kept: list[Sighting] = []
    for sighting in sorted(sightings, key=lambda s: (s.span.start, -s.span.end, -s.score, s.kind)):
        done = kept[-1].span.end if kept else 0
        if sighting.span.end <= done:
            continue
        start = max(sighting.span.start, done)
        kept.append(replace(sighting, span=Span(start, sighting.span.end)))
    return tuple(kept)
