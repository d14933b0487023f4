"""Evidence for and against a word being a name: its context and its use in the document.

Each piece of evidence is a short text such as ``before: told``; its weight is in
``data/weights.yaml``. No decision is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redact.persons.candidate import Candidate
from redact.persons.span_index import SpanIndex
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.dedications import SAINTS
from redact.persons.weighing.descriptions import described
from redact.persons.weighing.garbles import garbled_by, is_garbled_place
from redact.persons.weighing.institutions import is_called_after
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.weighing.neighbours import around, belongs_to, beside, listed_with, partners
from redact.persons.weighing.spelling import is_like_firm, spelt, unseen
from redact.persons.weighing.trimming import is_month
from redact.persons.weighing.usage import of_document, uses_of
from redact.persons.weighing.votes import Place, votes_of
from redact.persons.words import Word, without_possessive, words_of
from redact.values import dataclass

MODEL = "model"
_KINDS = {
    "PERSON": "person",
    "LOCATION": "place",
    "NRP": "people",
    "ORGANIZATION": "organisation",
}
_LISTS = (
    "surnames",
    "forenames",
    "places",
    "demonyms",
    "terms",
    "institutions",
    "common",
    "foreign",
    "offices",
)
_LEAST_OF_PLACE = 5
# A short name is easily one letter from some word; a long one hardly ever.
_LONG = 7
# Chief Gardener, DEPUTY COOK: an ordinary word after these is an occupation.
_QUALIFIERS = frozenset({"acting", "assistant", "chief", "deputy", "head", "senior", "vice"})
_FIRM_WORDS = frozenset({"bros", "corp", "gmbh", "inc", "llc", "ltd", "ltda"})
_DAYS = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "july", "september", "october", "november", "december"),
    )
)
"""Days and months; April, May, June and August are as often names."""

# ThisWeek, NewNation; but McGarry, DeLong, VanBuren.
_CAMEL = re.compile(
    r"(?!(?:Ma?c|D[aei]l?|Des|Du|L[aeo]|Van|Von|O|Fitz|Ben|Bin|Abu|Al|El|St|San|Ten|Ter)[A-Z])"
    r"[A-Z][a-z]+[A-Z][a-z]+"
)
# The subject of a consular telegram: SUBJECT, BORN 3 MAY 1961.
_PARTIES = frozenset({"applicant", "beneficiary", "petitioner", "subj", "subject", "subjects"})
_SHORTENED_TITLE = re.compile(r"\.[ \t]{1,2}[A-Z]")
_GARBLED = ("like no word", "one letter from a word", "two letters from a word")


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """A word that may be a name, and all evidence for or against it, sorted.

    ``capitals``: whether its paragraph is written in capitals.
    """

    word: Word
    capitals: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The candidates by position: the model's by kind, and those of each detector without proof."""

    model: dict[str, SpanIndex]
    detectors: dict[str, SpanIndex]


def evidence_of(
    reading: Reading, candidates: Iterable[Candidate], proved: SpanIndex
) -> Iterator[WordEvidence]:
    """Every word of the prose that could be a name and is not ``proved`` to be one."""
    candidates = tuple(candidates)
    paragraphs = [list(words_of(reading.view, span)) for span in reading.paragraphs]
    found = _Found(_by_kind(candidates), _by_detector(candidates))
    uses = uses_of(reading, paragraphs, found.model, proved)
    seen: list[tuple[Word, bool, frozenset[str]]] = []
    places: list[Place] = []
    for span, words in zip(reading.paragraphs, paragraphs, strict=True):
        if reading.foreign.touches(span):
            continue
        capitals = in_capitals(span.of(reading.text))
        for index, word in enumerate(words):
            before = words[index - 1] if index else None
            after = words[index + 1] if index + 1 < len(words) else None
            if proved.touches(word.span):
                continue
            title = before if before and not _ends_name(before, found) else None
            if not _is_open(reading, word, title, capitals=capitals):
                continue
            said = {
                *_of_word(reading, word, capitals=capitals),
                *around(reading, word, before, after),
                *of_document(uses[word.folded], word, found.model),
                *_of_model(word, found),
                *listed_with(reading, words, index, proved),
                *belongs_to(reading, words, index, proved),
            }
            if capitals:
                said |= {f"capitals: {e}" for e in said if e.startswith(("model", "unlisted:"))}
            stands = {
                *beside(reading, word, before, after),
                *described(reading, words, index),
                *_called(reading, word),
            }
            listed = tuple(p.folded for p in partners(reading, words, index))
            seen.append((word, capitals, frozenset(said)))
            places.append(Place(word, frozenset(stands), listed))
    for (word, capitals, of_it), place, voted in zip(seen, places, votes_of(places), strict=True):
        yield WordEvidence(word, capitals, tuple(sorted(of_it | place.stands | voted)))


def _called(reading: Reading, word: Word) -> Iterator[str]:
    """Evidence: whether a firm, street or the like is named by the word here."""
    if is_called_after(reading, without_possessive(reading.view, word.span)):
        yield "called: institution"


def _ends_name(word: Word, found: _Found) -> bool:
    """Whether the model reads it as the end of a name, so that it is no title: NENITA Y. OBISPO."""
    whole = found.model["person"].touching(word.span)
    return any(span.start < word.span.start and span.end == word.span.end for span in whole)


def _is_open(reading: Reading, word: Word, before: Word | None, *, capitals: bool) -> bool:
    """Whether the word could be a name at all; ``before``: the word before it, if in no name."""
    folded, lexicon = word.folded, reading.lexicon
    if folded in SAINTS or (folded in lexicon.dedications and not lexicon.is_name(folded)):
        return False
    if _is_doubled(reading.view, word) or folded in _PARTIES:
        return False
    if folded in lexicon.titles and _SHORTENED_TITLE.match(reading.view, word.span.end):
        return False  # ENG. JAMILI
    if folded in _FIRM_WORDS or is_month(reading, word):
        return False
    if folded in _DAYS and not (before and before.folded in lexicon.titles):
        return False
    if before and before.folded in _QUALIFIERS and folded in lexicon.ordinary:
        return False
    if len(folded) < 2 or folded in reading.acronyms or word.span.start in reading.places:
        return False
    if folded in lexicon.small_words or folded in lexicon.particles or folded in lexicon.addresses:
        return False
    if word.text[0].isupper():
        told = folded in lexicon.titles or folded in lexicon.terms or folded in lexicon.demonyms
        return not told or lexicon.is_name(folded)
    # In a paragraph in capitals, the view has BAKER and LODGE in lower case.
    titled = before is not None and before.folded in lexicon.titles
    return capitals and folded in lexicon.ordinary and (titled or folded in lexicon.surnames)


def _is_doubled(view: str, word: Word) -> bool:
    """Whether the word is doubled with a hyphen: HUARI-HUARI is a mine, Ling-ling a person."""
    if len(word.folded) < _LEAST_OF_PLACE:
        return False
    start, end = word.span.start, word.span.end
    twin = word.folded
    after = view[end : end + len(twin) + 1].lower() == f"-{twin}"
    return after or view[max(0, start - len(twin) - 1) : start].lower() == f"{twin}-"


def _of_word(reading: Reading, word: Word, *, capitals: bool) -> Iterator[str]:
    folded, lexicon = word.folded, reading.lexicon
    yield from (f"list: {name}" for name in _LISTS if folded in getattr(lexicon, name))
    if folded in lexicon.ordinary and folded not in lexicon.common:
        yield "list: uncommon"
    if lexicon.is_unknown(folded) and not lexicon.is_name(folded):
        wrong = garbled_by(folded, lexicon) if capitals else 0
        short = " (short)" if wrong == 1 and len(folded) < _LONG else ""
        yield f"unlisted: {_GARBLED[wrong]}{short}"
        yield f"unlisted ending: {folded[-3:]}"
        yield f"unlisted: spelt {spelt(folded)}"
        if capitals and len(folded) >= _LEAST_OF_PLACE and is_garbled_place(folded, lexicon):
            yield "unlisted: one letter from a place or people"
        if is_like_firm(folded):
            yield "unlisted: made like a firm"
        if strange := unseen(folded):
            yield f"unlisted: {min(strange, 3)} runs of letters no name has"
    if folded in lexicon.titles:
        yield "list: titles"
    written = reading.text[word.span.start : word.span.end]
    if not capitals and looks_like_acronym(written):
        yield "written: like an abbreviation"
    elif not capitals and written.isupper():
        yield "written: in capitals"
    elif _CAMEL.match(written):
        yield "written: in camel case"
    elif word.text.isupper():
        yield "written: perhaps an abbreviation"
    elif word.text.islower():
        yield "written: an ordinary word in capitals"
    if folded in lexicon.ordinary:
        yield f"ordinary ending: {folded[-2:]}"
    yield f"letters: {min(len(folded), 8)}"


def _of_model(word: Word, found: _Found) -> Iterator[str]:
    said = [kind for kind, spans in found.model.items() if spans.touches(word.span)]
    yield from (f"model: {kind}" for kind in said or ["nothing"])
    for kind in said:
        (span, *_) = found.model[kind].touching(word.span)
        if span.end - span.start > word.span.end - word.span.start + 2:
            yield f"model: part of a {kind}"
    yield from (
        f"detector: {name}" for name, spans in found.detectors.items() if spans.touches(word.span)
    )


def _by_kind(candidates: tuple[Candidate, ...]) -> dict[str, SpanIndex]:
    return {
        name: SpanIndex.of(c.span for c in candidates if c.detector == MODEL and c.kind == kind)
        for kind, name in _KINDS.items()
    }


def _by_detector(candidates: tuple[Candidate, ...]) -> dict[str, SpanIndex]:
    names = sorted({c.detector for c in candidates if c.kind == "PERSON" and c.detector != MODEL})
    return {n: SpanIndex.of(c.span for c in candidates if c.detector == n) for n in names}
