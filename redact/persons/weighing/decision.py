"""Decides whether a single word is a name: all evidence together, weighted by a table.

The weights are those of a logistic model, fitted by ``benchmarks/fit_weights.py``.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from redact.persons.candidate import Candidate
from redact.persons.span_index import SpanIndex
from redact.persons.thresholds import LEAST, NAMED
from redact.persons.views.reading import Reading
from redact.persons.weighing.edges import widened
from redact.persons.weighing.evidence import MODEL, WordEvidence, evidence_of
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.plausibility import is_like_people
from redact.persons.weighing.second_opinions import SecondOpinions
from redact.persons.words import without_possessive
from redact.sources import Span
from redact.values import dataclass

CONTEXT = "context"
_DOUBTED = NAMED - 0.01
_FILE = Path(__file__).parent.parent / "data" / "weights.yaml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each piece of evidence, in log odds, and the thresholds of the tiers.

    ``named`` and ``possible``: the minimum probability, 0 to 1, of each tier; in capitals, where
    every misspelt word looks like a name, the minimum for ``named`` is higher.
    """

    start: float
    named: float
    named_in_capitals: float
    possible: float
    weights: dict[str, float]

    def odds(self, evidence: Iterable[str]) -> float:
        """The log odds that a word with that evidence is a name; unknown evidence counts zero."""
        return self.start + sum(self.weights.get(e, 0.0) for e in evidence)

    def score(self, odds: float, *, capitals: bool) -> float:
        """The score of a candidate: at least `NAMED` for a name, `LEAST` for a possible one."""
        probability = probability_of(odds)
        named = self.named_in_capitals if capitals else self.named
        if probability >= named:
            share = (probability - named) / (1.0 - named)
            return round(NAMED + share * (0.95 - NAMED), 2)
        if probability < self.possible:
            return 0.0
        share = (probability - self.possible) / (named - self.possible)
        return round(min(LEAST + share * (NAMED - LEAST), NAMED - 0.01), 2)


def probability_of(odds: float) -> float:
    """The probability, 0 to 1, for given log odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


@functools.cache
def load_weights() -> Weights:
    """The shipped weights, read once per process."""
    table = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader
    return Weights(
        start=table["start"],
        named=table["named"],
        named_in_capitals=table["named_in_capitals"],
        possible=table["possible"],
        weights={
            f"{group}: {what}": weight
            for group, entries in table["weights"].items()
            for what, weight in entries.items()
        },
    )


def _follows_adjective(seen: WordEvidence) -> bool:
    """Whether the rank may be an adjective, as in capitals: MAJOR PRICE RISES."""
    ranked = "title: major" in seen.evidence
    return ranked and seen.capitals and "list: common" in seen.evidence


def _shared(spans: list[Span], odds: list[float], found: Iterable[Candidate]) -> list[float]:
    """The odds of each word; words that the model reads as one name share theirs."""
    whole = SpanIndex.of(c.span for c in found if c.detector == MODEL and c.kind == "PERSON")
    members: dict[Span, list[float]] = defaultdict(list)
    keys = [next(iter(whole.touching(span)), span) for span in spans]
    for key, value in zip(keys, odds, strict=True):
        members[key].append(value)
    return [_mean(members[key]) for key in keys]


def _eponyms(reading: Reading, found: Iterable[Candidate]) -> SpanIndex:
    """Where candidates of several words name something else: none of their words is a person's."""
    whole = (c.span for c in found if c.kind == "PERSON" and " " in c.span.of(reading.view))
    return SpanIndex.of(s for s in whole if institution(reading, s))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def decide(
    reading: Reading, found: Iterable[Candidate], proved: SpanIndex
) -> tuple[Candidate, ...]:
    """The single words that are names by the evidence, except those already ``proved``."""
    weights = load_weights()
    found = tuple(found)
    opinions, found = SecondOpinions.of(found), SecondOpinions.left_out(found)
    weighed = [
        (s, weights.odds(s.evidence) + opinions.odds(s))
        for s in evidence_of(reading, found, proved)
    ]
    together: dict[str, list[float]] = defaultdict(list)
    for seen, odds in weighed:
        together[seen.word.folded].append(odds)
    decided: list[Candidate] = []
    # Half by this place, half by all places where the document uses the word.
    means = [(odds + _mean(together[seen.word.folded])) / 2 for seen, odds in weighed]
    spans = [seen.word.span for seen, _ in weighed]
    eponyms = _eponyms(reading, found)
    for seen, odds in zip((s for s, _ in weighed), _shared(spans, means, found), strict=True):
        score = weights.score(odds, capitals=seen.capitals)
        if not score:
            continue
        if is_like_people(reading, seen.word) or _follows_adjective(seen):
            score = min(score, _DOUBTED)
        span = without_possessive(reading.view, seen.word.span)
        if eponyms.touches(span) or institution(
            reading, widened(reading, span, 0, len(reading.text))
        ):
            continue
        detector = "model" if "model: person" in seen.evidence else CONTEXT
        whole = Candidate(span=reading.joined.widened(span), detector=detector, score=score)
        decided.append(whole)
        # Others that found it are recorded; their weight is already in the score.
        decided += [replace(whole, detector=m, score=0.0) for m in opinions.models(seen)]
    return tuple(decided)
