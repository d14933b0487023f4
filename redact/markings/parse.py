"""Reading a marking: from its text to a `Marking`, with all that is wrong about its form.

Reading is tolerant of separators, order and spelling, and reports each fault where it stands; it is
strict about words. A word the register does not know leaves the marking unread: unknown never
passes.
"""

from __future__ import annotations

from functools import lru_cache

from redact.markings.arrange import arrange
from redact.markings.fold import fold
from redact.markings.marking import Marking
from redact.markings.reader import Reader
from redact.markings.reading import Problem, Reading
from redact.markings.register import Register
from redact.markings.write import write_marking
from redact.sources import Span

UNREADABLE = "unknown-token"
"""The problem that leaves a marking unread."""

_CAPITALS = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
"""Only ASCII: capitals of other letters may be longer than the letter, which moves offsets."""

_CACHED_LENGTH = 200
"""Longer texts are no marks in practice; keeping them would let a hostile file fill memory."""


def parse_marking(text: str, register: Register, form: str = "banner") -> Reading:
    """What ``text`` says as a marking of the register, read as ``banner`` or ``portion``.

    A portion may come with or without its brackets. Never raises; takes time in proportion to the
    length. Spans of problems are offsets of ``text``.
    """
    if len(text) > _CACHED_LENGTH:
        return _parse(text, register, form)
    return _remembered(text, register, form)


@lru_cache(maxsize=4096)
def _remembered(text: str, register: Register, form: str) -> Reading:
    return _parse(text, register, form)


def _parse(text: str, register: Register, form: str) -> Reading:
    folded = fold(text)
    start, end = _without_brackets(folded.text)
    reader = Reader(folded.text[:end].translate(_CAPITALS), start, register, form)
    reader.read()
    problems = [
        Problem(
            kind=p.kind, span=folded.span(p.span.start, p.span.end), message=p.message, fix=p.fix
        )
        for p in reader.tally.problems
    ]
    problems += [
        Problem(kind="lookalike", span=span, message="look-alike or invisible character in a mark")
        for span in folded.disguised
    ]
    if any(char.islower() for char in folded.text):
        span = Span(0, len(text))
        problems.append(Problem(kind="case", span=span, message="not in capitals"))
    unread = any(problem.kind == UNREADABLE for problem in problems)
    marking = None if unread else reader.tally.marking()
    return Reading(
        text=text,
        form=form,
        marking=marking,
        problems=tuple(sorted(problems, key=lambda problem: (problem.span, problem.kind))),
        meant=_in_order(marking, form) if marking is not None and problems else None,
    )


def _in_order(marking: Marking, form: str) -> str | None:
    """The marking as it should be written, ``None`` where that cannot be told from its words."""
    return write_marking(arrange(marking), form) or None


def _without_brackets(text: str) -> tuple[int, int]:
    """Where the text inside one outer pair of brackets, and blanks, starts and ends."""
    start, end = 0, len(text)
    stripped = text.strip()
    if stripped.startswith("(") and stripped.endswith(")"):
        start, end = text.index("(") + 1, text.rindex(")")
    return start, end
