"""Lists of countries: REL TO, DISPLAY ONLY, EYES ONLY, FGI, JOINT."""

from __future__ import annotations

import re

from redact.markings.control import Control
from redact.markings.lexicon import Word
from redact.markings.walk import Walk

CONCEALED = "FGI"
"""Stands in the place of a country that must not be named."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,3}")

_SCANNED = str.maketrans("01568", "OISGB")
"""Figures that scanners put in the place of letters."""


def looks_like_code(text: str) -> bool:
    """Whether a word has the form of a country code, registered or not."""
    return _CODE.fullmatch(text) is not None


def read_list(walk: Walk, control: Control, index: int) -> int:
    """The countries after REL TO, DISPLAY ONLY or FGI."""
    field = control.list_field or control.category
    end = index
    if control.form == "list":
        end = read_codes(walk, index, field, control.list_separator)
    if end == index:
        name = "REL" if control.name == "REL TO" else control.name
        walk.add(control.category, name, index - 1, index)
        if control.category == "dissem":
            walk.report("missing-list", index - 1, index, f"{control.name} names no country")
    return end


def read_list_before(walk: Walk, index: int) -> int:
    """``USA/GBR EYES ONLY``."""
    at, control = walk.lists_before[index]
    word = walk.words[index]
    walk.tally.enter(control.category, word, walk.words[at].end, walk.lexicon.ranks[control.name])
    for place in range(index, at):
        if place > index:
            walk.tally.separator(walk.words[place], control.list_separator, "list-separator")
        keep_code(walk, control.list_field or control.category, walk.words[place])
    return at + len(control.name.split())


def read_codes(walk: Walk, index: int, field: str, separator: str) -> int:
    """Read country codes from a word on; the index of the first word that is none."""
    first = index
    while index < len(walk.words):
        word = walk.words[index]
        bare = word.before.strip()
        if bare not in ("", ",", "/") or index in walk.lists_before:
            break
        if word.text not in walk.register.countries and not (
            (bare == separator.strip() or (index == first and not bare))
            and looks_like_code(word.text)
            and walk.lexicon.match(walk.words, index) is None
            and not walk.is_category(index)
        ):
            break
        walk.tally.separator(word, separator if index > first else " ", "list-separator")
        keep_code(walk, field, word)
        index += 1
    return index


def keep_code(walk: Walk, field: str, word: Word) -> None:
    """Keep a country; a code the register lacks is kept too, and reported."""
    countries = walk.register.countries
    if word.text not in countries and word.text != CONCEALED:
        scanned = word.text.translate(_SCANNED)
        right = scanned if scanned in countries else countries.slips.get(word.text)
        leads = field == "rel_to" and not walk.tally.tokens[field]
        # Only a release list names this country, once, before all others.
        if leads != (right == countries.first):
            right = None
        message = "code is not in the register"
        walk.tally.report("unknown-code", word.start, word.end, message, right)
    walk.tally.add(field, word.text, word.start, word.end)
