"""Checks that a DISPLAY ONLY list names countries, in order, and not the United States.

## Why

DISPLAY ONLY lets named foreigners see the text and keep nothing. Without a list nobody knows who;
the United States needs no permission to see its own information; and lists in one order can be
compared.

## Example

    SECRET//DISPLAY ONLY USA, AFG

*Use instead:* `SECRET//DISPLAY ONLY AFG`.

## Limits

Unknown codes are left to `relto-code-unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.arrange import codes
from redact.rules.marks import read_marks

ID = "relto-display-list"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every marking whose DISPLAY ONLY has no list or a wrong one."""
    first = examined.register.countries.first
    for mark, marking in read_marks(examined):
        if "DISPLAY ONLY" in marking.dissem and not marking.display_only:
            yield Hit(
                span=mark.span,
                message="DISPLAY ONLY names no country",
                fix="name who may see it, or write NOFORN",
                expected="a list of countries",
            )
        right = tuple(c for c in codes(marking.display_only, examined.register) if c != first)
        if first in marking.display_only:
            message = f"{first} is in the DISPLAY ONLY list"
        elif marking.display_only != right:
            message = "DISPLAY ONLY list is out of order or repeats a code"
        else:
            continue
        fix = f"write {mark.written(replace(marking, display_only=right))}" if right else None
        yield Hit(
            span=mark.span,
            message=message,
            fix=fix or "name who may see it, or write NOFORN",
            expected=", ".join(right) or None,
            edits=mark.rewritten(replace(marking, display_only=right)) if right else (),
        )
