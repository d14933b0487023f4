"""Persons of a set of documents: what one document says about a name, for use in the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from redact.persons.identity.numbers import parts_of
from redact.persons.lexicon import Lexicon, fold
from redact.persons.mention import Mention
from redact.persons.weighing.plausibility import UNSURE
from redact.persons.words import WORD
from redact.values import dataclass

_AGAIN = frozenset({"propagation", "garble", "set"})
_LINE_BREAK = re.compile(r"-[ \t]{0,40}\r?\n[ \t]{0,40}")
_SHORTEST = 3


@dataclass(frozen=True, slots=True, order=True)
class KnownName:
    """A person by the folded words of the name: ``given`` (initials are one letter) and surnames.

    ``sure``: the person rests on more than the language model's opinion of one rare word.
    """

    surnames: tuple[str, ...]
    given: tuple[str, ...] = ()
    sure: bool = True


def known_names(text: str, mentions: Iterable[Mention], lexicon: Lexicon) -> frozenset[KnownName]:
    """The persons named by the mentions of one document, each once."""
    persons: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "PERSON":
            persons[mention.person].append(mention)
    known: set[KnownName] = set()
    for named in persons.values():
        parts = [parts_of(mention.span.of(text), lexicon) for mention in named]
        surnames = {w for part in parts for w in part.surnames if len(w) >= _SHORTEST}
        given = {w for part in parts for w in part.given} - surnames
        detectors = {d for mention in named for d in mention.detectors} - _AGAIN
        sure = bool(given) or not detectors <= UNSURE
        if surnames:
            known.add(KnownName(tuple(sorted(surnames)), tuple(sorted(given)), sure))
    return frozenset(known)


def written_words(text: str) -> frozenset[str]:
    """Every folded word of a text, including hyphenated line breaks joined."""
    whole = _LINE_BREAK.sub("", text)
    found = WORD.findall(text) + (WORD.findall(whole) if whole != text else [])
    return frozenset(fold(word) for word in found)
