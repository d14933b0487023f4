"""Labels that were never learned leave the model; what it says of persons stays."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import spacy
from conftest import ROOT

from redact.persons.models import SHIPPED
from training.persons_only import keep_persons

TEXT = "Merridew told Tallis of the lake and the pumps at Testville before Ilse Brandwyck left."


def untrained(folder: Path, *, labels: list[str], unlikely: float) -> None:
    """A recognizer of chance weights whose answers but for persons are less likely by a number."""
    nlp = spacy.blank("en")
    recognizer = nlp.add_pipe("ner")
    for label in labels:
        recognizer.add_label(label)
    numpy.random.seed(7)
    nlp.initialize()
    last = recognizer.model.get_ref("upper")
    random = numpy.random.default_rng(7)
    last.set_param("W", random.standard_normal(last.get_param("W").shape, dtype=numpy.float32))
    bias = last.get_param("b").copy()
    for number in range(recognizer.moves.n_moves):
        answer = recognizer.moves.get_class_name(number)
        if answer.partition("-")[2] not in ("PERSON", ""):
            bias[number] -= unlikely
    last.set_param("b", bias)
    nlp.to_disk(folder)


def answers(folder: Path) -> tuple[int, list[tuple[str, str]]]:
    nlp = spacy.load(folder)
    found = [(e.text, e.label_) for e in nlp(TEXT).ents]
    return nlp.get_pipe("ner").moves.n_moves, found


def test_a_recognizer_without_its_other_labels_finds_the_same_persons(tmp_path: Path) -> None:
    untrained(tmp_path, labels=["DATE", "PERSON", "GPE"], unlikely=1000.0)
    moves, before = answers(tmp_path)
    assert before
    keep_persons(tmp_path)
    fewer, after = answers(tmp_path)
    assert after == before
    assert fewer == moves - 2 * 4  # begin, inside, last and single of two labels
    assert json.loads((tmp_path / "meta.json").read_text("utf-8"))["labels"]["ner"] == ["PERSON"]


def test_leaving_out_twice_changes_nothing_more(tmp_path: Path) -> None:
    untrained(tmp_path, labels=["PERSON", "GPE"], unlikely=1000.0)
    keep_persons(tmp_path)
    once = {f: f.read_bytes() for f in sorted(tmp_path.rglob("*")) if f.is_file()}
    keep_persons(tmp_path)
    assert {f: f.read_bytes() for f in sorted(tmp_path.rglob("*")) if f.is_file()} == once


def test_the_shipped_model_knows_persons_only() -> None:
    meta = json.loads((ROOT / "models" / SHIPPED / "meta.json").read_text("utf-8"))
    assert meta["labels"]["ner"] == ["PERSON"]
