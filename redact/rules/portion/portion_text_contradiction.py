"""Checks that an unclassified portion does not say of itself that it is classified.

## Why

One of the two is wrong: the mark or the words. Released by its mark, the portion gives away what
its words call classified.

## Example

    4. (U) This paragraph is classified SECRET. The pump test is on Tuesday.

*Use instead:* `4. (S) The pump test is on Tuesday.`

## Limits

Statements about the whole document (`this cable is classified …`, `Classified by …`) belong in an
unclassified paragraph. Only plain statements, BEGIN and END of a classified passage, and marks at
the start of a sentence are understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Portion
from redact.findings import Examined, Hit, Label
from redact.markings.marking import LEVELS, level_rank
from redact.patterns import pattern
from redact.rules.portion.inner_marks import InnerMark, inner_marks
from redact.rules.scope import body_text
from redact.sources import Span

ID = "portion-text-contradiction"

LOWEST = LEVELS[0]

_LEVEL = r"(?:top\s+secret|secret|confidential)"
_STATEMENTS = pattern(
    r"(?i)\bthis\s+(?:entire\s+|whole\s+)?(?:paragraph|para|portion|passage|section)\s+"
    rf"(?:is|remains)\s+(?:(?:classified|marked)(?:\s+(?:as|at))?(?:\s+{_LEVEL})?|{_LEVEL})\b"
    rf"|\bbegin\s+{_LEVEL}\b"
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each unclassified portion that names a level above its own."""
    document = examined.document
    if not any(p.mark_span and p.marking and p.marking.level == LOWEST for p in document.portions):
        return
    text = body_text(document)
    for portion, inner in inner_marks(document, examined.register):
        marking = portion.marking
        if marking is None or portion.mark_span is None or marking.level != LOWEST:
            continue
        found = _statement(text, portion) or _higher(inner)
        if found is not None:
            span, words = found
            yield Hit(
                span=span,
                message=f"portion is marked {marking.portion()}, its text says {words}",
                fix="raise the portion's mark, or correct the text",
                found=marking.portion(),
                related=(Label(portion.mark_span, f"marked {marking.portion()}"),),
            )


def _statement(text: str, portion: Portion) -> tuple[Span, str] | None:
    match = _STATEMENTS.search(text, portion.text_span.start, portion.span.end)
    if match is None:
        return None
    level = re.search(f"(?i){_LEVEL}", match[0])
    return Span(*match.span()), " ".join(level[0].upper().split()) if level else "classified"


def _higher(marks: tuple[InnerMark, ...]) -> tuple[Span, str] | None:
    for mark in marks:
        if level_rank(mark.marking.level) > 0:
            return mark.span, mark.marking.portion()
    return None
