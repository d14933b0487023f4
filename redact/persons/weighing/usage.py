"""How a document uses each of its words: one place may settle what another leaves open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from redact.persons.span_index import SpanIndex
from redact.persons.views.reading import Reading
from redact.persons.words import Word

_SUBJECT = re.compile(r"\bSUBJ(?:ECT)?:\s{0,4}(?:\(\w{1,3}\)\s{0,2})?$", re.IGNORECASE)


def uses_of(
    reading: Reading,
    paragraphs: Iterable[Sequence[Word]],
    model: Mapping[str, SpanIndex],
    proved: SpanIndex,
) -> Mapping[str, Counter[str]]:
    """For each folded word, how often it is used in which way.

    ``model``: where the model finds a person, place, people or organization; ``proved``: where a
    name is certain.
    """
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in paragraphs:
        _count(uses, reading, words, model, proved)
    return uses


def of_document(use: Counter[str], word: Word, model: Mapping[str, SpanIndex]) -> Iterator[str]:
    """Evidence: how the document uses the word elsewhere."""
    here = [kind for kind, spans in model.items() if spans.touches(word.span)]
    for kind in ("person", "place", "people", "organisation"):
        if use[kind] > (kind in here):
            yield f"elsewhere: model: {kind}"
    if use["small"]:
        yield "elsewhere: written small"
    if use["proved"]:
        yield "elsewhere: a name"
    if use["theme"]:
        yield "elsewhere: opens the subject"
    if use["in"]:
        yield "elsewhere: after in or at"
    if use["all"] > 1:
        yield "elsewhere: again"


def _count(
    uses: defaultdict[str, Counter[str]],
    reading: Reading,
    words: Sequence[Word],
    model: Mapping[str, SpanIndex],
    proved: SpanIndex,
) -> None:
    for index, word in enumerate(words):
        use = uses[word.folded]
        use["all"] += 1
        if word.text.islower() and reading.text[word.span.start].islower():
            use["small"] += 1
        if proved.touches(word.span):
            use["proved"] += 1
        use["theme"] += _opens_subject(reading, word)
        if index and words[index - 1].folded in ("in", "at", "near"):
            use["in"] += 1
        for kind, spans in model.items():
            use[kind] += spans.touches(word.span)


def _opens_subject(reading: Reading, word: Word) -> bool:
    """Whether the word is the country or theme that begins a subject: "SUBJECT: MAROVIA: ..."."""
    before = reading.text[max(0, word.span.start - 30) : word.span.start]
    colon = reading.text[word.span.end : word.span.end + 1] == ":"
    return colon and bool(_SUBJECT.search(before))
