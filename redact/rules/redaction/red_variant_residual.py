"""Checks that no other spelling of a withheld name gives it away.

## Why

Whoever knows the meeting knows that the Tchekov of paragraph 2 is the withheld Chekhov of paragraph
5. Names from other alphabets are spelled in several ways in one telegram, and a sign-on name or
initials identify the person as well as the name does.

## Example

    2. (SBU) Ivan Quimblev ([(b)(6) name]) wrote from iquimblev@example.test.

*Use instead:* the label in both places.

## Limits

Other spellings are guessed, so this is a question to the reviewer and never stops a release. Needs
the original beside the copy. Surnames under five letters are not compared by sound; nicknames,
titles and offices are not recognised.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.redaction.spelling import other_spellings
from redact.rules.redaction.withheld_names import is_accounted_for, withheld_names
from redact.sources import Span
from redact.sources.folding import fold

ID = "red-variant-residual"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every place with another spelling of a withheld name."""
    if examined.publication is None:
        return
    folded = fold(examined.document.source.text)
    seen: list[Span] = []
    for name in withheld_names(examined.publication):
        for place, kind in other_spellings(name.text, folded):
            known = any(place.overlaps(span) for span in seen)
            if known or is_accounted_for(place, examined):
                continue
            seen.append(place)
            yield Hit(
                span=place,
                message=f"probably a withheld name in another spelling: {kind}",
                fix="withhold it here too if it is the same person",
                found=kind,
                related=(Label(name.label, "withheld here"),),
            )
