"""Checks that FL2 begins with a known precedence that the date-time group also states.

## Why

FL2 decides how fast the message travels and the date-time group tells the reader how fast it was
meant to travel. An unknown digraph cannot be routed; a known one that the date-time group does not
state means that one of the two lines was altered or belongs to another message.

## Example

    RR RUEHXX
    DE RUEHTV #0412 1101131
    ZNR UUUUU ZZH
    O 201131Z APR 09

*Use instead:*

    OO RUEHXX

## Limits

A message with two precedences may be sent on under either, so FL2 need only name one of the
prosigns.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.precedence import of_prosign
from redact.sources import Span

ID = "env-fl2-precedence"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the digraph of FL2."""
    telegram, register = examined.document.telegram, examined.register
    if telegram is None or telegram.precedence is None:
        return
    digraph, line = telegram.precedence.digraph, telegram.precedence.span
    span = Span(line.start, min(line.start + len(digraph), line.end))
    word = next((p.word for p in register.precedences if p.digraph == digraph), None)
    if word is None:
        yield Hit(
            span=span,
            message="FL2 opens with a digraph that is not a precedence",
            expected=" ".join(p.digraph for p in register.precedences),
        )
        return
    group = telegram.date_time_group
    stated = [of_prosign(p, register) for p in group.prosigns] if group else []
    known = [precedence for precedence in stated if precedence is not None]
    if group is None or not known or digraph in {p.digraph for p in known}:
        return
    expected = " or ".join(p.digraph for p in known)
    yield Hit(
        span=span,
        message=f"FL2 is {word}, date-time group is {' and '.join(p.word for p in known)}",
        fix=f"open FL2 with {expected}, or correct the prosigns of the date-time group",
        expected=expected,
        found=digraph,
        related=(Label(group.span, "date-time group"),),
        case="missing-in-dtg",
    )
