"""A model somebody brings: used when it finds persons, refused in the user's words when not."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import redact
from conftest import ROOT

from redact.errors import UsageError
from redact.persons.models import SHIPPED
from redact.persons.presidio import usable_model

MODEL = ROOT / "models" / SHIPPED
TEXT = "UNCLAS TESTVILLE 000012\n\nSUBJECT: PUMPS\n\n1. (U) Orin Merridew left the lake.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped model, whose files may be replaced."""
    shutil.copytree(MODEL, tmp_path / "model", copy_function=os.symlink)
    return tmp_path / "model"


def replace(file: Path, data: bytes) -> None:
    file.unlink()
    file.write_bytes(data)


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        replace(folder / name, text.replace(old, new).encode())

    return done


def cut(name: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        data = (folder / name).read_bytes()
        replace(folder / name, data[: len(data) // 2])

    return done


def with_pipe(name: str | None, label: str | None = None) -> Callable[[Path], None]:
    """The model replaced by an empty one with that component."""

    def done(folder: Path) -> None:
        import spacy

        shutil.rmtree(folder)
        nlp = spacy.blank("en")
        if name:
            pipe = nlp.add_pipe(name)
            if label:
                pipe.add_patterns([{"label": label, "pattern": "Orin Merridew"}])
        nlp.to_disk(folder)

    return done


def for_other_spacy(folder: Path) -> None:
    change("meta.json", ">=3.8.0,<3.9.0", ">=2.3.0,<2.4.0")(folder)
    cut("ner/model")(folder)


def names(folder: Path, tmp_path: Path):
    file = tmp_path / "cable.txt"
    file.write_text(TEXT, "utf-8")
    return redact("names", file, "--show-text", "always", "--model", folder)


NO_FILE = "is a spaCy model that cannot be loaded"
REFUSED = {
    "no meta": (lambda f: (f / "meta.json").unlink(), "is not a spaCy model"),
    "broken meta": (cut("meta.json"), "its meta.json cannot be read"),
    "list as meta": (lambda f: replace(f / "meta.json", b"[]"), "its meta.json cannot be read"),
    "broken configuration": (cut("config.cfg"), NO_FILE),
    "configuration of bytes": (lambda f: replace(f / "config.cfg", bytes(range(256))), NO_FILE),
    "network cut": (cut("ner/model"), NO_FILE),
    "rows cut": (cut("vocab/key2row"), NO_FILE),
    "vectors cut": (cut("vocab/vectors"), NO_FILE),
    "no vectors": (lambda f: (f / "vocab" / "vectors").unlink(), NO_FILE),
    "no vocabulary": (lambda f: shutil.rmtree(f / "vocab"), NO_FILE),
    "tokenizer cut": (cut("tokenizer"), NO_FILE),
    "other spaCy": (for_other_spacy, "it was made for spaCy >=2.3.0,<2.4.0"),
    "network of its own": (
        change("config.cfg", "spacy.TransitionBasedParser.v2", "picnic.Parser.v1"),
        "needs code that spaCy does not have: picnic.Parser.v1",
    ),
    "component of its own": (
        change("config.cfg", 'factory = "ner"', 'factory = "picnic_ner"'),
        "needs code that spaCy does not have: picnic_ner",
    ),
    "no component": (with_pipe(None), "does not look for names"),
    "no recognizer": (with_pipe("sentencizer"), "does not look for names"),
    "other labels": (with_pipe("entity_ruler", "THING"), "its labels are THING"),
    "never trained": (with_pipe("ner"), "or it was never trained"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_folder_that_cannot_be_used_is_reported(case: str, folder: Path, tmp_path: Path) -> None:
    spoil, told = REFUSED[case]
    spoil(folder)
    result = names(folder, tmp_path)
    assert result.exit_code == 2
    assert told in result.stderr
    assert str(folder) in result.stderr
    assert "help: " in result.stderr
    assert "Merridew" not in result.output


@pytest.mark.parametrize("label", ["PERSON", "PER", "persName"])
def test_persons_are_found_by_whatever_name(label: str, folder: Path, tmp_path: Path) -> None:
    with_pipe("entity_ruler", label)(folder)
    result = names(folder, tmp_path)
    assert result.exit_code == 0
    (line,) = (line for line in result.stdout.splitlines() if "Merridew" in line)
    assert "model" in line.split()[-1]


def test_code_in_the_folder_is_not_run(folder: Path, tmp_path: Path) -> None:
    (folder / "__init__.py").write_text("raise SystemExit('was run')\n")
    assert names(folder, tmp_path).exit_code == 0


@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.ENOMEM, "no memory")])
def test_too_little_memory_is_not_blamed_on_the_folder(
    error: Exception, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: Path) -> None:
        raise error

    monkeypatch.setattr(usable_model, "load_model", no_room)
    with pytest.raises(UsageError, match="there is not enough memory") as told:
        usable_model.load_usable(folder)
    assert told.value.hint is not None and "copy" not in told.value.hint


def test_doctor_says_which_model_was_named(folder: Path) -> None:
    result = redact("doctor", "--model", folder)
    assert result.exit_code == 0
    assert "named by --model" in result.stdout
