#!/usr/bin/env python3
"""Fit the weights by which single words are taken for names, and write them as YAML.

usage: benchmarks/fit_weights.py [--shared DIR] [-o FILE]

A logistic regression over the evidence of ``redact.persons.weighing.evidence``: on those volumes of
published diplomatic prose that the model was not trained on, as is and in capitals, on the two
halves of the annotated telegrams that have been read, *look* and *held*, and on the invented
telegrams of many posts that may be read, as is and in capitals. Every fifth paragraph is
held out and scored; the telegrams are scored by weights fitted without them, a fifth at a time.
Seeded: the same texts and the same model give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import read_annotated  # noqa: E402
from changed_texts import SEED, capitals, garbled, renamed, with_other_persons  # noqa: E402
from firm_stories import read_stories  # noqa: E402
from world import read_world  # noqa: E402

from redact.documents import parse  # noqa: E402
from redact.persons.finder import proved_by  # noqa: E402
from redact.persons.models import find_model  # noqa: E402
from redact.persons.presidio.analyzer import analyze  # noqa: E402
from redact.persons.views.reading import read_document  # noqa: E402
from redact.persons.weighing.accept import weigh  # noqa: E402
from redact.persons.weighing.evidence import evidence_of  # noqa: E402
from redact.sources import Source  # noqa: E402
from training.frus import is_development, read_frus  # noqa: E402

LEAST_SEEN = 10
"""Evidence rarer than this gets no weight."""

PENALTY = 1.5
"""L2 penalty on the weights, in samples."""

TELEGRAMS_COUNT = 4.0
"""Weight of a word from a real telegram."""

STORIES_COUNT = 0.5
"""Weight of a word from an invented text."""

INVENTED_COUNT = 1.0
"""Weight of a word from an invented telegram of the half that may be read."""

STORY = "story: "
"""Prefix of evidence that only invented texts have."""

_OF_THE_WORD = (
    *("list: ", "unlisted: ", "letters: ", "model: ", "capitals: ", "written: "),
    *("before: .", "after: .", "before: a new line", "after: a new line"),
)

GIVEN = {"elsewhere: opens the subject": -5.0, "unlisted: made like a firm": -2.0}
"""Weights set by hand: published prose has no subject lines that begin with a country, no firms."""

TIERS = {"named": 0.3, "named_in_capitals": 0.35, "possible": 0.05}
"""The minimum probability of each tier, chosen by the figures of `show` on the look half."""

FOLDS = 5
"""Parts of the telegrams, each scored by weights fitted without it."""

Sample = tuple[tuple[str, ...], bool, float]


def samples_of(text: str, names: Iterable[tuple[int, int]], weight: float) -> Iterator[Sample]:
    """The evidence of every undecided word of a text, and whether it is part of a name."""
    inside = {i for start, end in names for i in range(start, end)}
    reading = read_document(parse(Source.from_text(text)))
    found = analyze(reading, find_model(None))
    proved = proved_by(weigh(reading, found))
    for seen in evidence_of(reading, found, proved):
        yield seen.evidence, seen.word.span.start in inside, weight


def is_kept_out(text: str) -> bool:
    """Whether a paragraph is held out for scoring: every fifth, by a seeded hash."""
    return hashlib.sha256(f"{SEED}:{text}".encode()).digest()[0] % 5 == 0


def read_prose(shared: Path) -> tuple[list[Sample], list[Sample]]:
    """Samples of the prose the model was not trained on: those to fit on, and those held out."""
    fit: list[Sample] = []
    out: list[Sample] = []
    for passage in read_frus(shared / "corpus" / "frus" / "train.jsonl"):
        if not is_development(passage):
            continue
        other = with_other_persons(passage)
        texts = [(passage.text, list(passage.persons))]
        for each in (passage, other):
            changed = renamed(each.text, list(each.persons))
            texts += [changed, garbled(capitals(changed[0]), changed[1])]
        for text, names in texts:
            samples = samples_of(text, names, 1.0)
            (out if is_kept_out(passage.text) else fit).extend(samples)
    return fit, out


def read_firms() -> list[Sample]:
    """Samples of the invented texts about firms, newspapers and parties, as is and in capitals.

    Their word frequencies and spellings are not typical of telegrams: evidence of those kinds is
    duplicated under a prefix that only these texts have, and the duplicates are left out of the
    table.
    """
    samples: list[Sample] = []
    for story in read_stories():
        names = list(story.persons)
        for text, spans in ((story.text, names), garbled(capitals(story.text), names)):
            for evidence, label, count in samples_of(text, spans, STORIES_COUNT):
                own = (f"{STORY}{e}" for e in evidence if e.startswith(_OF_THE_WORD))
                samples.append(((*evidence, STORY, *own), label, count))
    return samples


def read_invented() -> list[Sample]:
    """Samples of the invented telegrams of many posts, as is and in capitals; not the untouched."""
    return [
        sample
        for telegram in read_world(("read",))["read"]
        for text in dict.fromkeys((telegram.text, capitals(telegram.text)))
        for sample in samples_of(text, telegram.names, INVENTED_COUNT)
    ]


def fit_weights(samples: list[Sample]) -> tuple[float, dict[str, float]]:
    """Intercept and weights of the logistic model, by Newton's method."""
    seen = Counter(e for evidence, _, _ in samples for e in evidence)
    columns = {e: i for i, e in enumerate(sorted(e for e, n in seen.items() if n >= LEAST_SEEN))}
    rows = np.zeros((len(samples), len(columns) + 1), dtype=np.float32)
    rows[:, -1] = 1.0
    for row, (evidence, _, _) in zip(rows, samples, strict=True):
        row[[columns[e] for e in evidence if e in columns]] = 1.0
    labels = np.array([label for _, label, _ in samples], dtype=np.float64)
    counts = np.array([count for _, _, count in samples])
    weights = np.zeros(len(columns) + 1)
    penalty = np.full(len(weights), PENALTY)
    penalty[-1] = 0.0
    for _ in range(25):
        chances = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (labels - chances)) - penalty * weights
        spread = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows
        step = np.linalg.solve(spread + np.diag(penalty + 1e-6), slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    fitted = {e: float(weights[i]) for e, i in columns.items() if not e.startswith(STORY)}
    return float(weights[-1]), fitted | GIVEN


def cross_validate(prose: list[Sample], telegrams: list[list[Sample]]) -> None:
    """Print the score of each telegram's words by weights fitted without that telegram."""
    scored: list[Sample] = []
    odds: list[float] = []
    for fold in range(FOLDS):
        fit = [s for i, samples in enumerate(telegrams) if i % FOLDS != fold for s in samples]
        out = [s for i, samples in enumerate(telegrams) if i % FOLDS == fold for s in samples]
        start, weights = fit_weights(prose + fit)
        scored += out
        odds += odds_of(out, start, weights)
    show(scored, odds, f"telegrams, cross-validated over {FOLDS} parts of them")


def odds_of(samples: list[Sample], start: float, weights: dict[str, float]) -> list[float]:
    """The log odds of each sample."""
    return [start + sum(weights.get(e, 0.0) for e in evidence) for evidence, _, _ in samples]


def show(samples: list[Sample], odds: list[float], label: str) -> None:
    """Print recall and precision over words at several probabilities."""
    chances = 1.0 / (1.0 + np.exp(-np.array(odds)))
    names = np.array([s[1] for s in samples])
    print(f"{label}: {len(samples)} words, {names.sum()} of them in names", file=sys.stderr)
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        taken = chances >= least
        right = (taken & names).sum()
        print(
            f"  {least:.1f}  recall {100 * right / max(1, names.sum()):5.1f}"
            f"  precision {100 * right / max(1, taken.sum()):5.1f}",
            file=sys.stderr,
        )


def as_yaml(start: float, weights: dict[str, float]) -> str:
    """The table as shipped: sorted, two decimals."""
    lines = [
        "# What each piece of evidence weighs when a single word may be a name, in log odds.",
        "# Made by benchmarks/fit_weights.py; what the evidence is, is told in evidence.py.",
        f"start: {start:.2f}",
        *(f"{tier}: {least}" for tier, least in TIERS.items()),
        "weights:",
    ]
    group = ""
    for evidence, weight in sorted(weights.items()):
        head, _, what = evidence.partition(": ")
        if abs(weight) < 0.05:
            continue
        if head != group:
            group = head
            lines.append(f"  {json.dumps(head)}:")
        lines.append(f"    {json.dumps(what, ensure_ascii=False)}: {weight:.2f}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    prose, kept_out = read_prose(options.shared)
    prose += read_firms()
    prose += read_invented()
    read = read_annotated(options.shared, ("held",))
    telegrams = [
        list(samples_of(annotated.text, annotated.names, TELEGRAMS_COUNT))
        for annotated in (*read["look"], *read["held"])
    ]
    cross_validate(prose, telegrams)
    start, weights = fit_weights(prose + [s for samples in telegrams for s in samples])
    show(kept_out, odds_of(kept_out, start, weights), "prose kept out")
    table = as_yaml(start, weights)
    if options.output:
        options.output.write_text(table, "utf-8")
    else:
        sys.stdout.write(table)


if __name__ == "__main__":
    main()
