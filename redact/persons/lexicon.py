"""The word lists: ordinary English words, forenames, surnames, places and others.

Every list holds folded words (`fold`). ``data/NOTICE.md`` gives the source of each list.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from redact.values import dataclass

_DATA = Path(__file__).parent / "data"
_COMMENTS = re.compile(r"(?:#.*\n)+")

# Mr. Marshall and Mr. King are names; Mr. President is not.
_FORMS_OF_ADDRESS = frozenset(
    {"ambassador", "chairman", "director", "governor", "minister", "president", "secretary"}
)
# Mr. Major, although the name lists lack it.
_SURNAMES_TOO = frozenset({"major"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by usual meaning; a word may be in several lists.

    ``ordinary``: words written in lower case, English and the commonest of Spanish and French;
    ``common`` and ``foreign`` are parts of it. ``forenames`` and ``surnames``: names of persons.
    ``places``: countries, cities, states, including names of several words; ``place_heads``: the
    first words of those. ``demonyms``: adjectives of places, peoples and creeds. ``terms``:
    abbreviations and names of offices, parliaments, parties and newspapers, never of a person.
    ``titles``: words used before a name; of them ``addresses`` are always followed by a name,
    ``offices`` also by ordinary words. ``particles``: small words inside names.
    ``institutions`` and ``dedications``: words after and before a name that make it the name of
    something else; ``landmarks``: those after it that do so even in lower case.
    ``small_words``: the commonest words of English. ``houses``: firms and foundations that are
    known by a name, of one word or two. ``families``: East Asian family names of one syllable,
    including ones that are ordinary words.
    """

    ordinary: frozenset[str]
    common: frozenset[str]
    foreign: frozenset[str]
    forenames: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    demonyms: frozenset[str]
    terms: frozenset[str]
    titles: frozenset[str]
    addresses: frozenset[str]
    offices: frozenset[str]
    particles: frozenset[str]
    institutions: frozenset[str]
    dedications: frozenset[str]
    landmarks: frozenset[str]
    small_words: frozenset[str]
    houses: frozenset[str]
    families: frozenset[str]
    place_heads: frozenset[str]

    def with_places(self, places: frozenset[str]) -> Lexicon:
        """The same lexicon with more places."""
        return replace(
            self,
            places=self.places | places,
            place_heads=self.place_heads | _heads(places),
        )

    def is_name(self, word: str) -> bool:
        """Whether a folded word is known as a forename or a surname."""
        return word in self.forenames or word in self.surnames

    def may_be_addressed(self, word: str) -> bool:
        """Whether a folded word after Mr. can be a name although it is a title: Mr. Marshall."""
        named = word in self.surnames or word in _SURNAMES_TOO
        return named and word not in _FORMS_OF_ADDRESS

    def is_unnamed(self, word: str) -> bool:
        """Whether a folded word is a place, a demonym, a term, a month or the like."""
        return word in self.places or word in self.demonyms or word in self.terms

    def is_unknown(self, word: str) -> bool:
        """Whether only name lists, if any, hold the word: a rare word, perhaps a name."""
        return word not in self.ordinary and not self.is_unnamed(word) and word not in self.titles


JOINING = frozenset(("van", "vande", "vanden", "vander", "von", "bin", "binti", "ibn"))
"""Particles after which a surname follows, even one that is an ordinary word: PIETER VAN LOON."""


@functools.lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The word in lower case, without accents and without a possessive ending."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    for ending in ("'s", "’s"):
        plain = plain.removesuffix(ending)
    return plain.rstrip("'’")


@functools.cache
def load_lexicon() -> Lexicon:
    """The shipped word lists, read once per process."""
    lists = {
        name: _read(name)
        for name in (
            "common",
            "foreign",
            "forenames",
            "surnames",
            "places",
            "demonyms",
            "titles",
            "addresses",
            "offices",
            "particles",
            "institutions",
            "dedications",
            "landmarks",
            "small_words",
            "houses",
            "families",
        )
    }
    return Lexicon(
        ordinary=lists["common"] | _read("uncommon") | lists["foreign"],
        terms=_read("terms") | _read("organisations"),
        place_heads=_heads(lists["places"]),
        **lists,
    )


def _heads(places: frozenset[str]) -> frozenset[str]:
    return frozenset(place.partition(" ")[0] for place in places if " " in place)


def _read(name: str) -> frozenset[str]:
    """The words of a list: one per line, after the comments at its top."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    comments = _COMMENTS.match(text)
    return frozenset(text[comments.end() if comments else 0 :].rstrip("\n").split("\n"))
