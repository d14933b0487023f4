"""Paragraphs read lately are not read again, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from person_documents import cases, prose, unmarked

from redact.persons import find_mentions, find_model
from redact.persons.presidio import paragraph_memory
from redact.persons.presidio.analyzer import load_analyzer
from redact.persons.presidio.paragraph_memory import ParagraphMemory, Seen


def seen_in(paragraph: str) -> Seen:
    return ((0, len(paragraph), paragraph[:3]),)


def reading(read: list[str]) -> Callable[[Sequence[str]], Iterator[Seen]]:
    """A model that says what it is asked to read."""

    def done(paragraphs: Sequence[str]) -> Iterator[Seen]:
        for paragraph in paragraphs:
            read.append(paragraph)
            yield seen_in(paragraph)

    return done


DOCUMENTS = st.lists(st.lists(st.text("abc ", min_size=1, max_size=12), max_size=6), max_size=8)


@given(DOCUMENTS, st.sampled_from([0, 7, 20, 10_000]))
def test_the_answer_is_the_same_and_the_memory_bounded(
    documents: list[list[str]], largest: int
) -> None:
    before = paragraph_memory.LARGEST
    paragraph_memory.LARGEST = largest
    try:
        memory = ParagraphMemory(reading([]))
        for document in documents:
            assert memory.read(document) == [seen_in(paragraph) for paragraph in document]
            assert sum(map(len, memory._seen)) == memory._characters <= largest
    finally:
        paragraph_memory.LARGEST = before


def test_a_paragraph_is_read_once_in_a_document_and_in_a_set() -> None:
    read: list[str] = []
    memory = ParagraphMemory(reading(read))
    for document in (["a", "b", "a"], ["b", "c"], []):
        memory.read(document)
    assert read == ["a", "b", "c"]


def test_what_was_asked_for_last_is_kept_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraph_memory, "LARGEST", 2)
    read: list[str] = []
    memory = ParagraphMemory(reading(read))
    for paragraph in ("a", "b", "a", "c", "a", "b"):
        memory.read([paragraph])
    assert read == ["a", "b", "c", "b"]


def test_names_are_the_same_with_and_without() -> None:
    texts = [unmarked(marked)[0] for _, _, marked in cases("telegrams")[:3]]
    memory = load_analyzer(find_model()).nlp_engine._memory
    memory._seen.clear()
    memory._characters = 0
    fresh = [find_mentions(prose(text)) for text in texts]
    remembered = len(memory._seen)
    assert remembered > 3
    assert [find_mentions(prose(text)) for text in reversed(texts)] == fresh[::-1]
    # Other paragraphs before and behind, so that they are read in another batch.
    both = find_mentions(prose(f"{texts[1]}\n\n{texts[0]}"))
    assert {m.span for m in fresh[1] if m.tier == "named"} <= {m.span for m in both}
    assert len(memory._seen) <= remembered + 2
