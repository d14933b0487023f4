"""Lists of countries: REL TO, DISPLAY ONLY, EYES ONLY, FGI, JOINT."""

from __future__ import annotations

import re

from redact.markings.control import Control
from redact.markings.country_names import name_at
from redact.markings.walk import Walk

CONCEALED = "FGI"
"""Replaces a country that must not be named."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,3}")

_PARTS_CODES = re.compile(r"/?|[-,;:.&+ ]{1,8}")
"""What may separate two codes that the register knows; the right separator is checked elsewhere."""

_SCANNED = str.maketrans("01568", "OISGB")
"""Digits that scanners produce in place of letters."""


def looks_like_code(text: str) -> bool:
    """Whether a word has the form of a country code, registered or not."""
    return _CODE.fullmatch(text) is not None


def read_list(walk: Walk, control: Control, index: int) -> int:
    """Read the countries after REL TO, DISPLAY ONLY or FGI."""
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
    """Read a list before its control: ``USA/GBR EYES ONLY``."""
    at, control = walk.lists_before[index]
    word = walk.words[index]
    walk.tally.enter(control.category, word, walk.words[at].end, walk.lexicon.ranks[control.name])
    for place in range(index, at):
        if place > index:
            walk.tally.separator(walk.words[place], control.list_separator, "list-separator")
        keep_code(walk, control.list_field or control.category, place, place + 1)
    return at + len(control.name.split())


def read_codes(walk: Walk, index: int, field: str, separator: str) -> int:
    """Read countries from a word on; the index of the first word that is none.

    A country may be given by name, which is stored as its code and reported.
    """
    first, wanted = index, " "
    while index < len(walk.words):
        if index > first and _is_conjunction(walk, index, separator):
            walk.report(
                "list-separator", index, index + 1, "a word separates the countries", separator
            )
            index, wanted = index + 1, walk.words[index + 1].before
            continue
        end = _country(walk, index, separator, is_first=index == first)
        if end == index:
            break
        walk.tally.separator(walk.words[index], wanted, "list-separator")
        keep_code(walk, field, index, end)
        index, wanted = end, separator
    return index


def starts_list(walk: Walk, index: int) -> bool:
    """Whether a word, after a blank, begins a country, by code or by name."""
    if index >= len(walk.words) or walk.words[index].before.strip():
        return False
    return _country(walk, index, "", is_first=True) > index


def _country(walk: Walk, index: int, separator: str, *, is_first: bool) -> int:
    """The index after the country that begins at a word, the same index if none does."""
    word = walk.words[index]
    bare = word.before.strip()
    if index in walk.lists_before:
        return index
    if word.text in walk.register.countries and _PARTS_CODES.fullmatch(bare):
        return index + 1
    if bare not in ("", ",", "/"):
        return index
    named = name_at(walk.words, index, walk.register)
    if named is not None:
        return named[1]
    if walk.lexicon.match(walk.words, index) is not None or walk.is_category(index):
        return index
    if walk.register.countries.slips.get(word.text) and bare != "/":
        return index + 1
    in_place = bare == separator.strip() or (is_first and not bare)
    return index + int(in_place and looks_like_code(word.text))


def _is_conjunction(walk: Walk, index: int, separator: str) -> bool:
    """Whether AND is the conjunction and not Andorra: it is not enclosed by the list's commas."""
    if walk.words[index].text != "AND" or separator.strip() != "," or index + 1 >= len(walk.words):
        return False
    return not walk.words[index + 1].before.strip() and (
        _country(walk, index + 1, separator, is_first=True) > index + 1
    )


def keep_code(walk: Walk, field: str, index: int, end: int) -> None:
    """Store the country named by the words from ``index`` up to ``end``.

    A code unknown to the register is stored too, and reported; a name is stored as its code.
    """
    countries = walk.register.countries
    word = walk.words[index]
    named = name_at(walk.words, index, walk.register)
    if named is not None and word.text not in countries:
        code, _ = named
        walk.report("country-name", index, end, f"{code} is spelled out", code)
        walk.add(field, code, index, end)
        return
    if word.text not in countries and word.text != CONCEALED:
        right = countries.slips.get(word.text)
        scanned = word.text.translate(_SCANNED)
        leads = field == "rel_to" and not walk.tally.tokens[field]
        # Only a release list names its first country, once, before all others.
        if scanned in countries and leads == (scanned == countries.first):
            right = scanned
        elif right == countries.first and not leads:
            right = None
        message = "code is not in the register"
        walk.tally.report("unknown-code", word.start, word.end, message, right)
    walk.tally.add(field, word.text, word.start, word.end)
