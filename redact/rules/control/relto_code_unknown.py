"""Checks that every country or group code of a marking is in the register.

## Why

An unknown code releases the text to nobody, or to whomever the reader guesses. Lists use codes of
three letters for countries and of four for groups; the two-letter codes of TAGS lines and everyday
short forms are neither. A list with names in it cannot be compared with another.

## Example

    SECRET//REL TO USA, UK

*Use instead:* `SECRET//REL TO USA, GBR`.

A country written by its name, as in `(S/REL Italy)`, is read as its code and reported by the case
`name`.

## Limits

The table is the published one of 2014. Codes added since can be added in a register of your own
that extends this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, marks

ID = "relto-code-unknown"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every code the register lacks, and one (case ``name``) on names for codes."""
    for mark in marks(examined):
        yield from _named(mark)
        for problem in mark.problems("unknown-code"):
            if problem.fix and before_one_syntax(examined.document):
                continue  # UK and GER were what everybody wrote
            likely = f", probably {problem.fix}" if problem.fix else ""
            yield Hit(
                span=mark.place_of(problem),
                message=f"country code is not in the register{likely}",
                fix=f"write {problem.fix}" if problem.fix else "write the registered code",
                expected=problem.fix,
            )


def _named(mark: Mark) -> Iterator[Hit]:
    """One hit for a list of names: its fix puts the whole list right, USA first."""
    names = mark.problems("country-name")
    if names:
        codes = ", ".join(str(name.fix) for name in names)
        meant = mark.reading.meant
        written = f"({meant})" if meant and mark.form == "portion" else meant
        yield Hit(
            span=mark.place_of(names[0]),
            message=f"country is spelled out, its code is {codes}"
            if len(names) == 1
            else f"countries are spelled out, their codes are {codes}",
            fix=f"write {written}" if written else f"write {codes}",
            expected=written or codes,
            case="name",
            edits=mark.mended(),
        )
