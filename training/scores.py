"""How well a model finds the persons of passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language

from training.passage import Passage

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of names, names covered to the last letter, predicted spans, and correct ones.

    A predicted span is correct when it touches a name, as in ``benchmarks/names.py``.
    """

    names: int
    covered: int
    predicted: int
    right: int

    @property
    def recall(self) -> float:
        """Share of names covered, 0 to 1."""
        return self.covered / max(1, self.names)

    @property
    def precision(self) -> float:
        """Share of predictions that touch a name, 0 to 1."""
        return self.right / max(1, self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def __str__(self) -> str:
        return f"R {100 * self.recall:.1f} P {100 * self.precision:.1f} F1 {100 * self.f1:.1f}"


def score(nlp: Language, passages: Iterable[Passage]) -> Score:
    """How well ``nlp`` finds the persons of the passages."""
    names = covered = predicted = right = 0
    pairs = ((p.text, p) for p in passages)
    for doc, passage in nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
        gold = passage.persons
        found = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]
        inside = {i for start, end in found for i in range(start, end)}
        letters = {i for start, end in gold for i in range(start, end)}
        names += len(gold)
        covered += sum(
            all(i in inside for i in range(start, end) if passage.text[i].isalpha())
            for start, end in gold
        )
        predicted += len(found)
        right += sum(not letters.isdisjoint(range(start, end)) for start, end in found)
    return Score(names, covered, predicted, right)
