"""The head of a marking: its level, and its owners where they are not the system's own country."""

from __future__ import annotations

from redact.markings.countries import CONCEALED, keep_code, looks_like_code, read_codes
from redact.markings.level_words import level_at, read_level
from redact.markings.lexicon import Spelling
from redact.markings.walk import Walk


def read_head(walk: Walk) -> int:
    """Read level and owners; the index of the first word after them."""
    lead = walk.words[0].before if walk.words else walk.text[walk.start :]
    foreign = bool(walk.style.foreign) and lead.strip().startswith("/")
    walk.tally.non_us = foreign
    if not walk.words:
        return 0
    if lead.strip() != (walk.style.foreign if foreign else ""):
        walk.tally.separator(walk.words[0], walk.style.foreign if foreign else "")
    if walk.words[0].text == walk.style.joint:
        return _joint(walk)
    spelling = walk.lexicon.match(walk.words, 0)
    if spelling and spelling.control and spelling.control.category == "nato":
        return _nato(walk, spelling, foreign)
    owners = _owners(walk, foreign)
    if owners:
        return _owned(walk, owners, foreign)
    return read_level(walk, 0) or 0


def _joint(walk: Walk) -> int:
    """Read ``JOINT SECRET CAN GBR USA``; the level may also come after the owners."""
    walk.tally.non_us = True
    _claim_foreign(walk, walk.words[0].before.strip() == walk.style.foreign)
    index = read_level(walk, 1, " ") or 1
    index = read_codes(walk, index, "joint", " ")
    if walk.tally.level is None:
        index = read_level(walk, index, " ") or index
    return index


def _nato(walk: Walk, spelling: Spelling, foreign: bool) -> int:
    end = len(spelling.words)
    _claim_foreign(walk, foreign)
    walk.tally.non_us = True
    walk.keep(spelling, 0, end)
    if spelling.joined is not None:
        walk.add(spelling.joined.category, spelling.joined.name, 0, end)
    if spelling.control and spelling.control.level:
        walk.tally.level = spelling.control.level
    return end


def _owners(walk: Walk, foreign: bool) -> int:
    """Number of words at the start that name countries owning the marking."""
    count = 0
    if 0 in walk.lists_before:
        return 0
    while count < len(walk.words) and (count == 0 or not walk.words[count].before.strip()):
        text = walk.words[count].text
        countries = walk.register.countries
        known = text in countries or text == CONCEALED
        # UK SECRET; a slip for the system's own country (US SECRET) is not an owner here.
        known = known or countries.slips.get(text) not in (None, countries.first)
        shaped = foreign and looks_like_code(text) and not walk.lexicon.match(walk.words, count)
        # TOP alone is not an owner: written before the level it would read as part of it.
        shaped = shaped and not any(n.name.split()[0] == text for n in walk.register.levels)
        if not known and not shaped:
            break
        count += 1
    return count if count and (foreign or level_at(walk, count) is not None) else 0


def _owned(walk: Walk, count: int, foreign: bool) -> int:
    _claim_foreign(walk, foreign)
    walk.tally.non_us = True
    for index, word in enumerate(walk.words[:count]):
        if index:
            walk.tally.separator(word, " ")
        keep_code(walk, "fgi", index, index + 1)
    return read_level(walk, count, " ") or count


def _claim_foreign(walk: Walk, shown: bool) -> None:
    """Report a marking of another country that lacks its opening sign."""
    if not shown and not walk.style.whole_is_foreign:
        start = walk.words[0].start
        message = f"{walk.style.foreign} is missing before a marking of another system"
        walk.tally.report("foreign-prefix", start, start, message, walk.style.foreign)
