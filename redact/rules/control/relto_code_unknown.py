"""Checks that every country or group code of a marking is in the register.

## Why

A code nobody knows releases the text to nobody, or to whomever the reader guesses. Lists use
codes of three letters for countries and of four for groups; the two-letter codes of TAGS lines and
everyday short forms are neither.

## Example

    SECRET//REL TO USA, UK

*Use instead:* `SECRET//REL TO USA, GBR`.

## Limits

The table is the published one of 2014. A code added since belongs into a register of one's own
that extends this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.marks import marks

ID = "relto-code-unknown"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every code that the register does not hold."""
    for mark in marks(examined):
        for problem in mark.problems("unknown-code"):
            likely = f", probably {problem.fix}" if problem.fix else ""
            yield Hit(
                span=mark.place_of(problem),
                message=f"country code is not in the register{likely}",
                fix=f"write {problem.fix}" if problem.fix else "write the registered code",
                expected=problem.fix,
            )
