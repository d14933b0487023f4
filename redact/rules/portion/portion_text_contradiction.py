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
from redact.markings.marking import level_rank
from redact.rules.portion.inner_marks import inner_marks
from redact.rules.scope import body_text
from redact.sources import Span

ID = "portion-text-contradiction"

_LEVEL = r"(?:top\s+secret|secret|confidential)"
_STATEMENTS = re.compile(
    r"(?i)\bthis\s+(?:entire\s+|whole\s+)?(?:paragraph|para|portion|passage|section)\s+"
    rf"(?:is|remains)\s+(?:(?:classified|marked)(?:\s+(?:as|at))?(?:\s+{_LEVEL})?|{_LEVEL})\b"
    rf"|\bbegin\s+{_LEVEL}\b"
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each unclassified portion that names a level above its own."""
    for portion in examined.document.portions:
        marking = portion.marking
        if marking is None or portion.mark_span is None or level_rank(marking.level) != 0:
            continue
        found = _statement(examined, portion) or _inner_mark(examined, portion)
        if found is not None:
            span, words = found
            yield Hit(
                span=span,
                message=f"portion is marked {marking.portion()}, its text says {words}",
                fix="raise the portion's mark, or correct the text",
                found=marking.portion(),
                related=(Label(portion.mark_span, f"marked {marking.portion()}"),),
            )


def _statement(examined: Examined, portion: Portion) -> tuple[Span, str] | None:
    text = body_text(examined.document)
    match = _STATEMENTS.search(text, portion.text_span.start, portion.span.end)
    if match is None:
        return None
    level = re.search(f"(?i){_LEVEL}", match[0])
    return Span(*match.span()), " ".join(level[0].upper().split()) if level else "classified"


def _inner_mark(examined: Examined, portion: Portion) -> tuple[Span, str] | None:
    for inner in inner_marks(examined.document, portion, examined.register):
        if inner.marking.level is not None and level_rank(inner.marking.level) > 0:
            return inner.span, inner.marking.portion()
    return None
