"""Each recognizer finds what it is for, without the language model, and nothing beside it."""

from __future__ import annotations

import pytest
from data_files import read_data
from person_documents import cases, prose, unmarked

import redact
from redact.persons.identity.numbers import identify
from redact.persons.lexicon import load_lexicon
from redact.persons.reasons import detector_reasons
from redact.persons.recognizers import DETECTORS
from redact.persons.recognizers.identifiers import IDENTIFIERS
from redact.persons.views.reading import read_document
from redact.persons.weighing.accept import WEAK, weigh
from redact.persons.weighing.merging import Sighting, merge
from redact.persons.weighing.plausibility import implausible_words
from redact.sources import Span

BY_NAME = {d.name: d for d in DETECTORS}


@pytest.mark.parametrize(
    ("detector", "marked"), [pytest.param(d, t, id=f"{d}-{c}") for d, c, t in cases("recognizers")]
)
def test_a_recognizer_finds_the_marked_names(detector: str, marked: str) -> None:
    text, expected = unmarked(marked)
    reading = read_document(prose(text))
    candidates = BY_NAME[detector].candidates(reading)
    # What a weak detector says of a single word is evidence only, and weighed with the rest.
    single = [c for c in candidates if detector in WEAK and " " not in c.span.of(text)]
    found = merge(reading, (*weigh(reading, candidates), *single))
    assert [s.span.of(text) for s in found] == expected
    assert {d for s in found for d in s.detectors} <= {detector}


@pytest.mark.parametrize(
    ("detector", "marked"), [pytest.param(d, t, id=f"{d}-{c}") for d, c, t in cases("papers")]
)
def test_a_recognizer_finds_the_marked_names_of_a_paper(detector: str, marked: str) -> None:
    text, expected = unmarked(marked)
    reading = read_document(redact.parse(redact.Source.from_text(text, "paper.txt")))
    found = weigh(reading, BY_NAME[detector].candidates(reading))
    assert [candidate.span.of(text) for candidate in found] == expected


@pytest.mark.parametrize(
    ("kind", "marked"), [pytest.param(k, t, id=f"{k}-{c}") for k, c, t in cases("identifiers")]
)
def test_an_identifier_is_found_by_what_announces_it(kind: str, marked: str) -> None:
    text, expected = unmarked(marked)
    reading = read_document(prose(text))
    found = [c for d in IDENTIFIERS if d.kind == kind for c in d.candidates(reading)]
    assert [c.span.of(text) for c in found] == expected


IDENTITIES = read_data("cases_persons/identity.yaml")


@pytest.mark.parametrize("case", IDENTITIES, ids=str)
def test_one_person_has_one_number(case: str) -> None:
    names, persons = IDENTITIES[case]["names"], IDENTITIES[case]["persons"]
    assert list(identify(names, load_lexicon())) == persons


def test_every_detector_gives_its_reason() -> None:
    reasons = detector_reasons()
    assert len({d.name for d in (*DETECTORS, *IDENTIFIERS)}) == len(DETECTORS) + len(IDENTIFIERS)
    assert all(reasons[d.name].strip() for d in (*DETECTORS, *IDENTIFIERS))


def test_no_word_list_is_empty_or_unsorted() -> None:
    lexicon = load_lexicon()
    for name in lexicon.__slots__:
        words = getattr(lexicon, name)
        assert len(words) > 20, name
        assert all(w == w.lower().strip() and w for w in words), name


@pytest.mark.parametrize(
    ("detector", "words", "doubted"),
    [("model", "MELON", {"melon"}), ("title", "MELON", set()), ("model", "ADA MELON", set())],
)
def test_one_mistake_of_the_model_is_not_believed_everywhere(
    detector: str, words: str, doubted: set[str]
) -> None:
    text = f"{words} IS SOLD HERE. " + "THE MELON CROP IS LARGE. " * 9
    seen = Sighting(Span(0, len(words)), "PERSON", 0.85, (detector,))
    assert implausible_words(read_document(prose(text)), [seen]) == doubted


def test_a_word_also_written_small_is_doubted() -> None:
    text = "Melon came late. We ate a melon."
    seen = Sighting(Span(0, 5), "PERSON", 0.85, ("model",))
    assert implausible_words(read_document(prose(text)), [seen]) == {"melon"}
