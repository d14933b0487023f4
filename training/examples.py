"""Passages in spaCy's training format."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.training import Example, offsets_to_biluo_tags

from training.passage import Passage


def example(nlp: Language, passage: Passage) -> Example:
    """The passage as an example; tokens that an entity boundary cuts are ignored.

    A drafter's ``ARA:JBSMITH:LK`` is one token to the tokenizer, only part of which is a name.
    """
    doc = nlp.make_doc(passage.text)
    offsets = [(start, end, "PERSON") for start, end in passage.persons]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W030\]")
        tags = offsets_to_biluo_tags(doc, offsets)
    return Example.from_dict(doc, {"entities": tags})


def batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    """The examples in order, in batches of about ``words`` words."""
    batch: list[Example] = []
    size = 0
    for one in examples:
        batch.append(one)
        size += len(one.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
