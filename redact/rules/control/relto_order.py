"""Checks that the countries of a REL TO list are in order, unrepeated and separated by ", ".

## Why

After USA come the codes of countries from A to Z, then the codes of groups such as NATO. A fixed
order lets readers and programs compare lists; without a comma two codes may be read as none.

## Example

    SECRET//REL TO USA, NATO, GBR

*Use instead:* `SECRET//REL TO USA, GBR, NATO`.

## Limits

The place of USA is left to `relto-usa-first`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.arrange import codes
from redact.rules.eras import before_one_syntax
from redact.rules.marks import read_marks

ID = "relto-order"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on every marking whose release list is out of order, repeats or lacks separators."""
    if before_one_syntax(examined.document):
        return
    first = examined.register.countries.first
    for mark, marking in read_marks(examined):
        listed = tuple(code for code in marking.rel_to if code != first)
        right = codes(listed, examined.register)
        wanted = (
            (", ",) if marking.fgi or marking.joint else (", ", " ")
        )  # a blank before the first
        separators = [
            problem for problem in mark.problems("list-separator") if problem.fix in wanted
        ]
        repeated = len(marking.rel_to) - len(listed) > 1
        if listed == right and not separators and not repeated:
            continue
        if first in marking.rel_to and marking.rel_to[0] != first:
            continue  # relto-usa-first writes the whole list
        leading = (first,) if first in marking.rel_to else ()
        whole = tuple(code for code in (*leading, *right) if code is not None)
        fault = "out of order or repeats a code" if listed != right or repeated else None
        yield Hit(
            span=mark.span,
            message=f"REL TO list is {fault}"
            if fault
            else "codes of a REL TO list are not separated by a comma and a space",
            fix=f"write {mark.written(replace(marking, rel_to=whole))}",
            expected=", ".join(whole),
            edits=mark.rewritten(replace(marking, rel_to=whole)),
        )
