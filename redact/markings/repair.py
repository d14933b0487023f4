"""Corrections of a text that may be a misspelt marking, each with the cost of its repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, product

from redact.markings.known_words import vocabulary
from redact.markings.lexicon import Word, words_of
from redact.markings.reading import Reading
from redact.markings.register import Register
from redact.markings.respell import KEPT, SCANNED, respell, respell_compartment
from redact.sources import Span

MOST_UNKNOWN = 3
"""A text with more unknown words than this is not a misspelt marking."""

SUSPICIOUS = (
    *("unknown-token", "unknown-category"),
    *("levels-conflict", "level-repeated", "second-system"),
)
"""Problems of words that may be misspelt although they spell something."""


def repairs(
    text: str, register: Register, read: Callable[[str], Reading]
) -> Iterator[tuple[float, str]]:
    """Texts with every unknown word repaired, each with the cost of its repairs."""
    words = words_of(text)
    # A country is unknown only if the start of its list is: REL TO run together.
    unknown = [
        index
        for index in _unknown_words(text, words, read)
        if words[index].text not in register.countries
    ]
    if not words or len(unknown) > MOST_UNKNOWN:
        return
    if not unknown:
        yield 0.5, text  # only signs were wrong
        return
    yield from _joined(text, words, unknown, register)
    options = [_options(words, index, register) for index in unknown]
    if len(unknown) > 1:  # a word may be unknown only because of its neighbor
        options = [
            ((0.0, words[index].text), *found)
            for index, found in zip(unknown, options, strict=True)
        ]
    for choice in product(*(found[: KEPT[len(unknown)]] for found in options)):
        repaired, done = "", 0
        for index, (_, word) in zip(unknown, choice, strict=True):
            repaired += text[done : words[index].start] + word
            done = words[index].end
        yield sum(cost for cost, _ in choice), repaired + text[done:]


def _options(words: list[Word], index: int, register: Register) -> tuple[tuple[float, str], ...]:
    """Repairs of one word; a compartment is repaired only to one of its own system."""
    word = words[index]
    if index == 0 or word.before.strip() != "-":
        return respell(word.text, register)
    system = register.control(words[index - 1].text)
    if system is None or not system.parts:
        return respell(word.text, register)
    return respell_compartment(word.text, system, register)


def _unknown_words(text: str, words: list[Word], read: Callable[[str], Reading]) -> list[int]:
    problems = read(text).problems
    spans = [p.span for p in problems if p.kind in SUSPICIOUS]
    spans += [
        Span(left.start, left.end)
        for left, right in pairwise(words)
        if right.before == "-" and any(span.start == right.start for span in spans)
    ]  # SSI takes no compartment: the word before may be the misspelt one
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
    """Texts with two words joined that a stray blank separated."""
    known = vocabulary(register)
    for index in range(len(words) - 1):
        left, right = words[index], words[index + 1]
        whole = left.text + right.text
        apart = " .-" if len(whole) > 3 else " ."  # S-G is likelier SI-G than SG
        torn = not right.before.strip(apart) and {index, index + 1} & set(unknown)
        if torn and whole in known:
            yield 0.25, text[: left.start] + known[whole] + text[right.end :]


def plain_text(text: str) -> str:
    """``text`` in upper case, with signs that stand for letters replaced by those letters."""
    plain = text.strip().removeprefix("(").removesuffix(")").upper()
    return "".join(SCANNED[c][0] if c in "$|!@€£" and _inside(plain, i) else c
                   for i, c in enumerate(plain))  # fmt: skip


def _inside(text: str, index: int) -> bool:
    """Whether a sign directly touches a letter, as part of its word."""
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    return any(c.isalnum() for c in around)
