"""Checks the form of exemptions from automatic declassification: 25X, 50X and 75X.

## Why

An exemption names its category, and all but two also name a new date or event. `25X3` alone keeps
the document classified for ever; `50X1-HUM` with a date gives an end that was not decided.

## Example

    DECL: 25X3
    DECL: 25X10, 01/01/2040
    DECL: 50X1-HUM, 01/01/2050
    DECL: 50X1-HUMAN

*Use instead:* `25X3, 01/01/2040`, a category from 1 to 9, and `50X1-HUM` alone.

## Limits

Under E.O. 12958 the category could stand alone, which is reported as a note. `25X1, EO 12951` is
the form for imagery.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of
from redact.rules.eras import is_governed_by

ID = "decl-25x-form"
ERA = True

_EXEMPTION = pattern(r"(?i)\b(?P<years>25|50|75)X(?P<number>\d*)\b(?:-(?P<word>HUM|WMD)\b)?")
_IMAGERY = pattern(r"(?i)^[\s,;]*E\.?\s?O\.?\s*12951\b")
_SHORT = pattern(r"(?i)[\s,-]*(?:HUM(?:AN|INT)?|WMD)\b")
_HUMAN = pattern(r"(?i)^[\s,-]*human\b")


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for an exemption that is incomplete or says too much."""
    instruction = instruction_of(examined.document)
    match = _EXEMPTION.search(instruction.text) if instruction else None
    if instruction is None or match is None:
        return
    token = match[0].upper()
    rest = instruction.text[match.end() :]
    alone = not rest.strip(" \t,;.")
    undated = {t.name for t in examined.register.declassification if t.kind == "exemption-undated"}
    case = "default"
    meant = next((name for name in undated if name.startswith(f"{token}-")), None)
    if match["years"] == "50" and meant and _SHORT.match(rest):
        fact, fix = f"exemption is not written {meant}", f"write {meant}"
    elif token in undated:
        if alone:
            return
        fact, fix = f"{token} does not stand alone", "remove the date, event or exemption beside it"
    elif not 1 <= int(match["number"] or 0) <= 9 or match["word"]:
        fact, fix = f"exemption is {token}, categories run from 1 to 9", "name the category"
    elif alone:
        fact, fix = f"{token} has no date or event", "add the date or event of declassification"
        if is_governed_by(examined.document, "12958", examined.register):
            case = "under-12958"
    elif _IMAGERY.search(rest) or _HUMAN.search(rest):
        return  # the second is reported as a retired instruction
    else:
        return
    yield Hit(span=instruction.span, message=fact, fix=fix, found=token, case=case)
