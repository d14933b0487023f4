"""Finding persons who are named in another document of the set.

The other document is evidence, not proof: BAKER is a person there and may be a trade here. So a
surname alone counts only where the word can hardly be anything else, or where an adjacent word
shows that it is a person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from redact.documents.model import Document
from redact.persons.candidate import Candidate
from redact.persons.finder import mentions_of
from redact.persons.identity.propagation import DETERMINER, VERB, words_outside_routing
from redact.persons.known import KnownName
from redact.persons.lexicon import fold
from redact.persons.mention import Mention
from redact.persons.thresholds import NAMED
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading, read_document
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.merging import Sighting, merge, without_overlap
from redact.persons.words import LETTER, Word, without_possessive
from redact.sources import Span

DETECTOR = "set"
"""The detector of names known from another document."""

_SCORE = 0.7
_DISTINCTIVE = 4
"""Minimum letters of a surname for it to be recognized alone."""

_BEFORE = re.compile(rf"(?:{LETTER}{{1,20}}\.?[ \t]{{0,3}}){{1,3}}$")
_BEHIND = re.compile(rf",[ \t]{{0,3}}({LETTER}{{1,20}}\.?)(?!{LETTER})")
_OF = re.compile(r"[ \t]+of\b", re.IGNORECASE)
_WORDS = re.compile(rf"{LETTER}+\.?")
_REACH = 64


def known_here(
    document: Document, mentions: Iterable[Mention], known: Iterable[KnownName]
) -> tuple[Mention, ...]:
    """The mentions of a document, completed by the persons known from other documents.

    A name that was only *possible* here becomes *named* when another document names it. Persons
    are renumbered in order of first mention.
    """
    mentions = tuple(mentions)
    by_surname: dict[str, list[KnownName]] = defaultdict(list)
    for name in known:
        for surname in name.surnames:
            by_surname[surname].append(name)
    if not by_surname:
        return mentions
    reading = read_document(document)
    candidates = [
        Candidate(span=_whole(reading, w, by_surname[w.folded]), detector=DETECTOR, score=_SCORE)
        for w in words_outside_routing(reading)
        if w.folded in by_surname and _is_person(reading, w, by_surname[w.folded])
    ]
    if not candidates:
        return mentions
    return mentions_of(reading, _completed(mentions, merge(reading, candidates)))


def _completed(mentions: tuple[Mention, ...], found: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """The sightings behind the mentions, with raised scores where seen again, and the new ones."""
    seen: list[Sighting] = []
    for mention in mentions:
        again = mention.kind == "PERSON" and any(mention.span.overlaps(s.span) for s in found)
        sighting = Sighting(mention.span, mention.kind, mention.score, mention.detectors)
        if again and mention.tier != "named":
            detectors = tuple(sorted({*mention.detectors, DETECTOR}))
            sighting = replace(sighting, score=max(mention.score, NAMED), detectors=detectors)
        seen.append(sighting)
    new = [s for s in found if not any(s.span.overlaps(m.span) for m in mentions)]
    partly = [s for s in found if s not in new and not any(m.span.covers(s.span) for m in mentions)]
    return without_overlap([*seen, *new, *partly])


def _is_person(reading: Reading, word: Word, names: list[KnownName]) -> bool:
    """Whether a surname known elsewhere names a person at this place."""
    lexicon, folded = reading.lexicon, word.folded
    if word.text.islower() or word.span.start in reading.places:
        return False
    if institution(reading, word.span):
        return False
    if _addressed(reading, word) or any(_has_given(reading, word, name) for name in names):
        return True
    if len(folded) < _DISTINCTIVE or folded in reading.acronyms or folded in lexicon.titles:
        return False
    if lexicon.is_unnamed(folded):
        return False
    if folded in lexicon.ordinary:
        return _stands_as_name(reading, word)
    # A forename alone could be anybody's.
    return folded not in lexicon.forenames or folded in lexicon.surnames


def _addressed(reading: Reading, word: Word) -> bool:
    """Whether a form of address precedes the word, or a title precedes a word that is not an
    ordinary one: DR. BAKER, GENERAL QUIMBLY, but not GENERAL BANK.
    """
    titles = reading.lexicon.addresses
    if word.folded not in reading.lexicon.ordinary:
        titles = titles | reading.lexicon.titles
    return any(fold(w.rstrip(".")) in titles for w in _written_before(reading, word)[-1:])


def _has_given(reading: Reading, word: Word, name: KnownName) -> bool:
    """Whether a given name or initial of the person comes right before or after the surname."""
    before = _written_before(reading, word)[-2:]
    return _given_behind(reading, word, name) is not None or any(
        _agree(written, given) for written in before for given in name.given
    )


def _given_behind(reading: Reading, word: Word, name: KnownName) -> int | None:
    """The end of a given name after a comma: QUIMBLY, JOHN."""
    after = _BEHIND.match(reading.text, word.span.end, word.span.end + _REACH)
    if after and any(_agree(after[1], given) for given in name.given):
        return after.end()
    return None


def _whole(reading: Reading, word: Word, names: list[KnownName]) -> Span:
    """The span of a surname without its possessive, with a given name that follows a comma."""
    ends = [end for name in names if (end := _given_behind(reading, word, name)) is not None]
    if ends:
        return Span(word.span.start, max(ends))
    return without_possessive(reading.text, word.span)


def _agree(written: str, given: str) -> bool:
    """Whether a word may be the given name. An initial needs its period: A BAKER is nobody."""
    other = fold(written.rstrip("."))
    if len(other) == 1:
        return written.endswith(".") and other == given[0]
    return other == given


def _written_before(reading: Reading, word: Word) -> list[str]:
    """The words before this one on its line, as written, initials with their periods."""
    before = _BEFORE.search(reading.text, max(0, word.span.start - _REACH), word.span.start)
    return _WORDS.findall(before[0]) if before else []


def _stands_as_name(reading: Reading, word: Word) -> bool:
    """Whether an ordinary word is used as a name: "said Baker", BAKER SAID, not THE BAKER."""
    text, span = reading.text, word.span
    if word.folded in reading.lexicon.institutions or _OF.match(text, span.end):
        return False
    before = text[max(0, span.start - 60) : span.start].rstrip()
    if DETERMINER.search(before.upper()):
        return False
    if in_capitals(text[max(0, span.start - 60) : span.end + 60]):
        return bool(VERB.match(text, span.end))
    return word.text.istitle() and bool(before) and before[-1] not in ".!?:;"
