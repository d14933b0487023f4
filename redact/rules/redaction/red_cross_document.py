"""Checks that a name withheld in one public copy cannot be read in another copy of the same set.

## Why

Copies are read side by side. What one of them withholds and its reply prints is not withheld, and
the pair tells which name was thought worth withholding.

## Example

One telegram shows `[(b)(6) name]`, the answer to it `MR. QUIMBLY`.

*Use instead:* the same decision in every document of the set.

## Limits

Needs the original beside the copy and the other copies of the set. Names are compared as strings:
another person of the same name is reported too. Surnames under four letters are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.redaction.withheld_names import readable_places, withheld_names
from redact.sources.wording import surname_of

ID = "red-cross-document"

_SHORTEST = 4


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first label of every name that another copy of the set prints."""
    if examined.publication is None:
        return
    for name in withheld_names(examined.publication):
        surname = surname_of(name.text)
        if surname is None or len(surname) < _SHORTEST:
            continue
        count = sum(
            any(True for _ in readable_places(name, sibling)) for sibling in examined.siblings
        )
        if count:
            documents = "another document" if count == 1 else f"{count} other documents"
            yield Hit(
                span=name.label,
                message=f"a name withheld here can be read in {documents} of the set",
                fix="decide alike in every document of the set",
            )
