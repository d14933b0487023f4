"""Parsing a marking: from its text to a `Marking`, with all faults in its form.

Parsing is lenient about separators, order and spelling, and reports each fault with its position;
it is strict about words. A word that the register does not know makes the marking unreadable:
unknown never passes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from redact.markings.arrange import arrange, in_words_of_nato, modernise, with_codes
from redact.markings.fold import fold_mark
from redact.markings.marking import Marking
from redact.markings.reader import read_words
from redact.markings.reading import Problem, Reading
from redact.markings.register import Register, load_register
from redact.markings.write import write_marking
from redact.sources import Span

UNREADABLE = "unknown-token"
"""The problem that makes a marking unreadable."""

_DOUBTFUL = frozenset(
    {
        *("levels-conflict", "level-repeated", "second-system"),
        *("missing-level", "empty", "unknown-category"),
    }
)
"""Problems that make the meaning of a marking doubtful although every word of it is known."""

_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")
"""Brackets of portion marks; only the round ones are correct."""

_CAPITALS = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
"""ASCII only: the upper case of other letters may be longer, which would shift offsets."""

_CACHED_LENGTH = 200
"""Longer texts are no real marks; caching them would let a hostile file fill memory."""


def parse_marking(text: str, register: Register, form: str = "banner") -> Reading:
    """The meaning of ``text`` as a marking of the register, read as ``banner`` or ``portion``.

    A portion may come with or without its brackets. Never raises; takes linear time. Spans of
    problems are offsets into ``text``.
    """
    if len(text) > _CACHED_LENGTH:
        return _parse(text, register, form)
    return _cached_parse(text, register, form)


@lru_cache(maxsize=4096)
def _cached_parse(text: str, register: Register, form: str) -> Reading:
    return _parse(text, register, form)


def _parse(text: str, register: Register, form: str) -> Reading:
    reading = _read(text, register, form)
    kinds = {problem.kind for problem in reading.problems}
    proper = None
    if reading.marking is not None and not kinds & _DOUBTFUL:
        proper = _proper(reading, reading.marking)
        if proper is None:
            return reading
    from redact.markings.certainty import is_certain
    from redact.markings.suggest import rivals, suggest

    if proper is not None:
        others = rivals(reading, proper, register, lambda other: _read(other, register, form))
        if others or not is_certain(reading, proper, register):
            return replace(reading, candidates=_written((proper, *others), form))
        return replace(reading, meant=write_marking(proper, form))
    unread = [problem for problem in reading.problems if problem.kind == UNREADABLE]
    if unread and all(problem.fix for problem in unread):
        return reading  # the register knows the words, and that they are not a marking
    suggestion = suggest(reading, register, lambda other: _read(other, register, form))
    return replace(
        reading,
        meant=write_marking(arrange(suggestion.meant), form) if suggestion.meant else None,
        candidates=_written(suggestion.candidates, form),
    )


def _written(markings: Iterable[Marking], form: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(write_marking(arrange(marking), form) for marking in markings))


def _read(text: str, register: Register, form: str) -> Reading:
    """The reading of the text, without a guess at what was meant."""
    folded = fold_mark(text)
    start, end = _without_brackets(folded.text, form)
    tally = read_words(folded.text[:end].translate(_CAPITALS), start, register, form)
    problems = [
        replace(problem, span=folded.span(problem.span.start, problem.span.end))
        for problem in tally.problems
    ]
    problems += [
        Problem(kind="lookalike", span=span, message="look-alike or invisible character in a mark")
        for span in folded.disguised
    ]
    if _are_square(folded.text, start):
        message = "mark does not stand in round brackets"
        problems.append(Problem(kind="brackets", span=Span(0, len(text)), message=message))
    if any(char.islower() for char in folded.text):
        problems.append(Problem(kind="case", span=Span(0, len(text)), message="not in capitals"))
    unread = any(problem.kind == UNREADABLE for problem in problems)
    return Reading(
        text=text,
        form=form,
        marking=None if unread else tally.marking(),
        problems=tuple(sorted(problems, key=lambda problem: (problem.span, problem.kind))),
    )


def _proper(reading: Reading, marking: Marking) -> Marking | None:
    """The marking as it should be, ``None`` where it is already or cannot be determined."""
    better = modernise(in_words_of_nato(marking))
    slips = {
        problem.span.of(reading.text).upper(): problem.fix
        for problem in reading.problems
        if problem.kind == "unknown-code"
    }
    listless = any(problem.kind == "missing-list" for problem in reading.problems)
    if listless or not all(slips.values()):
        return None
    better = with_codes(better, {wrong: right for wrong, right in slips.items() if right})
    first = better.rel_to and load_register(marking.system).countries.first
    if first and first not in better.rel_to:
        better = replace(better, rel_to=(first, *better.rel_to))
    if not reading.problems and better == marking:
        return None
    return arrange(better)


def _without_brackets(text: str, form: str) -> tuple[int, int]:
    """Start and end of the text inside one outer pair of brackets and blanks.

    A portion mark may have brackets of another kind, which is reported.
    """
    stripped = text.strip()
    is_portion = form == "portion"
    if stripped.startswith(_OPENING if is_portion else "(") and stripped.endswith(
        _CLOSING if is_portion else ")"
    ):
        start = text.index(stripped)
        return start + 1, max(start + 1, start + len(stripped) - 1)
    return 0, len(text)


def _are_square(text: str, start: int) -> bool:
    """Whether the brackets skipped before the offset ``start`` are not round ones."""
    return start > 0 and text.strip()[:1] + text.strip()[-1:] != "()"
