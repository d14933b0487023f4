"""The marking probably meant by a text that cannot be read.

Words unknown to the register are repaired: a letter lost, added, changed or swapped, a digit that
a scanner produced for a letter, words run together or split. Each repair is read again; only those
that are then a marking count. A guess is made when one marking is clearly nearer than all others:
a wrong guess could lower protection, so doubt gives candidates and no guess.
"""

from __future__ import annotations

from collections.abc import Callable

from redact.markings.facts import facts_of, names_of
from redact.markings.foreign_release import NO_FOREIGN
from redact.markings.lexicon import words_of
from redact.markings.marking import Marking, level_rank
from redact.markings.reading import Reading
from redact.markings.register import Register
from redact.markings.repair import SUSPICIOUS, plain_text, repairs
from redact.markings.respell import respell
from redact.values import dataclass

LONGEST = 120
"""Longer texts are not guessed at."""

_IMPLAUSIBLE = frozenset(
    {"category-order", "entry-order", "unknown-code", "duplicate", "missing-list"}
)
"""Problems that a correctly repaired marking seldom has."""

_MISPLACED = frozenset({"category-order", "abbreviated", "declassification"})
"""Problems of words that may be misspelt words of another category."""

_MARGIN = 0.75
"""How much further away every other marking must be for a guess; 1 is one letter."""

_FURTHEST = 2.5
"""Highest cost of a guess: more means two words changed, or one that hardly matches."""

_SMALL = 0.5
"""Cost of a repair that changes no letter: a blank, a separator, a digit."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``meant`` is the one likely marking, if any; ``candidates`` the nearest, best first."""

    meant: Marking | None
    candidates: tuple[Marking, ...]


def suggest(reading: Reading, register: Register, read: Callable[[str], Reading]) -> Suggestion:
    """The marking probably meant by an unreadable one; ``read`` parses a repaired text."""
    text = plain_text(reading.text)
    if len(text) > LONGEST or not text:
        return Suggestion(None, ())
    costs: dict[Marking, float] = {}
    unlisted: set[Marking] = set()
    for cost, repaired in repairs(text, register, read):
        again = read(repaired)
        found = again.marking
        if found is None or not (found.level or found.cui):
            continue
        if any(problem.kind in SUSPICIOUS for problem in again.problems):
            continue  # what made the marking suspicious is still there
        cost += _doubt(found, again, register)
        if _holds_doubtful_code(found, again):
            unlisted.add(found)
        costs[found] = min(cost, costs.get(found, cost))
    ranked = sorted(costs.items(), key=lambda item: (item[1], item[0].banner()))
    sure = (
        ranked
        and ranked[0][1] <= _FURTHEST
        and (len(ranked) == 1 or ranked[1][1] - ranked[0][1] >= _MARGIN)
    )
    if reading.marking is not None and ranked and ranked[0][1] > _SMALL:
        sure = False  # every word is known, so another word must be nearer than one letter
    if ranked and ranked[0][0] in unlisted:
        sure = False  # a code that no register lists may itself be misspelt
    return Suggestion(
        meant=ranked[0][0] if sure else None,
        candidates=tuple(marking for marking, _ in ranked[:5]),
    )


def _holds_doubtful_code(marking: Marking, reading: Reading) -> bool:
    """Whether a country code is not in the register, or a program identifier, which no register
    lists, holds a digit that may be a scanned letter: ``SAR-8P``.
    """
    unknown = any(problem.kind == "unknown-code" for problem in reading.problems)
    return unknown or any(char.isdigit() for program in marking.sap for char in program)


def rivals(
    reading: Reading, proper: Marking, register: Register, read: Callable[[str], Reading]
) -> tuple[Marking, ...]:
    """Markings one letter away that would be faultless and protect more than ``proper``.

    A word out of category or form may be misspelt although it is known: SSI for SI, RS for RD.
    """
    kinds = {problem.kind for problem in reading.problems}
    # An entry separated like a category may be a misspelt entry of another category.
    parted = any(p.kind == "separator" and p.fix == register.style.entry for p in reading.problems)
    if not kinds & _MISPLACED and not parted:
        return ()
    text = plain_text(reading.text)
    found: list[Marking] = []
    for word in words_of(text) if len(text) <= LONGEST else ():
        for _, repaired in respell(word.text, register):
            other = read(text[: word.start] + repaired + text[word.end :])
            marking = other.marking
            if marking is None or other.problems or _faults(marking, register):
                continue
            if _more(marking, proper):
                found.append(marking)
    return tuple(dict.fromkeys(found))


def _more(one: Marking, other: Marking) -> bool:
    """Whether ``one`` has a higher level or a system that ``other`` lacks, or forbids a foreign
    release that ``other`` allows, or has all its systems and one more control.
    """
    systems, controls = ("sci", "sap", "aea"), ("dissem", "non_ic")
    return (
        level_rank(one.level) > level_rank(other.level)
        or _adds(one, other, systems)
        or bool(NO_FOREIGN & _tokens(one, controls) - _tokens(other, controls))
        or (_adds(one, other, controls) and not _adds(other, one, systems))
    )


def _adds(one: Marking, other: Marking, fields: tuple[str, ...]) -> bool:
    return bool(_tokens(one, fields) - _tokens(other, fields))


def _tokens(marking: Marking, fields: tuple[str, ...]) -> set[str]:
    return {token for field in fields for token in getattr(marking, field)}


def _faults(marking: Marking, register: Register) -> int:
    """Number of controls that are obsolete or conflict with the level or one another."""
    names = names_of(marking, register)
    return sum(
        (bool(fact.levels) and marking.level is not None and marking.level not in fact.levels)
        + any(name not in names for name in fact.requires)
        + any(name in names for name in fact.excludes)
        + (fact.until is not None)
        for fact in facts_of(marking, register)
    )


def _doubt(marking: Marking, reading: Reading, register: Register) -> float:
    """Evidence against a repair: controls that conflict, faults in its form."""
    kinds = {problem.kind for problem in reading.problems}
    wrong = [problem for problem in reading.problems if problem.kind in _IMPLAUSIBLE]
    form = kinds & {"abbreviated", "spelled-out", "foreign-prefix", "second-system"}
    return 0.75 * _faults(marking, register) + len(wrong) + 0.75 * len(form)
