"""The weight of a second model's opinion on a word that nothing proves to be a name.

It is added to the odds from all other evidence, never subtracted: a second model can make a word a
*possible* name, or a possible one a name, but hides nothing. The weights are in
``data/second.yaml``, fitted by ``benchmarks/fit_second.py``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from redact.persons.candidate import Candidate
from redact.persons.second_models import SECOND_DETECTORS
from redact.persons.span_index import SpanIndex
from redact.persons.weighing.evidence import WordEvidence
from redact.values import dataclass

_LIKELY = 0.3
"""Score from which a second model's finding counts as likely."""

_FILE = Path(__file__).parent.parent / "data" / "second.yaml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """Where second models find persons: by model, likely and unlikely ones."""

    likely: dict[str, SpanIndex]
    hardly: dict[str, SpanIndex]

    @classmethod
    def of(cls, found: Iterable[Candidate]) -> SecondOpinions:
        """The opinions among all candidates of a document."""
        said = [c for c in found if c.detector in SECOND_DETECTORS]
        models = sorted({c.detector for c in said})
        likely, hardly = (
            {
                m: SpanIndex.of(
                    c.span for c in said if c.detector == m and (c.score >= _LIKELY) is sure
                )
                for m in models
            }
            for sure in (True, False)
        )
        return cls(likely, hardly)

    @staticmethod
    def left_out(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The candidates without the opinions, so that these do not count as other evidence too."""
        return tuple(c for c in found if c.detector not in SECOND_DETECTORS)

    def models(self, seen: WordEvidence) -> tuple[str, ...]:
        """The second models that take the word for a name, or part of one."""
        return tuple(
            model
            for model in self.likely
            if self.likely[model].touches(seen.word.span)
            or self.hardly[model].touches(seen.word.span)
        )

    def evidence(self, seen: WordEvidence) -> Iterator[str]:
        """Their opinions on a word: ``rampart: likely, alone`` when our own model finds no name."""
        own = "with the model" if "model: person" in seen.evidence else "alone"
        for model in self.models(seen):
            sure = "likely" if self.likely[model].touches(seen.word.span) else "hardly"
            yield f"{model}: {sure}, {own}"

    def odds(self, seen: WordEvidence) -> float:
        """The log odds that they add for a word: 0 or more."""
        return sum(max(0.0, _weights().get(said, 0.0)) for said in self.evidence(seen))


@functools.cache
def _weights() -> dict[str, float]:
    """The shipped weights, read when a second model first reports something."""
    table = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader
    return {
        f"{model}: {what}": weight for model, said in table.items() for what, weight in said.items()
    }
