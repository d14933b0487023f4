"""Level words on a banner line or classification line."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.markings.fold import fold
from redact.markings.parse import parse_marking
from redact.markings.register import Register
from redact.markings.spelling import distances_from_beginnings


@lru_cache(maxsize=16)
def level_words(register: Register) -> tuple[str, ...]:
    """Every spelling of a level on a line, longest first."""
    words = {word for level in register.levels for word in (level.word, *level.telegram)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1024)  # banner lines repeat, and three rules use each
def unspaced(text: str, register: Register) -> str:
    """``text`` in capitals, spaced-out levels joined (``S E C R E T`` as ``SECRET``)."""
    plain = " ".join(fold(text).text.upper().split())
    for word, spaced in _spaced_words(register):
        plain = spaced.sub(word, plain)
    return plain


@lru_cache(maxsize=16)
def _spaced_words(register: Register) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each spelling of a level with the pattern of its spaced-out form."""
    letters = ((word, r"[\s-]*".join(word.replace(" ", ""))) for word in level_words(register))
    return tuple((word, re.compile(rf"(?<![A-Z]){spaced}(?![A-Z])")) for word, spaced in letters)


@lru_cache(maxsize=1024)
def levels_in(text: str, register: Register) -> tuple[str, ...]:
    """Names of the levels in ``text``, each once, in order of appearance."""
    names = {word: lv.name for lv in register.levels for word in (lv.word, *lv.telegram)}
    if not names:
        return ()  # a system without levels, such as CUI
    pattern = "|".join(map(re.escape, level_words(register)))
    line = _titles(register).sub("", unspaced(text, register))
    found = re.findall(rf"(?<![A-Z])(?:{pattern})(?![A-Z])", line)
    return tuple(dict.fromkeys(names[word] for word in found))


@lru_cache(maxsize=16)
def _titles(register: Register) -> re.Pattern[str]:
    """Titles of controls that contain the word of a level but state none: RESTRICTED DATA."""
    levels = {level.word for level in register.levels}
    titles = {
        control.title
        for control in register.controls
        if not levels.isdisjoint(control.title.split()) and control.title.isupper()
    }
    longest_first = sorted(titles, key=lambda title: (-len(title), title))
    return re.compile(
        rf"(?<![A-Z])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![A-Z])"
    )


def nearest_level(text: str, register: Register) -> str | None:
    """The level or label with which ``text`` begins, with at most two letters wrong.

    ``None`` when none, or more than one, is that close.
    """
    letters = "".join(c for c in fold(text).text.upper() if c.isalpha())
    entries = [(level.name, word) for level in register.levels for word in level.telegram]
    entries += [(label.name, word) for label in register.labels for word in label.telegram]
    distances = {(name, word): _beginning(letters, word) for name, word in entries}
    near = min(distances.values(), default=9)
    names = {name for (name, _), distance in distances.items() if distance == near}
    return names.pop() if near <= 2 and len(names) == 1 else None


def _beginning(letters: str, word: str) -> int:
    """Edit distance of a word from a line's first letters, up to two more or fewer than its own."""
    plain = word.replace(" ", "")
    distances = distances_from_beginnings(plain, letters[: len(plain) + 2])
    return min(distances[max(0, len(plain) - 2) :], default=len(plain))


def abbreviated_level(text: str, register: Register) -> str | None:
    """The level that a line abbreviates as in a portion mark (``TS//SI``), otherwise ``None``."""
    levels = {
        short: level.word
        for level in register.levels
        for short in (*level.portion, *level.spellings)
    }
    first = text.strip().partition("//")[0].strip().upper()
    word = levels.get(first)
    if word is None and text.strip().startswith("//"):
        return _after_owner(text, register)
    return word if word != first else None


def _after_owner(text: str, register: Register) -> str | None:
    """The level abbreviated after the owners of the marking: ``//GBR S``."""
    words = {level.word for level in register.levels}
    problems = parse_marking(text.strip(), register, "banner").problems
    return next((p.fix for p in problems if p.kind == "abbreviated" and p.fix in words), None)
