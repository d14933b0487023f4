"""Comparing the public copies of a set: what one of them withholds, another may print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from redact.batch.examine import parsed
from redact.batch.inputs import Input
from redact.batch.output_folder import unfinished_copy
from redact.batch.publish import Outcome
from redact.batch.settings import PublishSettings, release_policy
from redact.batch.siblings import nearest, same_message
from redact.documents import parse
from redact.documents.model import Document
from redact.findings import Finding
from redact.redaction.apply import public_span
from redact.redaction.publication import recorded_placements, recorded_publication
from redact.redaction.publish import check_copy
from redact.sources import Source, Span, read
from redact.sources.wording import name_words, surname_of
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class _Set:
    """What the comparison needs to look up."""

    settings: PublishSettings
    inputs: Mapping[str, Input]
    record_of: Callable[[str], dict[str, Any]]

    def original(self, outcome: Outcome) -> Source:
        """The original from which the copy was made."""
        return self.inputs[outcome.relative].read_again(outcome.document.sha256)

    def words(self, outcome: Outcome, places: Iterable[Span]) -> tuple[str, ...]:
        """The names at the given spans of an original."""
        text = self.original(outcome).text
        return tuple(place.of(text) for place in places)

    def copy(self, outcome: Outcome) -> Document:
        """The public copy of a document, read from disk."""
        source = read(unfinished_copy(self.settings.output, outcome.relative))
        named = replace(source, path=outcome.relative)
        return parse(named, kind=outcome.document.kind, register=self.settings.register)

    def names_left(self, outcome: Outcome) -> tuple[Span, ...]:
        """Where the public copy of a document still names a person."""
        placed = recorded_placements(self.record_of(outcome.relative))
        return tuple(public_span(span, placed) for span in outcome.left)


def check_copies(
    settings: PublishSettings,
    inputs: Mapping[str, Input],
    outcomes: Sequence[Outcome],
    record_of: Callable[[str], dict[str, Any]],
) -> dict[str, tuple[Finding, ...]]:
    """The findings, by relative path, of the copies that are related to another one.

    Two copies are compared only if they share a message number, if one refers to the other, or if
    one prints a surname that the other withholds: comparing all pairs of a large set would take
    days. Raises `UnreadableError` for an original that has changed.
    """
    public = [outcome for outcome in outcomes if outcome.is_public]
    whole = _Set(settings, inputs, record_of)
    pairs = _pairs(whole, public)
    return {
        public[index].relative: _findings(whole, public[index], [public[n] for n in sorted(others)])
        for index, others in sorted(pairs.items())
    }


def _pairs(whole: _Set, public: Sequence[Outcome]) -> dict[int, set[int]]:
    """For each copy, by index, the copies to compare it with."""
    pairs: dict[int, set[int]] = defaultdict(set)
    printing: dict[str, list[int]] = defaultdict(list)
    for index, outcome in enumerate(public):
        if outcome.left:
            names = whole.words(outcome, outcome.left)
            for word in {word for name in names for word in name_words(name)}:
                printing[word].append(index)
    for members in same_message(outcome.message for outcome in public):
        for index in members:
            pairs[index].update(nearest(members, index))
    for index, other in _references(public):
        pairs[index].add(other)
        pairs[other].add(index)
    for index, outcome in enumerate(public) if printing else ():
        for name in whole.words(outcome, outcome.hidden):
            others = [n for n in printing.get(surname_of(name) or "", ()) if n != index]
            if others:
                pairs[index].update(nearest(others, index))
    return pairs


def _references(public: Sequence[Outcome]) -> Iterator[tuple[int, int]]:
    """The copies, by index, of which one refers to the other, a limited number for each."""
    numbered: dict[str, list[int]] = defaultdict(list)
    for index, outcome in enumerate(public):
        if outcome.message:
            numbered[outcome.message].append(index)
    for index, outcome in enumerate(public):
        named = [n for number in outcome.refers_to for n in numbered.get(number, ())]
        yield from ((index, other) for other in nearest(sorted({*named} - {index}), index))


def _findings(whole: _Set, outcome: Outcome, others: Sequence[Outcome]) -> tuple[Finding, ...]:
    record = whole.record_of(outcome.relative)
    original = parsed(whole.settings, whole.original(outcome))
    publication = replace(
        recorded_publication(record, original),
        named_elsewhere=tuple(whole.names_left(other) for other in others),
    )
    return check_copy(
        whole.copy(outcome),
        publication,
        release_policy(),
        whole.settings.as_of,
        tuple(whole.copy(other) for other in others),
    )
