"""Checks that the exemption codes X1 to X8 are not used after they were abolished.

## Why

E.O. 12958 let classifiers exempt information from declassification at ten years by an X-code. The
amendment of 2003 ended that on 22 September: since then an X-code sets no end at all.

## Example

    O 201131Z APR 06
    E.O. 12958: DECL: X1

*Use instead:* a date: the source's date and 25 years where the code is carried forward.

## Limits

`Source Marked X1` with the source's date in a derivative document is the form prescribed then and
is reported as a note. X-codes before E.O. 12958 are reported by `decl-era-token`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of

ID = "decl-obsolete-x"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an X-code after its last day."""
    day = examined.document.date
    instruction = instruction_of(examined.document)
    if instruction is None or instruction.kind != "x-code":
        return
    ends = [t.valid_to for t in examined.register.declassification if t.kind == "x-code"]
    last = max((end for end in ends if end is not None), default=None)
    if last is None or (day is not None and day <= last):
        return
    token = instruction.token or "X-code"
    yield Hit(
        span=instruction.span,
        message=f"instruction is {token}, such codes ended on {last}"
        + (f" and the document is dated {day}" if day else ""),
        fix="set a date, at most 25 years after the date of origin or of the source",
        found=token,
        case="source-marked" if instruction.source_marked else "default",
    )
