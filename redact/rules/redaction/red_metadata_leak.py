"""Checks that the file name of a public copy does not give away a withheld name.

## Why

Everybody who sees a folder, an index or a web address reads file names, and nobody redacts them.

## Example

`cable-quimbly-pump.txt` for a copy in which Quimbly is withheld.

*Use instead:* the message number: `09TESTVILLE12.txt`.

## Limits

Needs the original beside the copy. Names of folders above the public copies are not examined.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.redaction.withheld_names import withheld_names
from redact.sources.wording import surname_of, words_of

ID = "red-metadata-leak"

_SHORTEST = 3
_IN_A_ROW = 6
"""Letters a surname needs before it is read in longer words and over signs: q_u_i_m_b_l_y."""
_HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first label whose name is in the path of the copy."""
    if examined.publication is None:
        return
    parts = PurePath(examined.document.source.path).parts
    words = {word for part in parts for word in words_of(_HUMP.sub(" ", part))}
    rows = ["".join(words_of(part)) for part in parts]
    for name in withheld_names(examined.publication):
        surname = surname_of(name.text) or ""
        in_a_row = len(surname) >= _IN_A_ROW and any(surname in row for row in rows)
        if in_a_row or (len(surname) >= _SHORTEST and surname in words):
            yield Hit(
                span=name.label,
                message="a name withheld here appears in the file name",
                fix="name the file after its message number",
            )
            return
