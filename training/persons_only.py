"""Removing the untrained labels from a trained recognizer.

The starting model distinguishes eighteen kinds of names, and training labels only persons.
Afterwards the other seventeen are never chosen, yet for each word every one of them is scored and
checked for validity, which takes half of the reading time.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy
import srsly

LABEL = "PERSON"
_NO_LABEL = ""


def keep_persons(folder: Path) -> None:
    """Rewrite the recognizer of the model in ``folder`` so that it knows only persons.

    Its answer for a word is unchanged wherever the best answer was a person or nothing.
    """
    before = _answers(folder)
    moves = srsly.read_msgpack(folder / "ner" / "moves")
    table = {
        move: {label: count for label, count in labels.items() if label in (LABEL, _NO_LABEL)}
        for move, labels in json.loads(moves["moves"]).items()
    }
    srsly.write_msgpack(folder / "ner" / "moves", moves | {"moves": srsly.json_dumps(table)})
    kept = [n for n, answer in enumerate(before) if answer.partition("-")[2] in (LABEL, _NO_LABEL)]
    model = srsly.read_msgpack(folder / "ner" / "model")
    _keep_rows(model, kept, len(before))
    srsly.write_msgpack(folder / "ner" / "model", model)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["labels"]["ner"] = [LABEL]
    (folder / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    if _answers(folder) != [before[number] for number in kept]:
        raise ValueError(f"{folder}: spaCy orders the answers of a recognizer in another way now")


def _answers(folder: Path) -> list[str]:
    """The recognizer's possible answers for a word, in the order of its scores: B-PERSON, O, ..."""
    recognizer = spacy.load(folder).get_pipe("ner")
    return [recognizer.moves.get_class_name(number) for number in range(recognizer.moves.n_moves)]


def _keep_rows(model: dict[str, Any], kept: list[int], of: int) -> None:
    """Keep only those rows of the last layer, the only one with a row for each answer."""
    for node, parameters in zip(model["nodes"], model["params"], strict=True):
        if node["dims"].get("nO") == of and "W" in parameters:
            node["dims"]["nO"] = len(kept)
            for name in ("W", "b"):
                parameters[name] = parameters[name][kept].copy()
