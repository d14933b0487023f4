"""Checks that no portion describes itself, or words in it, as classified above its mark.

## Why

Either the mark or the words are wrong. Released according to its mark, the portion gives away what
its words call classified.

## Example

    4. (U) This paragraph is classified SECRET. The pump test is on Tuesday.

*Use instead:* `4. (S) The pump test is on Tuesday.`

## Limits

Statements about the whole document (`this cable is classified …`, `Classified by …`) belong in an
unclassified paragraph. If the words cannot be separated from the rest it is an error, and the whole
portion counts as the higher level. Only plain statements, BEGIN and END of a classified passage,
and marks at the start of a sentence are recognized.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.markings.marking import LEVELS, level_rank
from redact.patterns import pattern
from redact.rules.portion.inner_marks import InnerMark, inner_marks, lifting_mark
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
    """A hit for each portion in which something names a level above its own."""
    document = examined.document
    text = body_text(document)
    whole: Portion | None = None
    for portion, inner in inner_marks(document, examined.register):
        marking = portion.marking
        if portion.kind != "sub-paragraph":
            whole = portion
        elif whole is not None and _was_cut(text, whole, portion):
            yield from _cut_off(whole, portion)
        if marking is None or portion.mark_span is None:
            continue
        found = (_statement(text, portion) or _higher(inner)) if marking.level == LOWEST else None
        if portion.at_least is not None and portion.at_least_span is not None:
            above = level_rank(portion.at_least) > level_rank(document.level or LOWEST)
            if above and lifting_mark(document, portion) is not None:
                continue  # portion-above-banner
            found = found or (portion.at_least_span, f"({portion.at_least})")
        if found is not None:
            span, words = found
            yield Hit(
                span=span,
                message=f"portion is marked {marking.portion()}, its text says {words}",
                fix="raise the portion's mark, or correct the text",
                found=marking.portion(),
                related=(Label(portion.mark_span, f"marked {marking.portion()}"),),
                case="inside" if portion.at_least_span is not None else "default",
            )


def _was_cut(text: str, whole: Portion, part: Portion) -> bool:
    """Whether a part begins in the middle of a line of the portion it is cut from, or under a
    level alone on its line. Passages with BEGIN are seen as statements.
    """
    if part.mark_span is None:
        return False
    if text[part.mark_span.start] not in "([{":
        return part.mark_span.start == part.span.start
    line = max(text.rfind("\n", 0, part.span.start), text.rfind("\r", 0, part.span.start)) + 1
    before = text[max(line, whole.text_span.start) : part.span.start]
    return any(char.isalnum() for char in before)


def _cut_off(whole: Portion, part: Portion) -> Iterator[Hit]:
    if whole.mark_span is None or whole.marking is None or part.mark_span is None:
        return
    if level_rank(part.level) > level_rank(whole.marking.level):
        says = part.marking.portion() if part.marking else f"({part.level})"
        yield Hit(
            span=part.mark_span,
            message=f"portion is marked {whole.marking.portion()}, its text says {says}",
            fix="raise the portion's mark, or correct the text",
            found=whole.marking.portion(),
            related=(Label(whole.mark_span, f"marked {whole.marking.portion()}"),),
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
