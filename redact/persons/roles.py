"""What the text says a person is: evidence next to the name, never a list of people.

Where a person signs, classifies or drafts is told by the place of the mention; everything else by
the titles and descriptions beside any mention of the person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from redact.persons.merging import Sighting
from redact.persons.reading import Reading

_BY_PLACE = {
    "signature": "signatory",
    "classification-authority": "classification-authority",
    "drafter": "drafter",
}

_US = (
    r"emboffs?|poloffs?|econoffs?|consoffs?|conoffs?|dcm|charge|congress(?:man|woman)|codel|"
    r"staffdel|senators?|sen|rep|a/s|das|pdas|u/s|assistant secretary|asst sec\w*|deputy assistant|"
    r"under ?secretary|special agent|sa|country team|defense attache|datt|arma|usdao|public affairs officer|"
    r"pao|political officer|economic officer|consular officer|administrative officer|"
    r"general services officer|project manager|u\.?s\.? \w+|american ambassador|our ambassador|"
    r"uscin\w+|cinc\w+|aid director|mission director|peace corps|usaid|embassy \w+ officer"
)
_PUBLIC = (
    r"presidents?|prime minister|primin|premier|chancellor|king|queen|emperor|pope|"
    r"secretary general|secretary-general|secretary kissinger|secretary vance|secretary of state"
)
_FOREIGN = (
    r"foreign minister|fonmin|minfon|forminister|formin|defmin|mindef|finmin|minister\w*|ministro|ministra|"
    r"vice minister|deputy minister|ambassador|embajador|canciller|general|gen|colonel|col|"
    r"lieutenant|lt|major|maj|captain|cap|admiral|adm|commander|gral|cnl|tcnl|tte|capitan|coronel|"
    r"director|deputy director|department head|division chief|governor|mayor|prefecto|alcalde|"
    r"deputy|diputado|senador|parliamentarian|judge|rector|detective|det|police chief|"
    r"subsecretario|sub-secretario|gerente|jefe|attache|counsell?or|head of|chief of|spokesman"
)
_PRIVATE = (
    r"businessman|businessmen|banker|lawyer|attorney|writer|author|journalist|editor|reporter|"
    r"correspondent|student|doctor|engineer|worker|owner|merchant|farmer|priest|father|professor|"
    r"teacher|activist|artist|poet|wife|husband|son|daughter|brother|sister|widow|citizen|"
    r"local employee|fsn|fsl|defendant|prisoner|suspect|trafficker|passenger|tourist|missionary"
)
_AMERICAN = re.compile(r"\b(?:american|u\.?s\.?|amcit|us citizen|usc)\b", re.IGNORECASE)
_EVIDENCE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (
        role,
        re.compile(rf"\b(?:{words})\b\.?[ \t]+(?:[A-Z][\w.]*[ \t]+)?$", re.IGNORECASE),
        re.compile(rf"^[ \t]*(?:,|\(|-{{1,2}}|is|was|who is)[ \t]*(?:\w+[ \t]+){{0,3}}?(?:{words})\b", re.IGNORECASE),
    )
    for role, words in (
        ("public-figure", _PUBLIC),
        ("us-official", _US),
        ("foreign-official", _FOREIGN),
        ("foreign-private", _PRIVATE),
    )
)  # fmt: skip
_REACH = 60


def roles_of(
    reading: Reading, sightings: Sequence[Sighting], persons: Sequence[str | None]
) -> tuple[str, ...]:
    """One of `ROLES` for each sighting, in the same order."""
    said: dict[str, Counter[str]] = {}
    for sighting, person in zip(sightings, persons, strict=True):
        if person is not None:
            said.setdefault(person, Counter()).update(_evidence(reading, sighting))
    return tuple(
        _by_place(s.detectors) or _most(said.get(p or "", Counter()))
        for s, p in zip(sightings, persons, strict=True)
    )


def _by_place(detectors: Iterable[str]) -> str | None:
    return next((role for d, role in _BY_PLACE.items() if d in detectors), None)


def _evidence(reading: Reading, sighting: Sighting) -> Iterable[str]:
    view, span = reading.view, sighting.span
    before = view[max(0, span.start - _REACH) : span.start]
    after = view[span.end : span.end + _REACH]
    for role, leads, follows in _EVIDENCE:
        if leads.search(before) or follows.search(after):
            american = role == "foreign-private" and _AMERICAN.search(before[-30:] + after)
            yield "us-private" if american else role
            return


def _most(said: Counter[str]) -> str:
    if not said:
        return "unknown"
    return min(said, key=lambda role: (-said[role], role))
