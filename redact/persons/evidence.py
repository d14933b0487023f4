"""What speaks for and against a word being a name: where it stands and how the document uses it.

Each piece of evidence is a short text such as ``before: told``; what it weighs is told in
``data/weights.yaml``. Nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redact.persons.candidate import Candidate
from redact.persons.casing import in_capitals
from redact.persons.garbles import garbled_by
from redact.persons.name_shape import looks_like_acronym
from redact.persons.reading import Reading
from redact.persons.span_index import SpanIndex
from redact.persons.usage import of_document, uses_of
from redact.persons.words import Word, words_of
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
# A short name is easily one letter from some word; a long one is hardly.
_LONG = 7
# Chief Gardener, DEPUTY COOK: an ordinary word after these is a calling.
_QUALIFIERS = frozenset({"acting", "assistant", "chief", "deputy", "head", "senior", "vice"})
_GARBLED = ("like no word", "one letter from a word", "two letters from a word")


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """A word that may be a name, and all that speaks for or against it, sorted.

    ``capitals``: whether its paragraph is written in capitals.
    """

    word: Word
    capitals: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The candidates by place: of the model by kind, and of each detector that is no proof."""

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
    for span, words in zip(reading.paragraphs, paragraphs, strict=True):
        if reading.foreign.touches(span):
            continue
        capitals = in_capitals(span.of(reading.text))
        for index, word in enumerate(words):
            before = words[index - 1] if index else None
            after = words[index + 1] if index + 1 < len(words) else None
            if proved.touches(word.span):
                continue
            if not _is_open(reading, word, before, capitals=capitals):
                continue
            said = {
                *_of_word(reading, word, capitals=capitals),
                *_of_place(reading, word, before, after),
                *of_document(uses[word.folded], word, found.model),
                *_of_model(word, found),
            }
            if capitals:
                said |= {f"capitals: {e}" for e in said if e.startswith(("model", "unlisted:"))}
            yield WordEvidence(word, capitals, tuple(sorted(said)))


def _is_open(reading: Reading, word: Word, before: Word | None, *, capitals: bool) -> bool:
    """Whether the word could be a name at all."""
    folded, lexicon = word.folded, reading.lexicon
    if before and before.folded in _QUALIFIERS and folded in lexicon.ordinary:
        return False
    if len(folded) < 2 or folded in reading.acronyms or word.span.start in reading.places:
        return False
    if folded in lexicon.small_words or folded in lexicon.particles or folded in lexicon.addresses:
        return False
    if word.text[0].isupper():
        told = folded in lexicon.titles or folded in lexicon.terms or folded in lexicon.demonyms
        return not told or lexicon.is_name(folded)
    # The view of a paragraph in capitals writes BAKER and LODGE small.
    titled = before is not None and before.folded in lexicon.titles
    return capitals and folded in lexicon.ordinary and (titled or folded in lexicon.surnames)


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
    if folded in lexicon.titles:
        yield "list: titles"
    written = reading.text[word.span.start : word.span.end]
    if not capitals and looks_like_acronym(written):
        yield "written: like an abbreviation"
    elif not capitals and written.isupper():
        yield "written: in capitals"
    elif word.text.isupper():
        yield "written: perhaps an abbreviation"
    elif word.text.islower():
        yield "written: an ordinary word in capitals"
    if folded in lexicon.ordinary:
        yield f"ordinary ending: {folded[-2:]}"
    yield f"letters: {min(len(folded), 8)}"


def _of_place(
    reading: Reading, word: Word, before: Word | None, after: Word | None
) -> Iterator[str]:
    view = reading.view
    gap = view[before.span.end : word.span.start] if before else "\n"
    sign = _sign(gap, -1)
    yield f"before: {sign or _named(reading, before)}"
    if before and sign == "," and before.text[0].isupper():
        yield "before: a capital and ,"
    if before and not sign and before.folded in reading.lexicon.titles:
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
    """The sign in the gap between two words that is first (0) or last (-1), nothing for a blank."""
    inside = gap.strip(" \t\r\n")
    if not inside:
        return "a new line" if gap.count("\n") > 1 or gap == "\n" else ""
    return "a number" if inside[at].isdigit() else inside[at]


def _named(reading: Reading, word: Word | None) -> str:
    """A neighbour by its class, or by itself."""
    if word is None:
        return "a new line"
    folded, lexicon = word.folded, reading.lexicon
    if folded in lexicon.small_words or folded in lexicon.particles:
        return folded
    if folded in lexicon.titles:
        return "a title"
    if folded in lexicon.institutions:
        return "an institution"
    if word.text[0].isupper():
        if lexicon.is_unnamed(folded):
            return "a place or term"
        return "a name" if lexicon.is_name(folded) else "a capital"
    return folded


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
