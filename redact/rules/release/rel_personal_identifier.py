"""Checks that a public copy shows no identifier of an individual.

## Why

Social security, passport, visa and account numbers, dates of birth, private telephone numbers, mail
and home addresses identify a person and serve nobody else. Their release is a clearly unwarranted
invasion of privacy even where the name is public.

## Example

    4. (U) Guest: Ann Example, DOB 12 MAR 1961, passport N1234567.

*Use instead:*

    4. (U) Guest: [(b)(6) name], DOB [(b)(6) 3 words], passport [(b)(6) 1 word].

## Limits

Numbers are recognized by the words before them. A switchboard, the number of a diplomatic note and
routing serials are not reported; neither is an identifier without such words, except e-mail
addresses and hyphenated social security numbers. `functional_mailboxes` are local parts that belong
to offices.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.release.deletion import touching
from redact.rules.release.deletion_marks import find_deletions
from redact.rules.scope import body_text

ID = "rel-personal-identifier"
PARAMS = {
    "functional_mailboxes": (
        "admin",
        "consular",
        "contact",
        "help",
        "info",
        "mail",
        "media",
        "office",
        "press",
        "secretariat",
        "support",
        "visas",
        "webmaster",
    )
}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every visible identifier in the text of the portions."""
    # Only here: its patterns take longer to compile than a telegram to check.
    from redact.rules.release.identifier import find_identifiers

    mailboxes = examined.params["functional_mailboxes"]
    deletions = find_deletions(examined)
    for identifier in find_identifiers(body_text(examined.document), mailboxes):
        if not touching(identifier.span, deletions):
            yield Hit(
                span=identifier.span,
                message=f"{identifier.kind} is visible",
                fix="withhold it under (b)(6), or under (b)(7)(C) in law enforcement records",
                found=identifier.kind,
            )
