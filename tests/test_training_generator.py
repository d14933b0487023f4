"""The generator of synthetic telegrams: the same for a seed, exact spans, nothing unused."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from training.generator import generate
from training.generator.noise import wrapped
from training.generator.person import FORMS
from training.generator.tables import cultures, fillers, templates
from training.passage import Passage

SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
ONE_ROUND = len(templates())


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return list(generate("test", ONE_ROUND))


def digest(passages: list[Passage]) -> str:
    rows = [[p.text, p.persons, p.origin] for p in passages]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def test_a_seed_gives_the_same_text_in_any_process() -> None:
    code = (
        "import hashlib, json\nfrom training.generator import generate\n"
        "rows = [[p.text, p.persons, p.origin] for p in generate('test', 200)]\n"
        "print(hashlib.sha256(json.dumps(rows).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == digest(list(generate("test", 200)))


def test_another_seed_gives_another_text() -> None:
    assert digest(list(generate("one", 50))) != digest(list(generate("two", 50)))


def test_there_are_at_least_300_templates_and_each_is_used(passages: list[Passage]) -> None:
    assert ONE_ROUND >= 300
    assert {p.origin for p in passages} == {t.id for t in templates()}
    assert len({t.text for t in templates()}) == ONE_ROUND


def test_every_slot_is_known() -> None:
    texts = [t.text for t in templates()]
    texts += [entry for entries in fillers().values() for entry in entries]
    known = {*FORMS, *fillers(), "any", "surname"}
    unknown = {
        slot[1] for text in texts for slot in SLOT.finditer(text) if slot[1].strip("n")
    } - known
    assert not unknown


def test_every_filler_list_is_used() -> None:
    texts = [t.text for t in templates()]
    texts += [entry for entries in fillers().values() for entry in entries]
    used = {slot[1] for text in texts for slot in SLOT.finditer(text)}
    assert set(fillers()) <= used | {"rank", "year"}


def test_spans_are_sorted_disjoint_and_begin_and_end_with_the_name(
    passages: list[Passage],
) -> None:
    for passage in passages:
        end = 0
        for start, stop in passage.persons:
            assert end <= start < stop <= len(passage.text)
            name = passage.text[start:stop]
            assert name.strip() == name
            assert name[0].isalpha() and (name[-1].isalnum() or name[-1] in ".'")
            end = stop


def test_a_template_has_as_many_names_as_slots_for_persons() -> None:
    by_id = {t.id: t for t in templates()}
    for passage in generate("test", ONE_ROUND):
        template = by_id[passage.origin]
        if template.zone in ("prose", "negatives"):
            continue  # of those several make one passage
        slots = [s for s in SLOT.finditer(template.text) if s[1] in FORMS or s[1] == "any"]
        assert len(passage.persons) == len(slots)


def test_fillers_are_never_marked() -> None:
    """What a hard negative holds is in no span: streets, firms and ships named for a person."""
    only = tuple(t for t in templates() if not re.search(r"\{(?:any|\w*):\w+\}", t.text))
    assert len(only) > 100
    joined = list(generate("negatives", len(only), only))
    assert not any(p.persons for p in joined)
    assert any("Street" in p.text or "Airport" in p.text for p in joined)


def test_lone_surnames_are_commoner_than_whole_names(passages: list[Passage]) -> None:
    prose = [p for p in passages if p.origin.startswith(("prose", "negatives"))]
    words = [len(p.text[a:b].split()) for p in prose for a, b in p.persons]
    assert sum(n == 1 for n in words) > 1.5 * sum(n > 1 for n in words)


def test_every_culture_names_persons(passages: list[Passage]) -> None:
    text = " ".join(p.text for p in generate("cultures", 3 * ONE_ROUND))
    missing = [c.name for c in cultures() if not any(f in text for f in c.forenames)]
    assert not missing


NAMES = st.from_regex(r"[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?", fullmatch=True)


@given(
    st.lists(st.tuples(st.text("abc ,.\n", max_size=30), NAMES), min_size=1, max_size=5),
    st.integers(min_value=12, max_value=80),
    st.booleans(),
)
def test_wrapping_keeps_every_name_whole(
    parts: list[tuple[str, str]], width: int, break_words: bool
) -> None:
    text, spans = "", []
    for before, name in parts:
        text += before + " "
        spans.append((len(text), len(text) + len(name)))
        text += name + " "
    wrapped_passage = wrapped(Passage(text, tuple(spans), "x"), width, break_words)

    def plain(piece: str) -> str:
        return piece.replace("-\n", "").replace("\n", " ")

    assert plain(wrapped_passage.text) == text.replace("\n", " ")
    for (start, end), (old_start, old_end) in zip(wrapped_passage.persons, spans, strict=True):
        assert plain(wrapped_passage.text[start:end]) == text[old_start:old_end]


def test_no_sentence_of_a_real_telegram_is_in_the_templates(shared: Path) -> None:
    """No run of seven words is shared, but for set phrases of headers."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"[a-z]+", text.lower())
        return {tuple(words[i : i + 7]) for i in range(len(words) - 6)}

    own = {
        run
        for t in templates()
        if t.zone in ("prose", "negatives", "people")
        for run in runs(SLOT.sub(" 0 ", t.text))
    }
    real: set[tuple[str, ...]] = set()
    for file in (shared / "corpus" / "telegrams").glob("*.txt"):
        real |= runs(file.read_text("utf-8"))
    assert not own & real
