"""The classifying officer in the authority line or the E.O. line."""

from __future__ import annotations

from redact.persons.reading import Reading
from redact.persons.recognizers.detector import Detector, Sightings


def find(reading: Reading) -> Sightings:
    """The names the parser read after Classified By and in an E.O. 12065 line."""
    authority, telegram = reading.document.authority, reading.document.telegram
    spans = set()
    if authority is not None and authority.name is not None:
        spans.add(authority.name.span)
    if telegram is not None and telegram.executive_order is not None:
        name = telegram.executive_order.name_span
        if name is not None:
            spans.add(name)
    for span in sorted(spans):
        yield span, 0.95


DETECTOR = Detector("classification-authority", "is named as the classifying officer", find)
