"""Finds every other mention in a document of a name found once.

In any case, with a possessive, in every zone except routing lines; for long names also with one
letter garbled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from redact.persons.candidate import Candidate
from redact.persons.identity.spellings import SHORTEST_GARBLED, Spellings
from redact.persons.lexicon import Lexicon, fold
from redact.persons.views.casing import in_capitals
from redact.persons.views.line_join import join_lines
from redact.persons.views.reading import Reading
from redact.persons.views.zones import routing_of
from redact.persons.weighing.institutions import is_called_after
from redact.persons.weighing.merging import Sighting
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.weighing.plausibility import UNSURE
from redact.persons.words import Word, without_possessive, words_of
from redact.sources import Span

DETERMINER = re.compile(r"\b(?:THE|AN?|THIS|THAT|ANY|NO|SOME|EACH|EVERY|HIS|ITS|THEIR|OUR|OF)$")
VERB = re.compile(
    r"['’]S\b|[ \t\r\n]+(?:SAID|TOLD|SAYS|HAS|HAD|WAS|WILL|WOULD|COULD|CAN|MAY|IS|[A-Z]{3,}ED)\b"
)
# CONOFF SPOKE TO TELLER. A thing would take an article.
_ADDRESSED = re.compile(r"\b(?:TO|WITH|BY|FROM|TOLD|ASKED|MET)$")
_CLOSED = re.compile(r"[ \t]*(?:[.,;)]|AND\b|$)")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)[ \t]{1,12}$")


def propagate(
    reading: Reading, found: Iterable[Sighting], doubted: frozenset[str] = frozenset()
) -> tuple[Candidate, ...]:
    """Further sightings of the words of the names ``found``, except the ``doubted`` words."""
    found = tuple(found)
    known = {w: score for w, score in _name_words(reading, found).items() if w not in doubted}
    if not known:
        return ()
    spellings = Spellings.of(known)
    prefixes = _particles_before(reading, found)
    sightings: list[Candidate] = []
    for word in words_outside_routing(reading):
        score = known.get(word.folded)
        detector = "propagation"
        if score is None and _may_be_garbled(reading, word):
            score, detector = spellings.garbled(word.folded), "garble"
            if score is None:
                score, detector = spellings.variant(word.folded), "variant"
        if score is None or word.span.start in reading.places:
            continue
        if word.folded in reading.lexicon.foreign and reading.foreign.touches(word.span):
            continue  # la paz social
        likely = _likelihood(reading, word) if word.folded in reading.lexicon.ordinary else 1.0
        if not likely:
            continue
        own = without_possessive(reading.text, word.span)
        if is_called_after(reading, own):
            continue  # QUIRKE PLANT; but QUIRKE'S PLANT is his
        span = _with_particles(reading, own, prefixes.get(word.folded, frozenset()))
        sightings.append(Candidate(span=span, detector=detector, score=round(score * likely, 2)))
    return (*sightings, *_neighbours(reading, found, sightings))


def _neighbours(
    reading: Reading, found: Iterable[Sighting], sightings: Iterable[Candidate]
) -> list[Candidate]:
    """Words next to a sighting that are part of a found name, even if short or ordinary.

    For Ramon Luz Ferrand, LUZ is not searched for by itself, but counts before FERRAND.
    """
    partners: dict[str, set[str]] = defaultdict(set)
    for candidate in found:
        folded = [w.folded for w in words_of(reading.view, candidate.span) if len(w.folded) > 1]
        for first, second in pairwise(folded):
            partners[second].add(first)
    beside: list[Candidate] = []
    for sighting in sightings:
        name = fold(sighting.span.of(reading.text).split()[-1])
        if not partners[name]:
            continue
        before = _WORD_BEFORE.search(
            reading.view[max(0, sighting.span.start - 40) : sighting.span.start]
        )
        if before and fold(before[1]) in partners[name]:
            start = sighting.span.start - len(before[0])
            span = Span(start, start + len(before[1]))
            beside.append(Candidate(span=span, detector="propagation", score=sighting.score))
    return beside


def _name_words(reading: Reading, found: Iterable[Sighting]) -> dict[str, float]:
    """The folded words by which the persons found may be named again, with their best score."""
    lexicon = reading.lexicon
    words: dict[str, float] = defaultdict(float)
    for candidate in found:
        parts = [w for w in words_of(reading.view, candidate.span) if len(w.folded) > 2]
        for part in parts:
            folded = part.folded
            if folded in lexicon.particles or folded in lexicon.titles:
                continue
            if folded in reading.acronyms or lexicon.is_unnamed(folded):
                continue
            sure = lexicon.is_name(folded) or not UNSURE.issuperset(candidate.detectors)
            family = "family-first" in candidate.detectors and part is parts[0]
            if _is_plain(folded, lexicon) and not (sure and (part is parts[-1] or family)):
                continue
            words[folded] = max(words[folded], candidate.score)
    return dict(words)


def _is_plain(folded: str, lexicon: Lexicon) -> bool:
    """Whether English writes the word in lower case: BAKER, but not the surnames Paz and Luz."""
    if folded in lexicon.foreign and folded not in lexicon.common:
        return folded not in lexicon.surnames
    return folded in lexicon.ordinary


def _particles_before(
    reading: Reading, found: Iterable[Sighting]
) -> dict[str, frozenset[tuple[str, ...]]]:
    """For each word of the names found, the particles before it: DE LA for ROCHA."""
    prefixes: dict[str, frozenset[tuple[str, ...]]] = defaultdict(frozenset)
    for candidate in found:
        run: tuple[str, ...] = ()
        for word in words_of(reading.view, candidate.span):
            if word.folded in reading.lexicon.particles:
                run = (*run, word.folded)
            else:
                prefixes[word.folded] |= {run} if run else frozenset()
                run = ()
    return prefixes


def _with_particles(reading: Reading, span: Span, prefixes: frozenset[tuple[str, ...]]) -> Span:
    """``span`` with the particles before it, when the document uses them with that name."""
    for prefix in sorted(prefixes, key=len, reverse=True):
        pattern = r"[\s-]+".join(map(re.escape, prefix)) + r"[\s-]+$"
        before = re.search(
            rf"(?<![^\W\d_]){pattern}", reading.text[max(0, span.start - 40) : span.start], re.I
        )
        if before:
            return Span(span.start - len(before[0]), span.end)
    return span


def words_outside_routing(reading: Reading) -> Iterator[Word]:
    """The words of every zone that is not masked, with hyphenated line breaks joined."""
    routing = set(routing_of(reading.document))
    spans = [s.span for s in reading.document.segments if s.span not in routing]
    whole = join_lines(reading.text, spans, reading.lexicon)
    for span in spans:
        for word in words_of(whole.text, span):
            yield Word(whole.widened(word.span), word.text, word.folded)


def _likelihood(reading: Reading, word: Word) -> float:
    """How likely an ordinary word that is also a name found here is that name again, 0 to 1.

    In prose a capital inside a sentence decides. In capitals a rare word is taken for the name; a
    common one only in a position typical of persons: BAKER SAID, but not THE BAKER.
    """
    if word.text.islower():
        return 0.0
    line = reading.text[max(0, word.span.start - 60) : word.span.end + 60]
    before = line[: min(60, word.span.start)].rstrip()
    if not in_capitals(line):
        opens = not before or before[-1] in ".!?"
        return 0.0 if opens or not word.text.istitle() else 1.0
    if reading.view[word.span.start].isupper() or word.folded not in reading.lexicon.common:
        return 1.0
    if DETERMINER.search(before):
        return 0.0
    addressed = _ADDRESSED.search(before) and _CLOSED.match(reading.text, word.span.end)
    return 0.5 if addressed or VERB.match(reading.text, word.span.end) else 0.0


def _may_be_garbled(reading: Reading, word: Word) -> bool:
    lexicon = reading.lexicon
    return (
        len(word.folded) >= SHORTEST_GARBLED - 1
        and word.text[0].isupper()
        and lexicon.is_unknown(word.folded)
        and word.folded not in reading.acronyms
        and not looks_like_acronym(word.text)
    )
