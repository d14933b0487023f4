"""Checks that an event of declassification is definite and sure to come within ten years.

## Why

An event that may never happen, or that nobody can recognize when it does, is no end: the
information stays classified for ever, which the order does not allow.

## Example

    E.O. 12958: DECL: WHEN NO LONGER SENSITIVE
    E.O. 12958: DECL: AFTER KOREAN UNIFICATION

*Use instead:* `DECL: END OF SUMMIT, 11/15/2009`, or a date.

## Limits

Events are judged by their words: occasions such as visits, meetings and elections are taken as
definite, conditions and turns of history as indefinite, and anything else is reported for a second
look. Events with a date are left to the rules about dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of
from redact.rules.eras import governing_order

ID = "decl-event-indefinite"
ERA = True

_INDEFINITE = pattern(
    r"(?i)\b(?:no longer|indefinite\w*|until further|never|unknown|tbd|to be determined"
    r"|as long as|so long as|if|when (?:directed|appropriate|possible|resolved|advised)"
    r"|(?:re)?-?unification|normali[sz]ation|regime|government falls|collapse|death|peace"
    r"|(?:end|cessation) of (?:the )?(?:\w+ )?(?:war|conflict|hostilities|insurgency|occupation)"
    r"|closure of|situation|circumstances|relations)\b"
)
_OCCASION = pattern(
    r"(?i)\b(?:visits?|trips?|travel|tour|departures?|arrivals?|return|delegations?|meetings?|summit"
    r"|conference|talks|negotiations?|round|sessions?|assembly|assemblies|consultations?|elections?"
    r"|inauguration|ceremon\w+|signing|signature|ratification|announcement|publication|release"
    r"|delivery|exercises?|tests?|trial|hearings?|verdict|vote|demarche|presentation|completion"
    r"|conclusion|expiration|award|anniversary|mission|assignment|appointment|agr[eé]ment"
    r"|end of (?:calendar year|fiscal year|CY|FY))\b"
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an event that names no occasion sure to come."""
    document = examined.document
    order = governing_order(document, examined.register)
    if order is not None and order.number == "11652":
        return  # what it exempted from its schedule needed no date: "impossible to determine"
    instruction = instruction_of(document)
    if instruction is None or instruction.kind != "event" or instruction.day is not None:
        return
    terms = [t for t in examined.register.declassification if t.kind == "indefinite"]
    retired = [spelling for t in terms for spelling in (t.name, *t.spellings)]
    text = instruction.text.upper()
    if any(re.search(rf"(?<!\w){re.escape(spelling.upper())}(?!\w)", text) for spelling in retired):
        return  # a retired instruction, which has a rule of its own
    if _OCCASION.search(text) and not _INDEFINITE.search(text):
        return
    yield Hit(
        span=instruction.span,
        message="declassification event is not definite, or not sure to come within 10 years",
        fix="name a date, or an occasion whose date is known",
    )
