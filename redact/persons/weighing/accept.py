"""From candidates to accepted names: trimmed, filtered, scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redact.persons.candidate import Candidate
from redact.persons.second_models import SECOND_DETECTORS
from redact.persons.thresholds import LEAST
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.announcements import announced
from redact.persons.weighing.edges import widened
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import strength
from redact.persons.weighing.said_of_it import is_said_to_be_organisation
from redact.persons.weighing.trimming import trimmed
from redact.persons.words import Word, words_of
from redact.sources import Span

_COLUMN = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_NOT_PERSONS = frozenset({"LOCATION", "NRP", "ORGANIZATION"})

# These detectors take rare or misspelt words for names.
WEAK = SECOND_DETECTORS | {"model", "reported-speech", "administration", "portfolio"}

# These recognize a name by its position, so that its words need not look like a name.
_PLACED = frozenset(
    {
        "signature",
        "classification-authority",
        "addressee",
        "surname-first",
        "drafter",
        "rank-initials",
        "family-first",
        "nickname",
        "correspondents",
        "point-of-contact",
        "enumeration",
        "kin",
        "apposition",
        "syllables",
        "of-country",
    }
)


def weigh(reading: Reading, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates for persons that are accepted, with scores reduced by the evidence against.

    Candidates of other kinds (identifiers) are all kept.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.kind in _NOT_PERSONS:
            continue
        if candidate.kind != "PERSON":
            kept.append(announced(reading, candidate))
            continue
        if candidate.detector in _PLACED:
            kept.append(candidate)
            continue
        for cell in _cells(reading, candidate.span):
            weighed = _weighed(reading, replace(candidate, span=cell))
            if weighed is not None and weighed.score >= LEAST:
                kept.append(weighed)
    return tuple(kept)


def _weighed(reading: Reading, candidate: Candidate) -> Candidate | None:
    span = trimmed(reading, candidate.span, titled=candidate.detector == "title")
    if span is None or any(c.isdigit() or c == "/" for c in span.of(reading.view)):
        return None
    words = list(words_of(reading.view, span))
    long = [w for w in words if len(w.folded) > 1 and w.folded not in reading.lexicon.particles]
    if not long or all(w.span.start in reading.places for w in long):
        return None
    whole = widened(reading, span, 0, len(reading.text))
    if institution(reading, whole) and candidate.detector != "attention":
        return None
    weak, foreign = candidate.detector in WEAK, reading.foreign.touches(span)
    if weak and not foreign and not candidate.is_part and _is_open(reading, words):
        return None  # decided by the evidence of the whole document
    if candidate.detector == "delegation-list" and len(words) == 1:
        return None  # KERMIDRO, THE WATER AUTHORITY, may begin a paragraph too
    if len(words) == 1:
        belief = float(_is_believable(reading, words[0], candidate.detector))
    else:
        belief = strength(reading, span) or (0.8 if candidate.detector == "title" else 0.0)
        if candidate.detector == "model" and belief and is_said_to_be_organisation(reading, span):
            return replace(candidate, span=reading.joined.widened(span), score=LEAST)
    if not weak:
        belief = 1.0 if belief else 0.0
    elif foreign:
        # The model knows only English; in other languages only known names are accepted.
        known = all(w.folded in reading.lexicon.surnames for w in long)
        belief = 0.6 * belief if known and len(long) < 4 else 0.0
    return Candidate(
        span=reading.joined.widened(span),
        detector=candidate.detector,
        score=round(candidate.score * belief, 2),
    )


def _cells(reading: Reading, span: Span) -> Iterator[Span]:
    """The parts of ``span`` between columns: the first, and others that contain a known name.

    Two or more blanks end a column, except at a line end. The next one often holds the person's
    agency instead.
    """
    start = span.start
    for gap in (*_COLUMN.finditer(reading.text, span.start, span.end), None):
        cell = Span(start, gap.start() if gap else span.end)
        if start == span.start or strength(reading, cell) >= 1.0:
            yield cell
        if gap:
            start = gap.end()


def _is_believable(reading: Reading, word: Word, detector: str) -> bool:
    """Whether one word may be a name: not an abbreviation, title, place or ordinary word.

    Ordinary words that are also known names are accepted, and any after a title: Mr. Rainwater.
    """
    lexicon, folded = reading.lexicon, word.folded
    if detector == "title" and word.text[0].isupper() and lexicon.may_be_addressed(folded):
        return True
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return False
    if detector == "attention":
        return True  # which takes an ordinary word only where nothing but a name can be
    if len(folded) < 2 or word.text.islower():
        return False
    return folded not in lexicon.ordinary or lexicon.is_name(folded) or detector == "title"


def _is_open(reading: Reading, words: list[Word]) -> bool:
    """Whether the candidate is one word or, in capitals, several without a known name."""
    if len(words) == 1:
        return True
    if not in_capitals(reading.text[words[0].span.start : words[-1].span.end]):
        return False
    return not any(reading.lexicon.is_name(w.folded) for w in words)
