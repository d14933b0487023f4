"""The role of a person according to the text: evidence near the name, never a list of people.

Whether a person signs, classifies or drafts follows from the position of the mention; all other
roles from the titles and descriptions next to any mention of the person: ``Minister Lund``, ``the
director of fisheries, Anna Lund``, ``Lund, a Vorsan lawyer``. A title that both sides use (general,
attaché, senator) is classed as American or foreign by the words around it.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from redact.persons.lexicon import Lexicon
from redact.persons.views.reading import Reading
from redact.persons.weighing.merging import Sighting
from redact.values import dataclass

_BY_PLACE = {
    "signature": "signatory",
    "classification-authority": "classification-authority",
    "drafter": "drafter",
}

_DRAFTED = re.compile(r"\b(?:DRAFT|APPROV|RELEAS|TELEGRAM|TEXT)", re.IGNORECASE)
"""Found on the line of a drafter or signer; persons on the lines below cleared the telegram."""

_REACH = 100
"""Code points before and after a name in which a description is looked for."""

_DATA = Path(__file__).parent.parent / "data" / "roles.txt"

_FORENAME = r"(?-i:[A-Z](?:[a-z][\w'’-]*|\.(?:[A-Z]\.)*))"
"""A forename or initials between title and surname; the view capitalizes no verb."""
_ADDRESS = r"(?:mr|mrs|ms|dr|sr|sra|doctor|ing|lic|prof|gen|gral|col|capt)\.?"
_BESIDE_TITLE = (
    r"(?:the|an?|his|her|its|our|their|former|ex|then|now|new|newly|acting|interim|senior|junior"
    r"|local|prominent|leading|young|retired|current|incoming|outgoing|first|second|third"
    r"|assistant|deputy|vice|chief|host|opposition|provincial|regional|national|state"
    r"|(?-i:[A-Z])[\w.'’/&-]*)"
)
_COMPLEMENT = r"(?P<complement>[ \t]+(?:of|for|at|in|to|de|del)\b[^.,;:()\n]{1,50})"
_NO_NAME_FOLLOWS = r"(?![ \t]+(?-i:[A-Z]))"
"""In ``Lund, General Roe and others`` the title belongs to the next person."""

_AMERICAN = re.compile(
    r"\b(?:U\.?S\.?(?:G|A)?|US[A-Z]\w+|Us(?:cinc|dao|is|aid|mission|un)\w*"
    r"|[Aa]m(?:erican|cit|emb\w*)|[Oo]ur"
    r"|(?:CINC|Cinc|cinc)\w*|Peace Corps|peace corps|State Department|Department of State)(?!\w)"
)
_AMERICANS = frozenset(("american", "americans", "us"))
_SURE = 5
"""Weight of a title that shows the side by itself or by an adjacent word."""
_STATE = re.compile(r"\b(?:republic|nation|country|state)\b", re.IGNORECASE)
_OF_A_BODY = re.compile(
    r"\b(?:senate|congress|chamber|court|council|assembly|parliament|commission|bank|party|union"
    r"|government|federation|institute|university)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Description:
    """A description next to a name: the role its title indicates, with the words around the title,
    and the complement of the title (director *of what*).
    """

    role: str
    words: str
    complement: str


def roles_of(
    reading: Reading, sightings: Sequence[Sighting], persons: Sequence[str | None]
) -> tuple[str, ...]:
    """One of `ROLES` for each sighting, in the same order."""
    said: dict[str, Counter[str]] = {}
    for sighting, person in zip(sightings, persons, strict=True):
        if person is not None:
            said.setdefault(person, Counter()).update(_evidence(reading, sighting))
    return tuple(
        _by_place(reading, s) or _most(said.get(p or "", Counter()))
        for s, p in zip(sightings, persons, strict=True)
    )


def _by_place(reading: Reading, sighting: Sighting) -> str | None:
    role = next((role for d, role in _BY_PLACE.items() if d in sighting.detectors), None)
    if role == "drafter":
        line = reading.text[max(0, sighting.span.start - _REACH) : sighting.span.start]
        return role if _DRAFTED.search(line.splitlines()[-1]) else "us-official"
    return role


def _evidence(reading: Reading, sighting: Sighting) -> dict[str, int]:
    """The roles that the words around one mention indicate, with their weights."""
    view, span = reading.view, sighting.span
    before = view[max(0, span.start - _REACH) : span.start]
    after = view[span.end : span.end + _REACH]
    for description in _descriptions(before, after):
        role = _role(description, reading.lexicon)
        if role is not None:
            told = role != description.role or role in ("us-official", "public-figure")
            return {role: _SURE if told else 1}
    return {}


def _descriptions(before: str, after: str) -> Iterator[_Description]:
    """The descriptions around a name, title by title in the order of the data."""
    for role, (title, apposed, follows) in _patterns():
        found = title.search(before) or apposed.search(before) or follows.search(after)
        if found:
            groups = found.groupdict()
            yield _Description(role, groups["words"] or "", groups.get("complement") or "")


def _role(said: _Description, lexicon: Lexicon) -> str | None:
    """The role a description indicates, ``None`` where either side may use its title."""
    around = f"{said.words} {said.complement}"
    folded = {word.casefold() for word in re.findall(r"[^\W\d_]+", around)}
    foreign = any(word in lexicon.demonyms and word not in _AMERICANS for word in folded)
    american = not foreign and _AMERICAN.search(around) is not None
    match said.role:
        case "us-official":
            return "foreign-official" if foreign else "us-official"
        case "foreign-official":
            return "us-official" if american else "foreign-official"
        case "official":
            return "us-official" if american else "foreign-official" if foreign else None
        case "foreign-private":
            return "us-private" if american else "foreign-private"
        case _:
            return _head(said.complement, lexicon)


def _head(complement: str, lexicon: Lexicon) -> str:
    """The role of a president or the like: of a state, of one of its bodies, or of a firm."""
    words = re.findall(r"[^\W\d_]+", complement.casefold())
    if not words or _STATE.search(complement) or any(word in lexicon.places for word in words[1:]):
        return "public-figure"
    return "foreign-official" if _OF_A_BODY.search(complement) else "foreign-private"


_Patterns = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
"""Titles right before a name, titles before a comma and a name, and titles after a name."""


@functools.cache
def _patterns() -> tuple[tuple[str, _Patterns], ...]:
    """Each role with the patterns of its titles."""
    titles: dict[str, list[str]] = {}
    role = ""
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            role = line.strip("[]")
        elif line and not line.startswith("#"):
            titles.setdefault(role, []).append(line)
    return tuple((role, _around("|".join(written))) for role, written in titles.items())


def _around(titles: str) -> _Patterns:
    words = r"(?<![\w.&'’/-])(?P<words>(?:[\w.&'’/-]+[ \t]+){0,3})\b"
    owned = r"(?P<owned>\b(?:his|her|their|its|our)|['’]s|s['’])[ \t]+(?:[\w-]+[ \t]+){0,2}"
    forename = rf"(?:{_FORENAME}[ \t]+)?$"
    return (
        _compiled(rf"{words}(?:{titles})\.?[ \t]+{forename}"),
        _compiled(
            rf"(?:{owned}|{words})(?:{titles})(?(owned)|{_COMPLEMENT}),[ \t]+"
            rf"(?:{_ADDRESS}[ \t]+)?{forename}"
        ),
        _compiled(
            r"^[ \t]*(?:,|\(|-{1,2}|(?:who )?(?:is|was)\b)[ \t]*"
            rf"(?P<words>(?:{_BESIDE_TITLE}[ \t]+){{0,5}}?)(?:{titles})\b"
            rf"{_NO_NAME_FOLLOWS}{_COMPLEMENT}?"
        ),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _most(said: Counter[str]) -> str:
    if not said:
        return "unknown"
    return min(said, key=lambda role: (-said[role], role))
