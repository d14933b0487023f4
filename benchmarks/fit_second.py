#!/usr/bin/env python3
"""Fit what the opinion of a second model weighs, and write the weights as YAML.

usage: benchmarks/fit_second.py [--shared DIR] [--every N] [-o FILE]

The weights of all other evidence stay fixed: a logistic regression over the few opinions a second
model can give, offset by the odds from everything else. Uses a share of the texts of
``fit_weights.py``: published prose the model was not trained on, as is, renamed and in garbled
capitals, and the halves *look* and *held* of the telegrams. For Rampart and for a spaCy model: the
one of the extra ``shelf``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import read_annotated  # noqa: E402
from changed_texts import capitals, garbled, renamed, with_other_persons  # noqa: E402
from names import shelf_model  # noqa: E402

from redact.documents import parse  # noqa: E402
from redact.persons.finder import proved_by  # noqa: E402
from redact.persons.models import find_model  # noqa: E402
from redact.persons.presidio.analyzer import analyze  # noqa: E402
from redact.persons.second_models import RAMPART, SecondModel, find_second  # noqa: E402
from redact.persons.views.reading import read_document  # noqa: E402
from redact.persons.weighing.accept import weigh  # noqa: E402
from redact.persons.weighing.decision import load_weights  # noqa: E402
from redact.persons.weighing.evidence import evidence_of  # noqa: E402
from redact.persons.weighing.second_opinions import SecondOpinions  # noqa: E402
from redact.sources import Source  # noqa: E402
from training.frus import is_development, read_frus  # noqa: E402

PENALTY = 1.5
"""L2 penalty on the weights, in samples."""

Text = tuple[str, list[tuple[int, int]]]
Sample = tuple[tuple[str, ...], float, bool]


def texts(shared: Path, every: int) -> Iterator[Text]:
    """The telegrams that may be read, and every so-many-th paragraph of the prose, three times."""
    for half in read_annotated(shared, ("held",)).values():
        for annotated in half:
            yield annotated.text, list(annotated.names)
    prose = [p for p in read_frus(shared / "corpus" / "frus" / "train.jsonl") if is_development(p)]
    for passage in prose[::every]:
        yield passage.text, list(passage.persons)
        yield renamed(passage.text, list(passage.persons))
        other = with_other_persons(passage)
        text, names = renamed(other.text, list(other.persons))
        yield garbled(capitals(text), names)


def samples_of(
    text: str, names: Iterable[tuple[int, int]], second: SecondModel
) -> Iterator[Sample]:
    """The second model's opinion on each undecided word, its odds otherwise, and the truth."""
    inside = {i for start, end in names for i in range(start, end)}
    reading = read_document(parse(Source.from_text(text)))
    found = analyze(reading, find_model(None), (second,))
    opinions = SecondOpinions.of(found)
    own = [c for c in found if c.detector != second.detector]
    weights = load_weights()
    for seen in evidence_of(reading, own, proved_by(weigh(reading, own))):
        said = tuple(opinions.evidence(seen))
        yield said, weights.odds(seen.evidence), seen.word.span.start in inside


def fit(samples: list[Sample]) -> dict[str, float]:
    """The weight of each opinion, by Newton's method."""
    said = sorted({what for sample in samples for what in sample[0]})
    rows = np.array([[what in sample[0] for what in said] for sample in samples], dtype=float)
    start = np.array([odds for _, odds, _ in samples])
    labels = np.array([is_name for _, _, is_name in samples], dtype=float)
    weights = np.zeros(len(said))
    for _ in range(25):
        chances = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights + start, -30, 30)))
        slope = rows.T @ (labels - chances) - PENALTY * weights
        spread = (rows * (chances * (1 - chances))[:, None]).T @ rows
        weights += np.linalg.solve(spread + PENALTY * np.eye(len(said)), slope)
    return dict(zip(said, weights.tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--every", type=int, default=1, help="read one paragraph of so many")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    lines = [
        "# What it adds to the log odds of a word that a second model takes it for a name.",
        '# Made by benchmarks/fit_second.py. "alone": our own model sees no name there.',
    ]
    read = list(texts(options.shared, options.every))
    for named in (RAMPART, str(shelf_model())):
        second = find_second(named)
        samples = [s for text, names in read for s in samples_of(text, names, second)]
        lines.append(f"{second.detector}:")
        for said, weight in fit(samples).items():
            lines.append(f"  {said.partition(': ')[2]}: {weight:.2f}")
            count = sum(said in sample[0] for sample in samples)
            print(f"{said}: {count} words, weight {weight:.2f}", file=sys.stderr)
    table = "\n".join(lines) + "\n"
    if options.output:
        options.output.write_text(table, "utf-8")
    else:
        sys.stdout.write(table)


if __name__ == "__main__":
    main()
