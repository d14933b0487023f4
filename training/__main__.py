"""Make the name model again; a run that was stopped goes on where its last leg ended.

usage: python -m training --frus FILE --work DIR --out DIR [--base DIR] [--legs N]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.base import find_base
from training.frus import read_frus, split
from training.generator import generate
from training.generator.tables import templates
from training.generator.telegrams import is_development
from training.legs import Course, Texts, train
from training.pack import pack

DEVELOPMENT_PROSE = 200
"""Paragraphs of the held-out volumes used to choose among checkpoints; the rest only measure."""

_DEVELOPMENT_SYNTHETIC = 400


def main() -> None:
    """Read the texts, train leg by leg, pack the best checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Make the name model.")
    parser.add_argument("--frus", type=Path, required=True, help="prose with person spans, JSONL")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--out", type=Path, required=True, help="folder for the finished model")
    parser.add_argument("--base", type=Path, help="model folder to start from")
    parser.add_argument("--legs", type=int, default=Course().legs, help="how many legs to train")
    options = parser.parse_args()
    if options.out.exists():
        sys.exit(f"error: {options.out}: exists already; name another folder with --out")
    try:
        base = find_base(options.base)
        texts = read_texts(options.frus)
    except (OSError, ValueError) as error:
        sys.exit(f"error: {error}")
    course = Course(legs=options.legs)
    best = train(base, options.work, course, texts, lambda line: print(line, flush=True))
    pack(best, options.out)
    print(f"packed {best} into {options.out}")


def read_texts(frus: Path) -> Texts:
    """Prose and templates, with the held-out ones separate."""
    prose, kept_prose = split(read_frus(frus))
    learned = tuple(t for t in templates() if not is_development(t))
    kept = tuple(t for t in templates() if is_development(t))
    synthetic = list(generate("development", _DEVELOPMENT_SYNTHETIC, kept))
    return Texts(prose, learned, [*kept_prose[:DEVELOPMENT_PROSE], *synthetic])


if __name__ == "__main__":
    main()
