"""Why a capitalized word was not taken for a person, for the reviewer who asks."""

from __future__ import annotations

from collections.abc import Iterator

from redact.persons.finder import Examined
from redact.persons.span_index import SpanIndex
from redact.persons.views.reading import Reading
from redact.persons.weighing.decision import load_weights, probability_of
from redact.persons.weighing.edges import widened
from redact.persons.weighing.evidence import evidence_of
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.second_opinions import SecondOpinions
from redact.persons.words import Word, words_of
from redact.sources import Span
from redact.values import dataclass

_STRONGEST = 3


@dataclass(frozen=True, slots=True)
class NotPerson:
    """A word that looks like a possible name but was not taken for one, and why."""

    span: Span
    reason: str


def not_persons(examined: Examined) -> tuple[NotPerson, ...]:
    """The capitalized words outside all mentions, in text order, each with its reason.

    In text in capitals, only words that ordinary writing would capitalize are listed.
    """
    reading = examined.reading
    mentioned = SpanIndex.of(m.span for m in examined.mentions)
    weighed = dict(_weighed(examined))
    told: list[NotPerson] = []
    for span in sorted((*reading.paragraphs, *reading.lines)):
        for word in words_of(reading.view, span):
            if not word.text[0].isupper() or len(word.folded) < 2:
                continue
            if word.folded in reading.lexicon.small_words or mentioned.touches(word.span):
                continue
            reason = _by_list(reading, word) or weighed.get(word.span)
            told.append(NotPerson(word.span, reason or "nothing proposed it as a name"))
    return tuple(told)


def _by_list(reading: Reading, word: Word) -> str | None:
    lexicon, folded = reading.lexicon, word.folded
    if folded in reading.acronyms:
        return "abbreviation: the document or its TAGS line uses it as one"
    if word.span.start in reading.places or folded in lexicon.places:
        return "place"
    if institution(reading, widened(reading, word.span, 0, len(reading.text))):
        return "eponym: part of the name of a firm, street, institution or the like"
    if folded in lexicon.demonyms:
        return "people, religion, month or the like"
    if folded in lexicon.titles or folded in lexicon.offices:
        return "title or office without a name"
    if folded in lexicon.terms:
        return "organisation or term"
    return None


def _weighed(examined: Examined) -> Iterator[tuple[Span, str]]:
    """The words decided by evidence, each with its probability and the strongest evidence."""
    weights, opinions = load_weights(), SecondOpinions.of(examined.found)
    found = SecondOpinions.left_out(examined.found)
    for seen in evidence_of(examined.reading, found, examined.proved):
        chance = probability_of(weights.odds(seen.evidence) + opinions.odds(seen))
        against = sorted(seen.evidence, key=lambda e: (weights.weights.get(e, 0.0), e))
        most = "; ".join(e for e in against[:_STRONGEST] if weights.weights.get(e, 0.0) < 0)
        why = f"; main evidence against: {most}" if most else ""
        yield seen.word.span, f"{100 * chance:.0f}% likely a name{why}"
