"""The finished model folder: small, quick to load, and reproducible byte for byte from its weights.

A spaCy folder that ``spacy.load`` can load.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy

from training.persons_only import keep_persons

NAME = "redact_person"
VERSION = "1.0.1"


def pack(checkpoint: Path, out: Path) -> None:
    """Write the model of ``checkpoint`` to ``out``, which must not exist.

    The vectors are rounded to half precision and stored at full width, so that any spaCy can read
    them and an archive needs half the space. The words themselves are left out: only their hashes
    are looked up, and reading the list took longer than the rest of loading. Of the recognizer's
    labels only the trained one is kept.
    """
    shutil.copytree(checkpoint, out, ignore=shutil.ignore_patterns("score.json", "strings.json"))
    vocabulary = out / "vocab"
    (vocabulary / "strings.json").write_text("[]\n", encoding="utf-8")
    vectors = numpy.load(vocabulary / "vectors")
    rounded = vectors.astype(numpy.float16).astype(numpy.float32)
    with (vocabulary / "vectors").open("wb") as file:
        numpy.save(file, rounded)
    keep_persons(out)
    _describe(checkpoint, out)


def _describe(checkpoint: Path, out: Path) -> None:
    """Give the folder its own name, and the checkpoint's scores on development material."""
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    scores = json.loads((checkpoint / "score.json").read_text(encoding="utf-8"))
    meta |= {
        "name": NAME,
        "version": VERSION,
        "description": "Names of persons in telegrams and memoranda. See docs/model-card.md.",
        "author": "redact",
        "email": "",
        "url": "",
        "license": "MIT",
        "sources": [
            {"name": "en_core_web_md 3.8.0", "author": "Explosion", "license": "MIT"},
            {
                "name": "Foreign Relations of the United States",
                "author": "Office of the Historian, Department of State",
                "license": "public domain",
            },
        ],
        "performance": scores,
    }
    text = json.dumps(meta, indent=2, sort_keys=True, ensure_ascii=False)
    (out / "meta.json").write_text(text + "\n", encoding="utf-8")
