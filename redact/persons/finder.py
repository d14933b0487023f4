"""Finding the persons named in a document. The steps, in order:

reading → candidates of model and recognizers → weighed → propagated → merged → person and role.
"""

from __future__ import annotations

from collections.abc import Iterable

from redact.documents.model import Document
from redact.persons.candidate import Candidate
from redact.persons.identity.numbers import identify
from redact.persons.identity.propagation import propagate
from redact.persons.identity.registers import listed_roles
from redact.persons.identity.roles import roles_of
from redact.persons.mention import Mention
from redact.persons.models import Models, find_model
from redact.persons.second_models import second_models
from redact.persons.span_index import SpanIndex
from redact.persons.thresholds import NAMED
from redact.persons.views.reading import Reading, read_document
from redact.persons.weighing.accept import weigh
from redact.persons.weighing.decision import decide
from redact.persons.weighing.merging import Sighting, merge
from redact.persons.weighing.plausibility import implausible_words
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A document, all candidates proposed in it, and the resulting mentions.

    ``proved``: where a name is certain regardless of its context.
    """

    reading: Reading
    found: tuple[Candidate, ...]
    proved: SpanIndex
    mentions: tuple[Mention, ...]


def find_mentions(document: Document, models: Models = Models()) -> tuple[Mention, ...]:
    """Every place where a person is named or identified: sorted, not overlapping.

    Loads the models on the first call in a process. Raises `UsageError` when a model is missing
    or is not usable.
    """
    return examine(document, models).mentions


def examine(document: Document, models: Models = Models()) -> Examined:
    """As `find_mentions`, but with the intermediate results; same arguments and errors."""
    from redact.persons.presidio.libraries import load_analysis

    folder = find_model(models.first)
    others = second_models(models)
    analyze = load_analysis(folder)
    reading = read_document(document)
    marks = SpanIndex.of(p.mark_span for p in document.portions if p.mark_span and p.marking)
    found = tuple(c for c in analyze(reading, folder, others) if not marks.touches(c.span))
    strong = weigh(reading, found)
    proved = proved_by(strong)
    weighed = (*strong, *decide(reading, found, proved))
    first = [s for s in merge(reading, weighed) if s.kind == "PERSON"]
    doubted = implausible_words(reading, first)
    again = propagate(reading, [s for s in first if s.score >= NAMED], doubted)
    sightings = merge(reading, (*weighed, *again))
    return Examined(
        reading=reading, found=found, proved=proved, mentions=mentions_of(reading, sightings)
    )


def proved_by(candidates: Iterable[Candidate]) -> SpanIndex:
    """Where a name is certain regardless of its context."""
    return SpanIndex.of(c.span for c in candidates if c.kind == "PERSON" and c.score >= NAMED)


def mentions_of(reading: Reading, sightings: tuple[Sighting, ...]) -> tuple[Mention, ...]:
    """Sorted, non-overlapping sightings as mentions with persons and roles."""
    named = [s for s in sightings if s.kind == "PERSON"]
    numbers = dict(
        zip(
            (s.span for s in named),
            identify([s.span.of(reading.text) for s in named], reading.lexicon),
            strict=True,
        )
    )
    persons = [numbers.get(s.span) for s in sightings]
    roles = roles_of(reading, sightings, persons)
    listed = listed_roles(reading, sightings, persons)
    return tuple(
        Mention(
            span=s.span,
            kind=s.kind,
            tier="named" if s.score >= NAMED else "possible",
            person=person,
            role=role,
            score=s.score,
            detectors=s.detectors,
            listed=listed.get(person) if person else None,
        )
        for s, person, role in zip(sightings, persons, roles, strict=True)
    )
