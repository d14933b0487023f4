"""The words of a register as a run of letters in a marking may show them."""

from __future__ import annotations

from functools import lru_cache

from redact.markings.control import Control
from redact.markings.lexicon import lexicon_of
from redact.markings.register import Register

_LONG = 7
"""Letters from which a word can hardly be mistaken for another."""


@lru_cache(maxsize=16)
def vocabulary(register: Register) -> dict[str, str]:
    """What runs of letters may stand for: single words, and spellings run together, as written.

    Country codes are included for words run together; no code is guessed from another, since one
    letter makes another country.
    """
    lexicon = lexicon_of(register)
    found: dict[str, str] = {}
    for spellings in lexicon.spellings.values():
        for spelling in spellings:
            if (
                spelling.kind in ("declassification", "remark", "misnomer")
                or spelling.joined is not None
            ):
                continue
            if _is_rare(spelling.control) or (spelling.kind, spelling.form) == ("level", "other"):
                continue  # CNF is likelier C and NF than CONF
            written = "".join(
                before + word
                for before, word in zip(("", *spelling.separators), spelling.words, strict=True)
            )
            found.setdefault("".join(spelling.words), written)
            if spelling.form not in ("other", "title"):
                for word in spelling.words:
                    found.setdefault(word, word)
    for control in register.controls:
        for part in () if _is_rare(control) else control.parts:
            if part.name and len(part.name) > 2:
                found.setdefault(part.name, part.name)
            if part.name:
                found.setdefault(control.name + part.name, f"{control.name}-{part.name}")
    for category in lexicon.cui_categories.values():
        found.setdefault(category, category)
    if register.style.joint:
        found[register.style.joint] = register.style.joint
    for code in (*register.countries.codes, *register.countries.groups):
        found.setdefault(code, code)
    return found


def _is_rare(control: Control | None) -> bool:
    """Whether a word is obsolete and short: a lookalike is more likely another word."""
    return control is not None and control.until is not None and len(control.name) < _LONG


@lru_cache(maxsize=16)
def lowest_words(register: Register) -> frozenset[str]:
    """Words of the lowest level: CLASSIFIED is two letters from one and means the opposite."""
    lowest = register.levels[0] if register.levels else None
    return frozenset((lowest.word, *lowest.telegram) if lowest and lowest.rank == 0 else ())
