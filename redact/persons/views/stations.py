"""The posts that a document names in its address lines, message number and references."""

from __future__ import annotations

import re

from redact.documents.model import Document
from redact.persons.lexicon import Lexicon, fold
from redact.persons.views.zones import spans_of
from redact.persons.words import words_of

_POST = re.compile(
    r"\b(?:AM(?:EMBASSY|CONSUL|CONGEN)|EMBASSY|USMISSION|USINT|USOFFICE|USLO)[ \t]+"
    r"(?P<name>[A-Z][A-Z .'-]+)"
)


def stations_of(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The folded words of the posts, except words that are also names of persons."""
    named: set[str] = set()
    telegram = document.telegram
    if telegram is not None:
        if telegram.message_number is not None:
            named.add(telegram.message_number.station)
        named.update(r.station for r in telegram.references if r.station)
    for span in spans_of(document, frozenset({"envelope"})):
        named.update(m["name"] for m in _POST.finditer(span.of(document.text)))
    words = {fold(w.text) for name in named for w in words_of(name)}
    return frozenset(w for w in words if len(w) > 3 and not lexicon.is_name(w))
