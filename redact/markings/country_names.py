"""Countries written as names in a list of codes."""

from __future__ import annotations

from functools import lru_cache

from redact.markings.lexicon import Word, words_of
from redact.markings.register import Register


def name_at(words: list[Word], index: int, register: Register) -> tuple[str, int] | None:
    """The code of the country whose name starts at a word, and the index after the name."""
    for name, code in _names(register).get(words[index].text, ()):
        after = words[index + 1 : index + len(name)]
        if tuple(word.text for word in after) != name[1:]:
            continue
        if all(word.before.strip(" .'-") == "" for word in after):
            return code, index + len(name)
    return None


@lru_cache(maxsize=16)
def _names(register: Register) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names with their codes, by first word, longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in register.countries.names.splitlines():
        code, _, names = line.partition(" ")
        for name in names.split(";"):
            words = tuple(word.text for word in words_of(name))
            found.setdefault(words[0], []).append((words, code))
    return {
        first: tuple(sorted(same, key=lambda pair: (-len(pair[0]), pair)))
        for first, same in found.items()
    }
