#!/usr/bin/env python3
"""How well names are found: ours and stock Presidio, with the same model, in the same run.

usage: benchmarks/names.py [--shared DIR] [--half look|held|both] [--speed] [--json FILE]

Scored as the shared scorer does: a name counts as found only when every letter of it is covered;
a predicted span is right when it touches a name; a telegram is complete when every name in it is
covered. Annotated telegrams are split by a seeded hash of their names: ``look`` is the half that
may be looked at while the room is being built, ``held`` is only scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from redact.documents import parse  # noqa: E402
from redact.persons import find_mentions, find_model, models_used  # noqa: E402
from redact.sources import Source  # noqa: E402

SEED = "redact names 1"
SPEED_TELEGRAMS = 40

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

    def row(self, label: str) -> str:
        recall = 100 * self.covered / max(1, self.names)
        precision = 100 * self.right / max(1, self.predicted)
        return (
            f"{label:34s} {recall:6.1f}  {self.covered:3d}/{self.names:<3d}   "
            f"{precision:6.1f}  {self.right:3d}/{self.predicted:<3d}   "
            f"{self.complete:2d}/{self.documents:<2d}   {self.eponyms_hit:2d}/{self.eponyms}"
        )


def halves(gold: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The annotated telegrams in two halves by a seeded hash; the seeds stand alone."""
    names = [d["doc"] for d in gold]
    telegrams = sorted(
        (n for n in names if not n.startswith("seeds/")),
        key=lambda n: hashlib.sha256(f"{SEED}:{n}".encode()).hexdigest(),
    )
    middle = len(telegrams) // 2
    return {
        "seeds": [n for n in names if n.startswith("seeds/")],
        "look": sorted(telegrams[:middle]),
        "held": sorted(telegrams[middle:]),
    }


def score(documents: Iterable[tuple[str, list[dict[str, Any]]]], find: Finder) -> Score:
    total = Score()
    for text, spans in documents:
        found = find(text)
        covered = {i for start, end in found for i in range(start, end)}
        names: set[int] = set()
        missed = 0
        for span in spans:
            letters = [
                span["start"] + i for i, letter in enumerate(span["text"]) if letter.isalpha()
            ]
            if not span["should_redact"]:
                total.eponyms += 1
                total.eponyms_hit += any(i in covered for i in letters)
                continue
            names.update(range(span["start"], span["end"]))
            total.names += 1
            whole = all(i in covered for i in letters)
            total.covered += whole
            missed += not whole
        total.predicted += len(found)
        total.right += sum(any(i in names for i in range(s, e)) for s, e in found)
        total.documents += 1
        total.complete += not missed
    return total


def ours(tiers: tuple[str, ...]) -> Finder:
    def find(text: str) -> list[tuple[int, int]]:
        mentions = find_mentions(parse(Source.from_text(text)))
        return [
            (m.span.start, m.span.end) for m in mentions if m.kind == "PERSON" and m.tier in tiers
        ]

    return find


def stock() -> Finder:
    """Presidio as it comes, but with the model that is installed."""
    import warnings

    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    configuration = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": str(find_model())}],
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


def upper(text: str) -> str:
    """The text in capitals, letter for letter."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def read_gold(shared: Path) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    gold = json.loads((shared / "corpus" / "names.json").read_text("utf-8"))
    texts: dict[str, tuple[str, list[dict[str, Any]]]] = {}
    for entry in gold:
        data = (shared / entry["doc"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            sys.exit(f"error: {entry['doc']}: is not the text that was annotated")
        texts[entry["doc"]] = (data.decode("utf-8"), entry["spans"])
    return texts


def measure_speed(texts: list[str], find: Finder) -> float:
    """Words a second of processor time, the model already loaded; best of two runs."""
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(2):
        start = time.process_time()
        for text in texts:
            find(text)
        best = max(best, words / (time.process_time() - start))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--half", choices=("look", "held", "both"), default="both")
    parser.add_argument("--speed", action="store_true", help="also measure words a second")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()

    texts = read_gold(options.shared)
    gold = [{"doc": name, "spans": spans} for name, (_, spans) in texts.items()]
    split = halves(gold)
    sets = {"seeds": split["seeds"]}
    sets |= {h: split[h] for h in ("look", "held") if options.half in (h, "both")}
    finders = {
        "stock Presidio": stock(),
        "redact, named": ours(("named",)),
        "redact, named + possible": ours(("named", "possible")),
    }
    for model in models_used():
        print(f"model {model.name} {model.version}, Python {sys.version.split()[0]}")
    figures: dict[str, Any] = {}
    for name, documents in sets.items():
        for case, change in (("as is", str), ("in capitals", upper)):
            print(f"\n{name}, {case} ({len(documents)} telegrams)")
            print(f"{'':34s} recall            precision         complete  eponyms")
            for label, find in finders.items():
                result = score([(change(texts[d][0]), texts[d][1]) for d in documents], find)
                print(result.row(label))
                figures[f"{name}/{case}/{label}"] = vars(result)
    if options.speed:
        folder = options.shared / "corpus" / "telegrams"
        sample = sorted(folder.glob("*.txt"))[:SPEED_TELEGRAMS]
        long = [file.read_text("utf-8") for file in sample]
        speeds = {k: measure_speed(long, finders[k]) for k in list(finders)[:2]}
        reference = speeds["stock Presidio"]
        print(f"\nspeed, {len(long)} telegrams, one process, parsing included for redact")
        for label, speed in speeds.items():
            print(f"{label:34s} {speed:7.0f} words/s  {speed / reference:4.2f} x stock")
        figures["speed"] = speeds
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
