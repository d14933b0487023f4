"""Telegrams kept back for scoring are read only by who asks for them. All texts are invented."""

from __future__ import annotations

import hashlib
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

import annotated
import fit_second
import fit_weights
import names
import world

TEXT = "1. THE PUMP WAS TESTED.\nROE\n"


def marked(shared: Path, doc: str) -> dict[str, Any]:
    """An invented telegram, written to ``shared``, with its one name marked."""
    text = f"{doc}\n{TEXT}"
    (shared / doc).write_text(text, "utf-8", newline="\n")
    start = text.index("ROE")
    name = {"start": start, "end": start + 3, "role": "author/signatory", "should_redact": True}
    return {"doc": doc, "sha256": hashlib.sha256(text.encode()).hexdigest(), "spans": [name]}


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one seed and four telegrams, two of them marked first and one in each half."""
    folder = tmp_path / "shared"
    (folder / "corpus" / "telegrams").mkdir(parents=True)
    (folder / "seeds").mkdir()
    telegrams = [marked(folder, f"corpus/telegrams/{letter}.txt") for letter in "abcde"]
    first = [marked(folder, "seeds/s.txt"), *telegrams[:2]]
    later = [
        entry | {"half": half}
        for entry, half in zip(telegrams[2:], ("look", "held", "fresh"), strict=True)
    ]
    (folder / "corpus" / "names.json").write_text(json.dumps(first), "utf-8")
    (tmp_path / "annotations.json").write_text(json.dumps(later), "utf-8")
    monkeypatch.setattr(annotated, "HERE", tmp_path)
    return folder


def test_each_half_has_its_own_telegrams(stub: Path) -> None:
    halves = annotated.read_annotated(stub, ("held", "fresh"))
    sizes = {half: len(documents) for half, documents in halves.items()}
    assert sizes == {"seeds": 1, "look": 2, "held": 2, "fresh": 1}
    (fresh,) = halves["fresh"]
    assert fresh.document == "corpus/telegrams/e.txt"
    assert [fresh.text[start:end] for start, end in fresh.names] == ["ROE"]


@pytest.mark.parametrize("asked_for", [(), ("held",), ("fresh",)])
def test_a_half_kept_back_is_read_only_when_asked_for(
    stub: Path, asked_for: tuple[str, ...]
) -> None:
    read = annotated.read_annotated(stub, asked_for)
    assert set(read) == {"seeds", "look", *asked_for}


def test_fitting_weights_never_reads_the_fresh_half(
    stub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for fresh in annotated.read_annotated(stub, ("fresh",))["fresh"]:
        (stub / fresh.document).unlink()
    seen: list[str] = []
    monkeypatch.setattr(fit_weights, "samples_of", lambda text, *_: seen.append(text) or [])
    monkeypatch.setattr(fit_weights, "read_prose", lambda _: ([], []))
    monkeypatch.setattr(fit_weights, "read_firms", list)
    monkeypatch.setattr(fit_weights, "read_invented", list)
    monkeypatch.setattr(fit_weights, "fit_weights", lambda _: (0.0, {}))
    monkeypatch.setattr(fit_weights, "show", lambda *_: None)
    monkeypatch.setattr(fit_weights, "odds_of", lambda *_: [])
    monkeypatch.setattr(sys, "argv", ["fit_weights.py", "--shared", str(stub)])
    fit_weights.main()
    assert len(seen) == 4
    assert "weights:" in capsys.readouterr().out


def test_fitting_second_opinions_never_reads_the_fresh_half(
    stub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fresh in annotated.read_annotated(stub, ("fresh",))["fresh"]:
        (stub / fresh.document).unlink()
    monkeypatch.setattr(fit_second, "read_frus", lambda _: ())
    assert len(list(fit_second.texts(stub, 1))) == len(
        [text for half in annotated.read_annotated(stub, ("held",)).values() for text in half]
    )


@pytest.mark.parametrize("options", [[], ["--held"], ["--fresh"], ["--held", "--fresh"]])
def test_names_are_scored_of_what_was_asked_for_only(
    stub: Path,
    options: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[str] = []

    def finder(text: str) -> list[tuple[int, int]]:
        seen.append(text.split("\n")[0])
        return []

    monkeypatch.setattr(names, "stock", lambda: finder)
    monkeypatch.setattr(names, "ours", lambda _: finder)
    monkeypatch.setattr(names, "models_used", lambda: ())
    monkeypatch.setattr(sys, "argv", ["names.py", "--shared", str(stub), "--each", *options])
    names.main()
    lines = capsys.readouterr().out.splitlines()
    headed = [line.split(",")[0] for line in lines if ", as is (" in line]
    assert headed == ["seeds", "look", *(option[2:] for option in options)]
    assert ("corpus/telegrams/e.txt" in seen) is ("--fresh" in options)
    assert any(line.startswith("e ") for line in lines) is ("--fresh" in options)


def test_the_annotations_hold_offsets_and_no_text() -> None:
    later = json.loads((ROOT / "benchmarks" / "annotations.json").read_text("utf-8"))
    assert len({entry["doc"] for entry in later}) == len(later)
    for entry in later:
        assert set(entry) == {"doc", "half", "sha256", "spans"}
        assert all(set(s) == {"start", "end", "role", "should_redact"} for s in entry["spans"])
        ends = [offset for s in entry["spans"] for offset in (s["start"], s["end"])]
        assert ends == sorted(ends)
    assert sum(entry["half"] == "fresh" for entry in later) == 40


def test_the_fresh_telegrams_are_the_texts_that_were_marked(shared: Path) -> None:
    halves = annotated.read_annotated(shared, annotated.KEPT_BACK)
    fresh = {document.document for document in halves.pop("fresh")}
    assert not fresh & {document.document for half in halves.values() for document in half}


def test_marks_become_offsets_of_names_and_eponyms() -> None:
    read = world.unmark("a", "1. [[ROE]] AND {{DOE}} BROS.\nMET [[JAN\nPOE]].\n")
    assert read.text == "1. ROE AND DOE BROS.\nMET JAN\nPOE.\n"
    assert [read.text[start:end] for start, end in read.names] == ["ROE", "JAN\nPOE"]
    assert [read.text[start:end] for start, end in read.eponyms] == ["DOE"]


@pytest.mark.parametrize("half", world.HALVES)
def test_every_mark_of_the_invented_telegrams_is_closed(half: str) -> None:
    telegrams = world.read_world((half,))[half]
    assert len({telegram.document for telegram in telegrams}) == len(telegrams) > 0
    for telegram in telegrams:
        assert not set("[]{}") & set(telegram.text)
        spans = sorted(telegram.names + telegram.eponyms)
        assert spans and all(start < end for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("option", ["--world", "--world=read"])
def test_the_untouched_half_is_scored_when_asked_for_and_never_listed(
    option: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for half in world.HALVES:
        (tmp_path / f"{half}.yaml").write_text(
            f"capitals:\n  {half}: |\n    [[ROE]] RAN\n", "utf-8"
        )
    if option == "--world=read":
        (tmp_path / "untouched.yaml").unlink()
    monkeypatch.setattr(world, "FOLDER", tmp_path)
    monkeypatch.setattr(names, "stock", lambda: lambda _: [])
    monkeypatch.setattr(names, "ours", lambda _: lambda _: [])
    monkeypatch.setattr(names, "models_used", lambda: ())
    monkeypatch.setattr(sys, "argv", ["names.py", option, "--each"])
    names.main()
    lines = capsys.readouterr().out.splitlines()
    headed = [line.split(",")[0] for line in lines if ", as is (" in line]
    assert headed == ["read", "untouched"][: 2 if option == "--world" else 1]
    assert any(line.startswith("read ") for line in lines)
    assert not any(line.startswith("untouched ") for line in lines)
