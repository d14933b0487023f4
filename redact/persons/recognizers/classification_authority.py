"""The classifying officer in the authority line or the E.O. line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.persons.words import words_of
from redact.sources import Span


def find(reading: Reading) -> Sightings:
    """The names that the parser read after Classified By and in an E.O. 12065 line."""
    authority, telegram = reading.document.authority, reading.document.telegram
    spans: set[Span] = set()
    written = authority.name if authority is not None else None
    if written is not None and _names_someone(reading, written.span):
        spans.add(written.span)
    if telegram is not None and telegram.executive_order is not None:
        name = telegram.executive_order.name_span
        if name is not None:
            spans.add(name)
    for span in sorted(spans | set(_repeated(reading, spans))):
        yield span, 0.95


def _names_someone(reading: Reading, span: Span) -> bool:
    """Whether any word could be a name: not in "Classified By: category B"."""
    words = [w for w in words_of(span.of(reading.text)) if len(w.folded) > 1]
    lexicon = reading.lexicon
    return any(
        lexicon.is_name(w.folded) or w.folded not in lexicon.ordinary | lexicon.terms for w in words
    )


def _repeated(reading: Reading, names: set[Span]) -> Iterator[Span]:
    """The same names in the authority lines of further sections and repeated headers."""
    for name in names:
        written = r"\s+".join(re.escape(part) for part in name.of(reading.text).split())
        for zone in spans_of(reading.document, frozenset({"authority", "executive-order"})):
            for match in re.finditer(written, zone.of(reading.text)):
                yield Span(zone.start + match.start(), zone.start + match.end())


DETECTOR = Detector("classification-authority", "is named as the classifying officer", find)
