"""Checks that a banner line has only words of the register, each once and in banner form.

## Why

Nobody obeys a control that nobody knows. The line counts as unreadable until it is corrected: a
misspelled NOFORN must not pass as if nothing had been there.

## Example

    SECRET//NORFORN

*Use instead:* `SECRET//NOFORN`.

## Limits

Compartments of SI and RSV and identifiers of special access programs are not published; words in
their form are accepted. Unreadable levels are reported by `class-unknown-level`, abbreviated ones
by `class-banner-abbreviated`, wrong country codes by `relto-code-unknown`, wrong CUI categories by
`cui-category-unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.reading import Problem
from redact.markings.register import Register
from redact.rules.banner.prohibited import prohibited_phrase, written_line
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, banner_marks
from redact.sources import Span

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
        yield from _repeated(examined, mark)
        if not before_one_syntax(examined.document):
            yield from _in_another_form(examined, mark)


def _unknown(examined: Examined, mark: Mark, problems: tuple[Problem, ...]) -> Iterator[Hit]:
    """One hit for the unknown words after a level that can be read; if it is unclear what
    was meant, one for each run of them.
    """
    text = mark.reading.text
    has_head = text.lstrip().startswith(("//", *examined.register.cui_words))
    if not has_head and find_level(text, examined.register) is None:
        return  # class-unknown-level
    if prohibited_phrase(written_line(examined.document, mark.span), examined.register):
        return  # class-prohibited-phrase
    meant = mark.reading.meant
    if meant:
        yield Hit(
            span=Span(mark.place_of(problems[0]).start, mark.place_of(problems[-1]).end),
            message=f"word is not in the register, the line is probably {meant}",
            fix=f"write {meant}",
            expected=meant,
        )
        return
    for run in _runs(text, problems):
        yield Hit(
            span=Span(mark.place_of(run[0]).start, mark.place_of(run[-1]).end),
            message=run[0].message if run[0].fix else "word is not in the register",
            fix=run[0].fix or "write the registered control",
        )


def _repeated(examined: Examined, mark: Mark) -> Iterator[Hit]:
    for problem in mark.problems("duplicate", "level-repeated"):
        if mark.marking is None or not _is_in_order_rule(examined, mark, problem):
            yield Hit(
                span=mark.place_of(problem),
                message=problem.message,
                fix="write it once",
                edits=mark.mended(),
            )


def _in_another_form(examined: Examined, mark: Mark) -> Iterator[Hit]:
    """Hits for words in small letters, abbreviated or spelled otherwise."""
    meant = mark.reading.meant
    if mark.problems("case") and _has_level_in_capitals(mark.reading.text, examined.register):
        yield Hit(
            span=mark.span,
            message="banner line is not in capitals",
            fix=f"write {meant}" if meant else "write it in capitals",
            expected=meant,
            case="form",
            edits=mark.mended(),
        )
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


def _runs(text: str, problems: tuple[Problem, ...]) -> list[list[Problem]]:
    """Adjacent unknown words, such as those of one phrase."""
    runs: list[list[Problem]] = []
    for problem in problems:
        above = runs[-1][-1] if runs else None
        if (
            above is not None
            and above.fix == problem.fix
            and not text[above.span.end : problem.span.start].strip(" -")
        ):
            runs[-1].append(problem)
        else:
            runs.append([problem])
    return runs


def _is_in_order_rule(examined: Examined, mark: Mark, problem: Problem) -> bool:
    """Whether relto-order, fgi-form or sci-sap-order put the whole list right."""
    first = problem.span.of(mark.reading.text).strip().upper()
    control = examined.register.control(first.split("-")[0])
    return first in examined.register.countries or (
        control is not None and control.form == "system"
    )


def _has_level_in_capitals(text: str, register: Register) -> bool:
    """Whether only the controls are in small letters; for the level: class-banner-abbreviated."""
    level = find_level(text, register)
    return level is not None and level[1].of(text).isupper()


def _is_level(examined: Examined, problem: Problem) -> bool:
    return problem.fix in {level.word for level in examined.register.levels}
