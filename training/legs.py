"""Training in legs, each from the previous checkpoint, so that a run can be stopped and resumed.

A leg depends only on its number, the previous checkpoint and the texts: it begins with a new
optimizer and ends with the average of its weights, from which the next one starts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from training.case_copies import CASES, any_case, in_case
from training.examples import batches, example
from training.generator import generate
from training.generator.tables import Template
from training.passage import Passage
from training.renaming import varied
from training.scores import Score, score

UNUSED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
"""Components of the starting model that name recognition does not use."""


@dataclass(frozen=True, slots=True)
class Course:
    """The schedule of a run.

    ``legs``: their number. ``rounds``: legs needed to cover the printed prose once.
    ``synthetic``: synthetic passages per leg. ``batch``: words between two updates. ``learn_rate``
    decreases linearly from the first leg to a tenth in the last.
    """

    legs: int = 5
    rounds: int = 5
    synthetic: int = 5_000
    batch: int = 1_000
    dropout: float = 0.2
    learn_rate: float = 0.0008
    seed: int = 20


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts to train on and those only to measure on."""

    prose: Sequence[Passage]
    templates: tuple[Template, ...]
    development: Sequence[Passage]


def load(folder: Path) -> Language:
    """The model in ``folder`` with only its name recognition."""
    return spacy.load(folder, exclude=UNUSED)


def run_leg(nlp: Language, number: int, course: Course, texts: Texts) -> None:
    """Train ``nlp`` for the leg of that number, counted from 0."""
    spacy.util.fix_random_seed(course.seed + number)
    random_ = random.Random(f"{course.seed} leg {number}")
    passages = passages_of_leg(number, course, texts)
    examples = [example(nlp, any_case(passage, random_)) for passage in passages]
    steps = list(batches(examples, course.batch))
    optimizer = nlp.resume_training()
    for step, batch in enumerate(steps):
        done = (number + step / len(steps)) / course.legs
        optimizer.learn_rate = course.learn_rate * (1.0 - 0.9 * done)
        nlp.update(batch, sgd=optimizer, drop=course.dropout)
    for node in nlp.get_pipe("ner").model.walk():
        for name in node.param_names:
            if (node.id, name) in optimizer.averages:
                node.set_param(name, optimizer.averages[node.id, name])


def passages_of_leg(number: int, course: Course, texts: Texts) -> list[Passage]:
    """The passages of a leg in training order."""
    prose = list(texts.prose)
    random.Random(f"{course.seed} round {number // course.rounds}").shuffle(prose)
    random_ = random.Random(f"{course.seed} names {number}")
    part = [varied(passage, random_) for passage in prose[number % course.rounds :: course.rounds]]
    synthetic = generate(f"{course.seed} leg {number}", course.synthetic, texts.templates)
    passages = [*part, *synthetic]
    random.Random(f"{course.seed} order {number}").shuffle(passages)
    return passages


def train(
    base: Path, work: Path, course: Course, texts: Texts, tell: Callable[[str], None]
) -> Path:
    """The folder of the best checkpoint. Legs already in ``work`` are not run again."""
    work.mkdir(parents=True, exist_ok=True)
    best, best_folder = -1.0, base
    for number in range(course.legs):
        folder = work / f"leg-{number:02d}"
        if not (folder / "score.json").is_file():
            # Reloaded even when still in memory, so that a resumed run is identical.
            nlp = load(base if number == 0 else work / f"leg-{number - 1:02d}")
            run_leg(nlp, number, course, texts)
            scores = development_scores(nlp, texts.development)
            nlp.to_disk(folder)
            rows = {case: str(result) for case, result in scores.items()}
            total = sum(result.f1 for result in scores.values()) / len(scores)
            record = json.dumps({"f1": total, "cases": rows}, indent=1)
            (folder / "score.json").write_text(record + "\n", encoding="utf-8")
        record = json.loads((folder / "score.json").read_text(encoding="utf-8"))
        tell(f"leg {number}: " + "; ".join(f"{k}: {v}" for k, v in record["cases"].items()))
        if record["f1"] > best:
            best, best_folder = record["f1"], folder
    return best_folder


def development_scores(nlp: Language, development: Sequence[Passage]) -> dict[str, Score]:
    """Scores by origin and case."""
    groups = {
        "prose": [p for p in development if p.origin.startswith("frus")],
        "synthetic": [p for p in development if not p.origin.startswith("frus")],
    }
    return {
        f"{name}, {case}": score(nlp, [in_case(p, case) for p in group])
        for name, group in groups.items()
        for case in CASES
    }
