"""Evidence from the words around a rare word: typical of persons, or of organizations."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from redact.persons.span_index import SpanIndex
from redact.persons.views.reading import Reading
from redact.persons.words import Word

_FILE = Path(__file__).parent.parent / "data" / "neighbours.yaml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REACH = 100

_RELATIVE = re.compile(
    r"(?:['’][sS])?,?[ \t]{1,3}(?P<word>who|whom|whose|himself|herself|which)\b", re.I
)
_AGED = re.compile(r",?[ \t]{1,3}(?:(?:aged?|born)[ \t]|\(?\d\d\)?,)", re.IGNORECASE)
# Happens only to persons, or is done only by them; participles follow an auxiliary verb.
_SUFFERS = re.compile(
    r"[ \t]{1,3}(?:(?:was|is|has been|had been|will be)[ \t]{1,3}"
    r"(?:(?:also|later|again|very|then)[ \t]{1,3})?(?:born|arrested|sworn|pleased|married|divorced|"
    r"buried|jailed|imprisoned|exiled|hanged|beaten|tortured|appointed|promoted|ill|sick|dead|drunk|"
    r"angry|upset|hospitalized|kidnapped|murdered|assassinated|educated|ambushed|interviewed)|"
    r"studied|speaks|spoke|fled|retired|grew up|graduated)\b",
    re.IGNORECASE,
)
_OWNER = "'s"
_BEHIND = ("organisation", "belonging", "peopled", "personal", "acts", "operates", "rule")
"""The classes of words that are evidence right after the word."""


@functools.cache
def classes() -> dict[str, frozenset[str]]:
    """The words around a name by class; the file describes each class."""
    table = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader
    return {name: frozenset(words.split()) for name, words in table.items()}


def beside(reading: Reading, word: Word, before: Word | None, after: Word | None) -> Iterator[str]:
    """Evidence: the classes of the adjacent words."""
    table, view = classes(), reading.view
    possessive = "of it: " if word.text[-2:].lower() in ("'s", "’s") else "after: "
    if after and not view[word.span.end : after.span.start].strip():
        for name in _BEHIND:
            if after.folded in table[name]:
                yield f"{possessive}{name}"
    if before and not view[before.span.end : word.span.start].strip():
        for name in ("organisation", "company"):
            if before.folded in table[name]:
                yield f"before: {name}"
    following = view[word.span.end : word.span.end + _REACH]
    if match := _RELATIVE.match(following):
        yield "after: which" if match["word"].lower() == "which" else "after: who"
    if _SUFFERS.match(following):
        yield "after: acts"
    if _AGED.match(following):
        yield "after: an age"


def belongs_to(
    reading: Reading, words: Sequence[Word], index: int, proved: SpanIndex
) -> Iterator[str]:
    """Evidence: somebody is said to be of it, or to work for it: MARRAS OF TEKSAN, joined Aval."""
    if not index:
        return
    if index > 1 and words[index - 1].folded in ("of", "at", "for", "from", "with", "by"):
        holder, link = words[index - 2], words[index - 1].folded
        between = reading.view[holder.span.end : words[index].span.start]
        if "".join(c for c in between if not c.isalpha()).strip():
            return
        if proved.touches(holder.span):
            yield f"before: a sure name {link}"
        elif holder.folded in reading.lexicon.offices:
            yield f"before: an office {link}"
        elif holder.folded in classes()["employment"]:
            yield f"before: employment {link}"
    elif words[index - 1].folded in classes()["employment"]:
        yield "before: employment"


def listed_with(
    reading: Reading, words: Sequence[Word], index: int, proved: SpanIndex
) -> Iterator[str]:
    """Evidence: what else is in a list with the word: a certain name, a place, an abbreviation."""
    for other in partners(reading, words, index):
        if other.folded in reading.lexicon.houses:
            yield "listed with: a firm"
        if proved.touches(other.span):
            yield "listed with: a sure name"
        elif other.folded in reading.acronyms or other.text.isupper():
            yield "listed with: an abbreviation"
        elif reading.lexicon.is_unnamed(other.folded):
            yield "listed with: a place or term"


def partners(reading: Reading, words: Sequence[Word], index: int) -> Iterator[Word]:
    """The words before and after that are separated from it only by a comma or AND."""
    view = reading.view
    for step in (-1, 1):
        at = index + step
        joined = ""
        while 0 <= at < len(words) and words[at].folded in ("and", "or", "y", "e"):
            joined, at = "and", at + step
        if not 0 <= at < len(words):
            continue
        first, second = sorted((words[index].span, words[at].span))
        sign = "".join(c for c in view[first.end : second.start] if not c.isalnum()).strip()
        if sign in (",", "&", ";", "") and (sign or joined):
            yield words[at]


def around(reading: Reading, word: Word, before: Word | None, after: Word | None) -> Iterator[str]:
    """Evidence: the word or sign before the word and after it, by class or literally."""
    view = reading.view
    gap = view[before.span.end : word.span.start] if before else "\n"
    sign = _sign(gap, -1)
    owner = before is not None and before.text[-2:].lower() in ("'s", "’s")
    yield f"before: {sign or (_OWNER if owner else _named(reading, before))}"
    if before and sign == "," and before.text[0].isupper():
        yield "before: a capital and ,"
    if before and not sign and not owner and before.folded in reading.lexicon.titles:
        yield f"title: {before.folded}"
    possessive = len(word.text) > len(word.folded) + 1 and word.text[-2:] in (
        "'s",
        "’s",
        "'S",
        "’S",
    )
    if possessive:
        yield "after: 's"
        return
    gap = view[word.span.end : after.span.start] if after else "\n"
    sign = _sign(gap, 0)
    yield f"after: {sign or _named(reading, after)}"
    if after and sign == "," and after.folded in reading.lexicon.places:
        yield "after: , and a place"
    if after and not sign and after.folded.endswith("ed"):
        yield "after: -ed"


def _sign(gap: str, at: int) -> str:
    """The first (0) or last (-1) sign in the gap between two words, empty for a blank."""
    inside = gap.strip(" \t\r\n")
    if not inside:
        return "a new line" if gap.count("\n") > 1 or gap == "\n" else ""
    return "a number" if inside[at].isdigit() else inside[at]


def _named(reading: Reading, word: Word | None) -> str:
    """A neighbor by its class, or literally."""
    if word is None:
        return "a new line"
    folded, lexicon = word.folded, reading.lexicon
    if folded in lexicon.small_words or folded in lexicon.particles:
        return folded
    if folded in lexicon.titles:
        return "a title"
    if folded in lexicon.offices:
        return "an office"
    if folded in lexicon.institutions:
        return "an institution"
    if word.text[0].isupper():
        if lexicon.is_unnamed(folded):
            return "a place or term"
        return "a name" if lexicon.is_name(folded) else "a capital"
    return folded
