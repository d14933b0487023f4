#!/usr/bin/env python3
"""How well the language model alone finds persons, compared with the model it was made from.

usage: benchmarks/model.py [--shared DIR] [--model FOLDER_OR_PACKAGE]...

On the volumes of printed prose that were held out of training, less the paragraphs used to choose
among checkpoints, and on the look half of the annotated telegrams, with line ends read as blanks;
as is, in capitals, and in capitals rewritten as prose. Uses no rule of the tool.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import read_annotated  # noqa: E402
from names import shelf_model  # noqa: E402

from redact.persons import find_model  # noqa: E402
from redact.persons.models import describe_model  # noqa: E402
from training.__main__ import DEVELOPMENT_PROSE  # noqa: E402
from training.case_copies import CASES, in_case  # noqa: E402
from training.frus import read_frus, split  # noqa: E402
from training.legs import load  # noqa: E402
from training.passage import Passage  # noqa: E402
from training.scores import score  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("REDACT_SHARED", str(ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--model", action="append", help="model to score; may be repeated")
    options = parser.parse_args()
    _, kept = split(read_frus(options.shared / "corpus" / "frus" / "train.jsonl"))
    texts = {"prose": kept[DEVELOPMENT_PROSE:]}
    for name, documents in read_annotated(options.shared).items():
        texts[name] = [
            Passage(d.text.replace("\n", " "), tuple(sorted(d.names)), name) for d in documents
        ]
    folders = [find_model(m) for m in options.model or ()] or [find_model(), shelf_model()]
    for folder in folders:
        model = describe_model(folder)
        print(f"\n{model.name} {model.version}, Python {sys.version.split()[0]}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = load(folder)
        for name, passages in texts.items():
            for case in CASES:
                result = score(nlp, [in_case(p, case) for p in passages])
                print(f"{name:6s} {len(passages):4d} texts, {case:20s} {result}")


if __name__ == "__main__":
    main()
