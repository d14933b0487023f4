"""Training: resumable, learns, and what it packs loads. With a handful of passages."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
import spacy

from redact.persons import find_model
from redact.persons.models import describe_model
from training.__main__ import main
from training.base import find_base
from training.examples import batches, example
from training.generator import generate
from training.generator.tables import templates
from training.legs import Course, Texts, load, passages_of_leg, train
from training.pack import NAME, pack
from training.passage import Passage

COURSE = Course(legs=2, rounds=1, synthetic=6, batch=200, dropout=0.1)


@pytest.fixture(scope="module")
def texts() -> Texts:
    text = "Merridew told Tallis about the picnic at the lake."
    picnic = Passage(text, ((0, 8), (14, 20)), "frus1")
    synthetic = list(generate("test", 3))
    return Texts([picnic] * 4, templates()[:40], [picnic, *synthetic])


@pytest.fixture(scope="module")
def finished(texts: Texts, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    work = tmp_path_factory.mktemp("work")
    told: list[str] = []
    train(find_model(), work, COURSE, texts, told.append)
    return work, told


def test_each_leg_leaves_a_checkpoint_with_its_score(finished: tuple[Path, list[str]]) -> None:
    work, told = finished
    assert sorted(f.name for f in work.iterdir()) == ["leg-00", "leg-01"]
    assert len(told) == COURSE.legs
    scores = json.loads((work / "leg-01" / "score.json").read_text("utf-8"))
    assert set(scores["cases"]) == {
        f"{group}, {case}"
        for group in ("prose", "synthetic")
        for case in ("as is", "capitals", "prose from capitals")
    }


def test_a_stopped_run_goes_on_with_the_same_weights(
    finished: tuple[Path, list[str]], texts: Texts, tmp_path: Path
) -> None:
    work, _ = finished
    shutil.copytree(work / "leg-00", tmp_path / "leg-00")
    train(find_model(), tmp_path, COURSE, texts, lambda line: None)
    weights = (tmp_path / "leg-01" / "ner" / "model").read_bytes()
    assert weights == (work / "leg-01" / "ner" / "model").read_bytes()
    assert weights != (work / "leg-00" / "ner" / "model").read_bytes()


def test_what_is_packed_is_small_loads_and_is_the_same_again(
    finished: tuple[Path, list[str]], tmp_path: Path
) -> None:
    work, _ = finished
    pack(work / "leg-01", tmp_path / "one")
    pack(work / "leg-01", tmp_path / "two")
    first, second = describe_model(tmp_path / "one"), describe_model(tmp_path / "two")
    assert first == second
    assert first.name == f"en_{NAME}"
    nlp = spacy.load(tmp_path / "one")
    assert nlp.pipe_names == ["ner"]
    assert (tmp_path / "one" / "vocab" / "strings.json").stat().st_size < 10


def test_legs_read_different_texts_and_the_same_leg_the_same(texts: Texts) -> None:
    assert passages_of_leg(0, COURSE, texts) == passages_of_leg(0, COURSE, texts)
    assert passages_of_leg(0, COURSE, texts) != passages_of_leg(1, COURSE, texts)


def test_a_round_of_legs_goes_once_through_the_prose() -> None:
    prose = [Passage(f"The pump number {n} is here.", (), f"frus{n}") for n in range(10)]
    course = Course(legs=6, rounds=3, synthetic=1)
    seen = [
        p.origin
        for leg in range(3)
        for p in passages_of_leg(leg, course, Texts(prose, templates()[:1], []))
        if p.origin.startswith("frus")
    ]
    assert sorted(seen) == sorted(p.origin for p in prose)


def test_a_token_that_a_name_cuts_is_left_out_of_account() -> None:
    nlp = spacy.blank("en")
    made = example(nlp, Passage("SEEN BY 7MERRIDEW7 FOR MERRIDEW", ((9, 17), (23, 31)), "x"))
    tags = dict(zip((t.text for t in made.predicted), made.get_aligned_ner(), strict=True))
    assert tags["MERRIDEW"] == "U-PERSON"
    assert tags["SEEN"] == "O"
    assert tags["7MERRIDEW7"] is None


def test_batches_hold_every_example_in_order() -> None:
    nlp = spacy.blank("en")
    examples = [example(nlp, Passage("pump " * n, (), "x")) for n in range(1, 9)]
    made = list(batches(examples, 10))
    assert [e for batch in made for e in batch] == examples
    assert all(sum(len(e.predicted) for e in batch) >= 10 for batch in made[:-1])


def test_a_base_that_is_none_is_reported(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no spaCy model folder"):
        find_base(tmp_path)


def test_the_command_says_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = ["--frus", str(tmp_path / "absent.jsonl"), "--base", str(find_model())]
    for out, message in ((tmp_path, "exists already"), (tmp_path / "new", "absent.jsonl")):
        arguments = ["training", *absent, "--work", str(tmp_path / "w"), "--out", str(out)]
        monkeypatch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit, match=f"^error: .*{message}"):
            main()
    assert not (tmp_path / "w").exists()


def test_the_model_loads_without_the_parts_it_does_not_use() -> None:
    assert load(find_model()).pipe_names == ["ner"]
