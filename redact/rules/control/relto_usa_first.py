"""Checks that a REL TO list starts with USA and names another country.

## Why

The United States may always have its own information, and the list says so first; after it come
those to whom the text is releasable. A list of USA only releases to nobody: that is NOFORN.

## Example

    SECRET//REL TO GBR, USA

*Use instead:* `SECRET//REL TO USA, GBR`.

## Limits

Lists of DISPLAY ONLY and JOINT have a different order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.arrange import codes
from redact.rules.eras import before_one_syntax
from redact.rules.marks import read_marks

ID = "relto-usa-first"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every marking whose release list does not start with the releasing country."""
    first = examined.register.countries.first
    for mark, marking in read_marks(examined):
        listed = marking.rel_to
        if mark.form == "banner" and "REL" in marking.dissem and not listed:
            yield Hit(
                span=mark.span,
                message="banner line says REL without a list",
                fix="write REL TO and the countries, or NOFORN",
                expected="REL TO USA, LIST",
                found="REL",
            )
        if not listed or first is None or mark.problems("country-name"):
            continue  # names for codes: relto-code-unknown writes the whole list
        right = codes((first, *listed), examined.register, first=first)
        if listed == (first,):
            yield Hit(
                span=mark.span,
                message=f"REL TO names {first} alone",
                fix="name who else it may be released to, or write NOFORN",
                found=first,
            )
        elif listed[0] != first and not before_one_syntax(examined.document):
            where = "not first" if first in listed else "missing"
            yield Hit(
                span=mark.span,
                message=f"{first} is {where} in the REL TO list",
                fix=f"write {mark.written(replace(marking, rel_to=right))}",
                expected=first,
                edits=mark.rewritten(replace(marking, rel_to=right)),
            )
