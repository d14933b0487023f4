"""Checks that a banner line holds only words of the register, each once and in banner form.

## Why

A control nobody knows is obeyed by nobody. The line is treated as unread until it is corrected: a
misspelt NOFORN must not pass as if nothing had been there.

## Example

    SECRET//NORFORN

*Use instead:* `SECRET//NOFORN`.

## Limits

Compartments of SI and RSV and identifiers of special access programs are not published; what has
their form is accepted. A level that cannot be read is `class-unknown-level`, an abbreviated one
`class-banner-abbreviated`, a wrong country code `relto-code-unknown`, a wrong CUI category
`cui-category-unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.reading import Problem
from redact.rules.banner.prohibited import prohibited_phrase, written_line
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, banner_marks

ID = "banner-unknown-token"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every unknown or repeated word, case ``form`` for one in another form."""
    for mark in banner_marks(examined):
        if mark.is_cui:
            continue  # rules of family cui
        unknown = mark.problems("unknown-token")
        if unknown:
            yield from _unknown(examined, mark, unknown)
        label = prohibited_phrase(written_line(examined.document, mark.span), examined.register)
        if label is None and mark.problems("missing-level", "empty"):
            yield Hit(
                span=mark.span,
                message="banner line states no level",
                fix="write the level before the controls",
                expected="a level",
            )
        for problem in mark.problems("duplicate", "level-repeated"):
            if mark.marking is not None and _is_in_order_rule(examined, mark, problem):
                continue
            yield Hit(
                span=mark.place_of(problem),
                message=problem.message,
                fix="write it once",
                edits=mark.mended(),
            )
        if before_one_syntax(examined.document):
            continue
        for problem in mark.problems("abbreviated", "spelling"):
            if not _is_level(examined, problem):
                yield Hit(
                    span=mark.place_of(problem),
                    message=problem.message,
                    fix=f"write {problem.fix}",
                    expected=problem.fix,
                    case="form",
                    edits=mark.mended(),
                )


def _unknown(examined: Examined, mark: Mark, problems: tuple[Problem, ...]) -> Iterator[Hit]:
    """One hit for each unknown word after a level that can be read."""
    text = mark.reading.text.strip()
    has_head = text.startswith(("//", *examined.register.cui_words))
    if not has_head and find_level(text, examined.register) is None:
        return  # class-unknown-level
    if prohibited_phrase(written_line(examined.document, mark.span), examined.register):
        return  # class-prohibited-phrase
    meant = mark.reading.meant
    for problem in problems:
        yield Hit(
            span=mark.place_of(problem),
            message="word is not in the register"
            + (f", the line is probably {meant}" if meant else ""),
            fix=f"write {meant}" if meant else "write the registered control",
            expected=meant,
        )


def _is_in_order_rule(examined: Examined, mark: Mark, problem: Problem) -> bool:
    """Whether relto-order, fgi-form or sci-sap-order put the whole list right."""
    first = problem.span.of(mark.reading.text).strip().upper()
    control = examined.register.control(first.split("-")[0])
    return first in examined.register.countries or (
        control is not None and control.form == "system"
    )


def _is_level(examined: Examined, problem: Problem) -> bool:
    return problem.fix in {level.word for level in examined.register.levels}
