"""The language libraries and the model are loaded in part only, and nothing is lost by it."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from redact.persons.lexicon import load_lexicon
from redact.persons.models import SHIPPED
from redact.persons.presidio.deferred import deferring

MODEL = ROOT / "models" / SHIPPED
TEXT = (
    "Ambassador Merridew told us that T. Tallis, Jr. hadn't left for the lake at 8p.m.; she'll "
    "write to tallis@lake.example about the U.S.-made pumps (cost: $40,000) c/o Dr. Ilse Brandwyck."
)


def run(code: str) -> None:
    command = [sys.executable, "-W", "ignore", "-c", code]
    subprocess.run(command, check=True, cwd=ROOT)


# What is left out ----------------------------------------------------------------------------


NAME_FOUND = """
import gc, sys
before = gc.get_threshold()
import redact
assert redact.names(redact.Source.from_text("Ambassador Merridew left."))
"""
NOTHING_UNNEEDED = """
assert gc.get_threshold() == before
unwanted = ("spacy.cli", "weasel", "requests", "tldextract.tldextract",
    "presidio_analyzer.predefined_recognizers.generic.url_recognizer",
    "presidio_analyzer.predefined_recognizers.country_specific.uk")
assert "presidio_analyzer" in sys.modules
found = [m for m in sys.modules if m.startswith(unwanted)]
assert not found, found
"""
SPACY_KEEPS_ITS_COMMANDS = """
from redact.persons.presidio.libraries import load_spacy
spacy = load_spacy()
assert load_spacy() is spacy
assert not [m for m in sys.modules if m.startswith(("spacy.cli", "weasel"))]
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli import download
assert callable(download)
"""
ALL_OF_PRESIDIO = """
from redact.persons.presidio.libraries import _RECOGNIZERS
from presidio_analyzer import RecognizerRegistry, predefined_recognizers as all_of_them
known = {name: getattr(all_of_them, name) for name in _RECOGNIZERS}
for name in all_of_them.__all__: getattr(all_of_them, name)
assert len(all_of_them.__all__) > 20
assert all(getattr(all_of_them, name) is known[name] for name in known)
from presidio_analyzer.predefined_recognizers import UrlRecognizer, generic
assert generic.UrlRecognizer is UrlRecognizer
from presidio_analyzer.predefined_recognizers.country_specific import us
assert us.UsItinRecognizer
registry = RecognizerRegistry()
registry.load_predefined_recognizers()
assert len(registry.recognizers) > 10
import tldextract
assert tldextract.extract.__name__ and tldextract.__version__
"""


def test_finding_a_name_runs_only_what_is_needed_and_the_rest_is_there_when_asked_for() -> None:
    # One process for all of it: loading the libraries is what takes time.
    run(NAME_FOUND + NOTHING_UNNEEDED + SPACY_KEEPS_ITS_COMMANDS + ALL_OF_PRESIDIO)


def test_a_spacy_that_needs_its_command_line_is_imported_with_it() -> None:
    run(
        "from redact.persons.presidio import libraries\n"
        "libraries._INFO = 'spacy.cli.of_another_name'\n"
        "spacy = libraries.load_spacy()\n"
        "from spacy.cli import download\n"
        "assert spacy.blank('en')('Ilse left.')[0].text == 'Ilse'\n"
        "assert callable(download) and spacy.info is __import__('spacy.cli').cli.info\n"
    )


def test_every_recognizer_is_in_the_module_said_to_define_it() -> None:
    from redact.persons.presidio.libraries import _PREDEFINED, _RECOGNIZERS

    for name, part in _RECOGNIZERS.items():
        module = importlib.import_module(f"{_PREDEFINED}.{part}")
        assert getattr(module, name).__module__ == module.__name__


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that says when it is run, with a part that does not need it."""
    folder = tmp_path / "deferred_kitchen"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from .cups import Cup\nfrom .pans import Pan\nCOOK = 'Ilse'\n"
    )
    (folder / "cups.py").write_text("class Cup: pass\n")
    (folder / "pans.py").write_text("class Pan: pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    with deferring({"deferred_kitchen": {"Cup": "cups"}}):
        importlib.import_module("deferred_kitchen")
    yield "deferred_kitchen"
    for name in [m for m in sys.modules if m.startswith("deferred_kitchen")]:
        del sys.modules[name]


def test_a_deferred_package_gives_a_part_without_running(kitchen: str) -> None:
    package = sys.modules[kitchen]
    assert package.Cup is sys.modules[f"{kitchen}.cups"].Cup
    assert f"{kitchen}.pans" not in sys.modules
    assert "COOK" not in vars(package)


def test_a_deferred_package_runs_once_when_asked_for_the_rest(kitchen: str) -> None:
    package = sys.modules[kitchen]
    cup = package.Cup
    assert package.COOK == "Ilse"
    assert package.Pan is sys.modules[f"{kitchen}.pans"].Pan
    assert package.Cup is cup
    with pytest.raises(AttributeError, match="Kettle"):
        package.Kettle  # noqa: B018  # asking is the test


@pytest.mark.parametrize("elsewhere", ["mugs", "pans"], ids=["no such module", "not in it"])
def test_a_part_that_moved_is_taken_from_the_package(kitchen: str, elsewhere: str) -> None:
    del sys.modules[kitchen]
    with deferring({kitchen: {"Cup": elsewhere}}):
        package = importlib.import_module(kitchen)
    assert package.Cup is sys.modules[f"{kitchen}.cups"].Cup
    assert package.COOK == "Ilse"


def test_only_the_named_modules_are_deferred_and_only_for_a_time(kitchen: str) -> None:
    before = list(sys.meta_path)
    with deferring({"deferred_kitchen": {}}), pytest.raises(ModuleNotFoundError):
        importlib.import_module("deferred_cellar")
    assert sys.meta_path == before


# The model -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ours():
    from redact.persons.presidio.model_folder import load_model

    return load_model(MODEL)


@pytest.fixture(scope="module")
def spacys():
    import spacy

    return spacy.load(MODEL)


def test_the_model_reads_words_as_spacy_loads_it(ours, spacys) -> None:
    assert ours.tokenizer.to_bytes(exclude=["vocab"]) == spacys.tokenizer.to_bytes(
        exclude=["vocab"]
    )
    for text in (TEXT, TEXT.upper(), TEXT.title()):
        read, expected = ours(text), spacys(text)
        assert [(t.text, t.norm_, t.shape_) for t in read] == [
            (t.text, t.norm_, t.shape_) for t in expected
        ]
        assert [(e.text, e.label_) for e in read.ents] == [
            (e.text, e.label_) for e in expected.ents
        ]
        assert read.ents


def test_the_word_vectors_are_those_spacy_reads(ours, spacys) -> None:
    import numpy as np

    table = spacys.vocab.vectors
    vectors = ours.vocab.vectors
    assert type(vectors).__module__ == "redact.persons.presidio.word_vectors"
    assert (vectors.n_keys, vectors.shape) == (table.n_keys, table.shape)
    keys = np.array([*sorted(table.key2row)[::97], 0, 12345, 2**64 - 1], np.uint64)
    expected = np.array([table[k] if k in table else np.zeros(300) for k in keys.tolist()])
    assert np.array_equal(vectors.get_batch(keys), expected.astype("f"))
    assert keys[0] in vectors
    assert 12345 not in vectors
    assert ours.meta["vectors"] == spacys.meta["vectors"]


def test_a_model_of_another_make_is_loaded_as_spacy_does(tmp_path: Path) -> None:
    import spacy

    from redact.persons.presidio.model_folder import load_model

    nlp = spacy.blank("es")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ilse"}])
    nlp.to_disk(tmp_path)
    assert [e.text for e in load_model(tmp_path)("Llega Ilse.").ents] == ["Ilse"]
    shutil.rmtree(tmp_path / "vocab")
    assert [e.text for e in load_model(tmp_path)("Llega Ilse.").ents] == ["Ilse"]


def test_rows_of_no_words_are_no_vectors(ours) -> None:
    import numpy as np

    assert ours.vocab.vectors.get_batch(np.zeros(0, np.uint64)).shape == (0, 300)


# The word lists --------------------------------------------------------------------------------


def test_a_word_list_holds_words_and_no_comment_or_blank() -> None:
    lexicon = load_lexicon()
    for name in lexicon.__slots__:
        words = getattr(lexicon, name)
        assert words, name
        assert not [w for w in words if not w or w != w.strip() or w.startswith("#")], name
