#!/usr/bin/env python3
"""What second opinions add to the names found, and what they cost.

usage: benchmarks/second.py [--shared DIR] [--second NAME]...

Compares the tool alone with each second model, on what may be read: the halves *look* and *held* of
the annotated telegrams (on which its weights are fitted), and invented telegrams, as is and in
capitals. Words per second are of processor time, over the telegrams of *look*.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import Annotated, read_annotated  # noqa: E402
from names import ours, score, shelf_model, upper  # noqa: E402
from names_speed import measure_speed  # noqa: E402
from world import read_world, unmark  # noqa: E402

from redact.persons import Models  # noqa: E402
from redact.persons.second_models import RAMPART  # noqa: E402

CASES = ROOT / "tests" / "cases_persons"


def invented(name: str) -> list[Annotated]:
    """The marked telegrams of one case file, as is and in capitals."""
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    read = [unmark(case, text) for group in groups.values() for case, text in group.items()]
    return in_both_cases(read)


def in_both_cases(read: list[Annotated]) -> list[Annotated]:
    """The telegrams as is, then in capitals."""
    return [*read, *(upper(document) for document in read)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--second", action="append", help="a second model; may be repeated")
    options = parser.parse_args()
    seconds = options.second or [RAMPART, str(shelf_model())]
    asked = {"alone": Models(), **{f"+ {Path(s).name}"[:28]: Models(second=(s,)) for s in seconds}}
    annotated = read_annotated(options.shared, ("held",))
    sets = {
        "look and held": [*annotated["look"], *annotated["held"]],
        "world, read": in_both_cases(list(read_world(("read",))["read"])),
        "telegrams": invented("telegrams"),
        "countries": invented("countries"),
    }
    for name, documents in sets.items():
        print(f"\n{name} ({len(documents)} telegrams)")
        print(f"{'':34s} recall            precision         complete  eponyms")
        for label, models in asked.items():
            for tier, tiers in (("named", ("named",)), ("shown", ("named", "possible"))):
                print(score(documents, ours(tiers, models)).row(f"{label}, {tier}"))
    texts = [document.text for document in annotated["look"]]
    print()
    for label, models in asked.items():
        print(f"{label:34s} {measure_speed(texts, ours(('named',), models)):7.0f} words/s")


if __name__ == "__main__":
    main()
