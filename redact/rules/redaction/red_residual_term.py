"""Checks that a name withheld in one place of a public copy cannot be read in another.

## Why

A name that is blacked out in paragraph 3 and printed in paragraph 5 is not withheld. It is the
error users of redaction software report most; subject lines, TAGS and signatures are where it
hides.

## Example

    3. (SBU) The minister, [(b)(6) name], agreed.
    5. (SBU) Quimbly asked for a pump.

*Use instead:* the label in both places, or a recorded decision that the second stays.

## Limits

Needs the original beside the copy: it runs when this tool makes the copy. The name is found whole
and by its surname, in any case, with or without accents, spaced out or broken over a line end;
other spellings are reported by `red-variant-residual`. Words that were looked at and kept (a place
of the same name) are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.redaction.withheld_names import (
    is_accounted_for,
    readable_places,
    withheld_names,
)
from redact.sources import Span

ID = "red-residual-term"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every place where a withheld name can be read."""
    if examined.publication is None:
        return
    seen: set[Span] = set()
    for name in withheld_names(examined.publication):
        for place in readable_places(name, examined.document):
            if place in seen or is_accounted_for(place, examined):
                continue
            seen.add(place)
            yield Hit(
                span=place,
                message="a name is withheld elsewhere in this copy and readable here",
                fix="withhold it here too, or record why this place is kept",
                related=(Label(name.label, "withheld here"),),
            )
