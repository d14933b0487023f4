"""The marking that was meant by one that cannot be read.

Words the register does not know are repaired: a letter lost, added, changed or swapped, a figure
that a scanner took for a letter, words run together or torn apart. Each repair is read again; only
what then is a marking counts. A guess is made when one marking is clearly nearer than all others:
a wrong guess could lower protection, so doubt gives candidates and no guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from redact.markings.control import Control
from redact.markings.facts import facts_of, names_of
from redact.markings.lexicon import Word, lexicon_of, words_of
from redact.markings.marking import Marking, level_rank
from redact.markings.reading import Reading
from redact.markings.register import Register
from redact.sources import Span

LONGEST = 120
"""Longer texts are not guessed at."""

MOST_UNKNOWN = 3
"""More unknown words than this are no misspelt marking but another text."""

SUSPICIOUS = ("unknown-token", "levels-conflict", "level-repeated", "second-system")
"""Problems of words that may be misspelt, though they may spell something."""

_IMPLAUSIBLE = frozenset({"category-order", "entry-order", "unknown-code", "duplicate"})
"""Problems that a rightly repaired marking seldom has."""

_MARGIN = 0.75
"""How much further away every other marking must be for a guess; 1 is one letter."""

_SMALL = 0.5
"""Cost of a repair that changes no letter: a blank, a separator, a figure."""

_KEPT = {1: 12, 2: 8, 3: 5}
"""Repairs of each word that are tried, by how many words are unknown."""

_SCANNED = {
    "0": "OD", "1": "IL", "2": "Z", "3": "B", "5": "S", "6": "G", "7": "T", "8": "B", "9": "G",
    "G": "C", "V": "U", "$": "S", "|": "I", "!": "I", "@": "A", "€": "C", "£": "E",
}  # fmt: skip
"""Characters that scanners and typists put in the place of a letter."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``meant`` is the one likely marking, if one is; ``candidates`` the nearest, best first."""

    meant: Marking | None
    candidates: tuple[Marking, ...]


def suggest(reading: Reading, register: Register, read: Callable[[str], Reading]) -> Suggestion:
    """What was probably meant by an unread marking; ``read`` reads a repaired text."""
    text = _plain(reading.text)
    if len(text) > LONGEST or not text:
        return Suggestion(None, ())
    costs: dict[Marking, float] = {}
    for cost, repaired in _repairs(text, register, read):
        again = read(repaired)
        found = again.marking
        if found is None or not (found.level or found.cui):
            continue
        if any(problem.kind in SUSPICIOUS for problem in again.problems):
            continue  # what made the marking suspicious is still there
        cost += _doubt(found, again, register)
        costs[found] = min(cost, costs.get(found, cost))
    ranked = sorted(costs.items(), key=lambda item: (item[1], item[0].banner()))
    sure = ranked and (len(ranked) == 1 or ranked[1][1] - ranked[0][1] >= _MARGIN)
    if reading.marking is not None and ranked and ranked[0][1] > _SMALL:
        sure = False  # every word is known, so another word must be nearer than one letter
    return Suggestion(
        meant=ranked[0][0] if sure else None,
        candidates=tuple(marking for marking, _ in ranked[:5]),
    )


def rivals(
    reading: Reading, proper: Marking, register: Register, read: Callable[[str], Reading]
) -> tuple[Marking, ...]:
    """Markings one letter away that would be faultless and protect more than ``proper``.

    A word out of its category or its form may be misspelt and yet be known: SSI for SI, RS for RD.
    """
    if not {"category-order", "abbreviated"} & {problem.kind for problem in reading.problems}:
        return ()
    text = _plain(reading.text)
    found: list[Marking] = []
    for word in words_of(text) if len(text) <= LONGEST else ():
        for _, repaired in _of_word(word.text, register):
            other = read(text[: word.start] + repaired + text[word.end :])
            if other.marking is not None and not other.problems and _more(other.marking, proper):
                found.append(other.marking)
    return tuple(dict.fromkeys(found))


def _more(one: Marking, other: Marking) -> bool:
    """Whether ``one`` has a higher level, a system or NOFORN that ``other`` lacks."""
    return (
        level_rank(one.level) > level_rank(other.level)
        or any(
            set(getattr(one, field)) - set(getattr(other, field)) for field in ("sci", "sap", "aea")
        )
        or ("NOFORN" in one.dissem and "NOFORN" not in other.dissem)
    )


def _plain(text: str) -> str:
    """``text`` in capitals with the signs that stand for letters read as letters."""
    plain = text.strip().removeprefix("(").removesuffix(")").upper()
    return "".join(_SCANNED[c][0] if c in "$|!@€£" and _inside(plain, i) else c
                   for i, c in enumerate(plain))  # fmt: skip


def _inside(text: str, index: int) -> bool:
    """Whether a sign stands directly at a letter, as a part of its word."""
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    return any(c.isalnum() for c in around)


def _repairs(
    text: str, register: Register, read: Callable[[str], Reading]
) -> Iterator[tuple[float, str]]:
    """Texts with every unknown word repaired, each with the cost of its repairs."""
    words = words_of(text)
    # A country is unknown only where the list it belongs to is: REL TO run together.
    unknown = [
        index
        for index in _unknown_words(text, words, read)
        if words[index].text not in register.countries
    ]
    if not words or len(unknown) > MOST_UNKNOWN:
        return
    if not unknown:
        yield 0.5, text  # only signs were in the way
        return
    yield from _joined(text, words, unknown, register)
    options = [_options(words, index, register) for index in unknown]
    if len(unknown) > 1:  # a word may be unknown only because of its neighbour
        options = [
            ((0.0, words[index].text), *found)
            for index, found in zip(unknown, options, strict=True)
        ]
    for choice in product(*(found[: _KEPT[len(unknown)]] for found in options)):
        repaired, done = "", 0
        for index, (_, word) in zip(unknown, choice, strict=True):
            repaired += text[done : words[index].start] + word
            done = words[index].end
        yield sum(cost for cost, _ in choice), repaired + text[done:]


def _options(words: list[Word], index: int, register: Register) -> tuple[tuple[float, str], ...]:
    """Repairs of one word; a compartment is repaired to one of its own system only."""
    word = words[index]
    if index == 0 or word.before.strip() != "-":
        return _of_word(word.text, register)
    system = register.control(words[index - 1].text)
    if system is None or not system.parts:
        return _of_word(word.text, register)
    return _of_compartment(word.text, system, register)


@lru_cache(maxsize=512)
def _of_compartment(
    word: str, system: Control, register: Register
) -> tuple[tuple[float, str], ...]:
    from rapidfuzz.distance import OSA

    names = [part.name for part in system.parts if part.name]
    found = [(OSA.distance(word, name), name) for name in names]
    near = [(distance + 0.25, name) for distance, name in found if distance <= 1]
    vocabulary = _vocabulary(register)
    joined = [
        (0.5, f"{name} {vocabulary[word.removeprefix(name)]}")
        for name in names
        if word.startswith(name) and word.removeprefix(name) in vocabulary
    ]
    return tuple(sorted(near + joined))


def _unknown_words(text: str, words: list[Word], read: Callable[[str], Reading]) -> list[int]:
    problems = read(text).problems
    spans = [p.span for p in problems if p.kind in SUSPICIOUS]
    lost = any(problem.kind == "missing-level" for problem in problems)
    if words and not spans and lost and not text.startswith("/"):
        spans = [Span(words[0].start, words[0].end)]
    return [
        index
        for index, word in enumerate(words)
        if any(span.start < word.end and word.start < span.end for span in spans)
    ]


def _joined(
    text: str, words: list[Word], unknown: list[int], register: Register
) -> Iterator[tuple[float, str]]:
    """Two words that a blank tore apart, put together again."""
    vocabulary = _vocabulary(register)
    for index in range(len(words) - 1):
        left, right = words[index], words[index + 1]
        whole = left.text + right.text
        torn = not right.before.strip(" .-") and {index, index + 1} & set(unknown)
        if torn and whole in vocabulary:
            yield 0.25, text[: left.start] + vocabulary[whole] + text[right.end :]


@lru_cache(maxsize=2048)
def _of_word(word: str, register: Register) -> tuple[tuple[float, str], ...]:
    """The nearest repairs of one word, each with its cost."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    vocabulary = _vocabulary(register)
    found: dict[str, float] = {}

    def note(cost: float, repaired: str) -> None:
        found[repaired] = min(cost, found.get(repaired, cost))

    for variant, cost in _scanned(word):
        if variant in vocabulary:
            note(cost, vocabulary[variant])
    allowed = 1 if len(word) < 6 else 2
    countries = register.countries
    spellings = [known for known in vocabulary if known not in countries]
    for near, distance, _ in process.extract(
        word, spellings, scorer=OSA.distance, score_cutoff=allowed, limit=None
    ):
        if not (distance == 2 and vocabulary[near] in _lowest_words(register)):
            note(distance + (0.25 if len(word) < 3 else 0), vocabulary[near])
    for pieces in _run_together(word, vocabulary):
        note(0.5 * (len(pieces) - 1), " ".join(vocabulary[piece] for piece in pieces))
    ranked = sorted(found.items(), key=lambda item: (item[1], item[0]))
    return tuple((cost, repaired) for repaired, cost in ranked[: max(_KEPT.values())])


def _scanned(word: str) -> Iterator[tuple[str, float]]:
    """The word with one or all doubtful characters as the letters they stand for."""
    for index, char in enumerate(word):
        if len(word) == 1 and char.isalpha():
            return  # a letter alone is as likely another letter
        for letter in _SCANNED.get(char, ""):
            yield word[:index] + letter + word[index + 1 :], 0.25
    every = "".join(_SCANNED[c][0] if c.isdigit() and c in _SCANNED else c for c in word)
    if every != word:
        yield every, 0.5


def _run_together(word: str, vocabulary: dict[str, str]) -> list[list[str]]:
    """The word as two or three words of the vocabulary; the fewest pieces only."""
    if not 3 <= len(word) <= 40:
        return []
    two = [
        [word[:cut], word[cut:]]
        for cut in range(1, len(word))
        if word[:cut] in vocabulary and word[cut:] in vocabulary
    ]
    if two:
        return two
    return [
        [word[:first], word[first:second], word[second:]]
        for first in range(1, len(word) - 1)
        if word[:first] in vocabulary
        for second in range(first + 1, len(word))
        if word[first:second] in vocabulary and word[second:] in vocabulary
    ][: _KEPT[3]]


@lru_cache(maxsize=16)
def _vocabulary(register: Register) -> dict[str, str]:
    """What a run of letters may be: single words, and spellings run together, as they are written.

    Country codes are among them for words run together; no code is guessed from another, since one
    letter makes another country.
    """
    lexicon = lexicon_of(register)
    found: dict[str, str] = {}
    for spellings in lexicon.spellings.values():
        for spelling in spellings:
            if spelling.kind in ("declassification", "remark"):
                continue
            written = "".join(
                before + word
                for before, word in zip(("", *spelling.separators), spelling.words, strict=True)
            )
            found.setdefault("".join(spelling.words), written)
            if spelling.form not in ("other", "title"):
                for word in spelling.words:
                    found.setdefault(word, word)
    for control in register.controls:
        for part in control.parts:
            if part.name and len(part.name) > 2:
                found.setdefault(part.name, part.name)
            if part.name:
                found.setdefault(control.name + part.name, f"{control.name}-{part.name}")
    for category in lexicon.cui_categories:
        found.setdefault(category, category)
    if register.style.joint:
        found[register.style.joint] = register.style.joint
    for code in (*register.countries.codes, *register.countries.groups):
        found.setdefault(code, code)
    return found


@lru_cache(maxsize=16)
def _lowest_words(register: Register) -> frozenset[str]:
    """Words of the lowest level: CLASSIFIED is two letters from it and means the contrary."""
    lowest = register.levels[0] if register.levels else None
    return frozenset((lowest.word, *lowest.telegram) if lowest and lowest.rank == 0 else ())


def _doubt(marking: Marking, reading: Reading, register: Register) -> float:
    """What speaks against a repair: controls that do not go together, a form that is not right."""
    names = names_of(marking, register)
    faults = sum(
        (bool(fact.levels) and marking.level is not None and marking.level not in fact.levels)
        + any(name not in names for name in fact.requires)
        + any(name in names for name in fact.excludes)
        for fact in facts_of(marking, register)
    )
    kinds = {problem.kind for problem in reading.problems}
    wrong = kinds & _IMPLAUSIBLE
    form = kinds & {"abbreviated", "spelled-out", "foreign-prefix", "second-system"}
    return 0.5 * faults + len(wrong) + 0.5 * len(form)
