"""Checks that the parts of a banner line are separated as the register requires.

## Why

Two obliques separate categories, one separates the entries of a category, a hyphen joins a
compartment to its system and a space a sub-compartment; there are no other spaces and no empty
categories.
A marking of another country, of NATO or JOINT starts with two obliques. A wrong separator turns a
control into a part of its neighbor.

## Example

    SECRET/NOFORN

*Use instead:* `SECRET//NOFORN`.

## Limits

A level spaced out as in messages, ``S E C R E T // NOFORN``, cannot be mistaken: one warning for
the whole line. Telegrams write one oblique or a space and are not examined. Separators inside REL
TO lists are `relto-order`, the obliques before a NATO marking `nato-form`. Separators and levels
spaced out on papers of before 1995-10-14 are not reported: no manual then said how to type them.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.reading import Problem
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, banner_marks

ID = "banner-separators"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every wrong separator of a banner line."""
    for mark in banner_marks(examined):
        if mark.is_cui:
            continue  # cui-banner-syntax
        for problem in mark.problems(
            "separator", "compartment-separator", "foreign-prefix", "spaced"
        ):
            if problem.kind == "separator" and mark.marking is None:
                continue  # beside an unknown word nobody can tell: banner-unknown-token
            if problem.kind in ("spaced", "separator") and before_one_syntax(examined.document):
                continue
            if not _belongs_to_another_rule(mark, problem) and not _is_of_spacing(mark, problem):
                meant = mark.reading.meant
                yield Hit(
                    case="spaced-out" if _is_spaced_out(mark, problem) else "default",
                    span=mark.place_of(problem),
                    message=problem.message,
                    fix=f"write {meant}" if meant else None,
                    expected=meant,
                    edits=mark.mended(),
                )


def _is_spaced_out(mark: Mark, problem: Problem) -> bool:
    """Whether a problem is a level with blanks between its letters."""
    letters = problem.span.of(mark.reading.text).split()
    return problem.kind == "spaced" and all(len(letter) == 1 for letter in letters)


def _is_of_spacing(mark: Mark, problem: Problem) -> bool:
    """Whether blanks beside a separator belong to a line that is spaced out as a whole."""
    if problem.kind != "separator" or problem.span.of(mark.reading.text).strip() not in (
        problem.fix,
        "",
    ):
        return False
    return any(_is_spaced_out(mark, other) for other in mark.problems("spaced"))


def _belongs_to_another_rule(mark: Mark, problem: Problem) -> bool:
    return problem.kind == "foreign-prefix" and bool(mark.marking and mark.marking.nato)
