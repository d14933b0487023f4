"""Checks that the letter of a reason is in the cited section.

## Why

With a letter that is not in the section, the real reason for classification is unknown, and so is
the exemption that may be claimed on release.

## Example

    Classified By: DCM Jane Sample, Reason: 1.4 (j)

*Use instead:* `Reason: 1.4 (d)`

## Limits

A section that was not in force on the date is reported by `auth-reason-era`; its letters are still
compared with its own list.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.authority.reason_sections import sections_in_force

ID = "auth-reason-letter"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every letter outside its section."""
    document = examined.document
    if document.authority is None or not document.is_classified:
        return
    in_force = sections_in_force(examined)
    for reason in document.authority.reasons:
        named = [s for s in in_force if s.section == reason.section] or [
            s for s in examined.register.reasons if s.section == reason.section
        ]
        letters = [letter for section in named for letter in section.letters]
        if reason.letter is None or not letters or reason.letter.lower() in letters:
            continue
        known = f"({letters[0]}) to ({letters[-1]})"
        yield Hit(
            span=reason.span,
            message=f"reason cites {reason.section} ({reason.letter.lower()}), "
            f"section {reason.section} has {known}",
            fix="cite the letter that was meant",
            expected=f"{reason.section} {known}",
            found=f"{reason.section} ({reason.letter.lower()})",
        )
