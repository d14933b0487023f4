"""Checks that the level and controls of the banner line are on some portion.

## Why

The banner line is the sum of the portions. One that says more protects what needs no protection, or
shows that a portion is marked too low. Where items together reveal what none reveals alone, the
document says so and explains it.

## Example

    SECRET

    (C) The pump test is on Tuesday.
    (U) The picnic is on Friday.

*Use instead:* `CONFIDENTIAL`, or a statement that the compilation is SECRET.

## Limits

In telegrams only the level is checked, and only when every section is in the text. Not checked are
documents with an unmarked or unreadable portion, those that mention compilation or aggregation,
those with enclosures, and public copies, whose portions may be deleted. Foreign release is checked
by `dis-foreign-release-rollup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.arrange import modern, modernise
from redact.markings.facts import facts_of
from redact.markings.marking import Marking, level_rank
from redact.markings.portion_sum import RELEASE_WORDS
from redact.markings.rollup import roll_up
from redact.patterns import pattern
from redact.rules.banner.tokens import comparable, systems_beyond
from redact.rules.eras import before_one_syntax
from redact.rules.papers import enclosures, states_its_level_alone
from redact.rules.scope import line_name, missing_sections

ID = "banner-unsupported"

_COMPILATION = pattern(r"compilation|aggregat|when (?:combined|associated)", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first banner line for its level and for each control that no portion has."""
    document = examined.document
    line = next(iter(document.readable_banners), None)
    if line is None or line.marking is None or not _is_fully_marked(document):
        return
    if document.telegram is None and (enclosures(document) or states_its_level_alone(document)):
        return  # the enclosure may have the level
    if missing_sections(document):
        return  # another section may have the level
    if document.stamps or examined.publication or _COMPILATION.search(document.text):
        return
    markings = [p.marking for p in document.portions if p.marking is not None]
    required = roll_up(markings, examined.register).marking
    name = line_name(line)
    if level_rank(line.marking.level) > max(level_rank(required.level), 0):
        yield Hit(
            span=line.span,
            message=f"{name} is {line.marking.level}, highest portion is {required.level}",
            fix=f"lower the {name} to {required.level}, or explain the compilation",
            expected=required.level,
            found=line.marking.level,
        )
    not_allowed = {
        fact.name
        for fact in facts_of(line.marking, examined.register)
        if fact.levels and line.marking.level not in fact.levels  # dis-level-floor
    }
    if before_one_syntax(document) or document.telegram is not None:
        return  # only levels are on the portions, code words and labels on the line
    # COMINT in the banner line is SI in a portion; that it is retired is for dis-retired.
    modern_marks = [modernise(marking) for marking in markings]
    unsupported = {*_unsupported(modernise(line.marking), modernise(required), modern_marks)}
    for token in _unsupported(line.marking, required, markings):
        if examined.register.caption(token) is not None:
            continue  # NODIS on a paper of State is for the whole
        if token in not_allowed or modern(token, examined.register) not in unsupported:
            continue
        yield Hit(
            span=line.span,
            message=f"{name} says {token}, no portion does",
            fix=f"remove {token}, or mark the portion it belongs to",
            found=token,
        )


def _is_fully_marked(document: Document) -> bool:
    paragraphs = [p for p in document.portions if p.kind not in ("heading", "title")]
    return bool(paragraphs) and all(p.marking and p.marking.level for p in paragraphs)


def _unsupported(line: Marking, required: Marking, portions: list[Marking]) -> Iterator[str]:
    """Tokens of the line that are in no portion mark."""
    yield from systems_beyond(comparable(line, required), required)
    marked = {token for p in portions for token in (*p.dissem, *p.non_ic)} | {*required.non_ic}
    for token in (*line.dissem, *line.non_ic):
        if token not in marked and token not in RELEASE_WORDS:
            yield token
