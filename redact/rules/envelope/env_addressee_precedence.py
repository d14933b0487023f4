"""Checks that no addressee has a higher precedence than the message.

## Why

The prosigns of the date-time group state the precedence for action and for information. An
addressee marked with a higher one will not be served faster: either the prosign or the word is
wrong.

## Example

    R 201131Z APR 09
    FM AMEMBASSY TESTVILLE
    TO RUEHC/SECSTATE WASHDC IMMEDIATE

*Use instead:*

    O 201131Z APR 09

## Limits

NIACT IMMEDIATE counts as IMMEDIATE.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.precedence import of_prosign, of_word

ID = "env-addressee-precedence"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each addressee above the highest prosign."""
    telegram, register = examined.document.telegram, examined.register
    if telegram is None or telegram.date_time_group is None:
        return
    group = telegram.date_time_group
    stated = [p for p in (of_prosign(sign, register) for sign in group.prosigns) if p is not None]
    if not stated:
        return
    highest = max(stated, key=lambda precedence: precedence.rank)
    for addressee in (*telegram.to, *telegram.info):
        own = of_word(addressee.precedence, register) if addressee.precedence else None
        if own is not None and own.rank > highest.rank:
            yield Hit(
                span=addressee.span,
                message=f"addressee is {own.word}, date-time group is {highest.word}",
                expected=highest.word,
                found=own.word,
                related=(Label(group.span, "date-time group"),),
            )
