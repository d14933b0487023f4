"""Persons in attention and passing lines: FOR: LISA LAWRENCE, TPT/HUGHES."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.span_index import SpanIndex
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.words import Word, words_of
from redact.sources import Span

_REACH = 24
# USEU FOR PLERNER; TREASURY FOR JHOECK, MMALLOY
_FOR = re.compile(r"\bFOR:?[ \t]+(?:[^\W\d_]{3,},[ \t]+)?$", re.IGNORECASE)
_ZONES = frozenset({"attention", "passing", "caption"})


def find(reading: Reading) -> Sightings:
    """Runs of words of those lines that are neither office nor place nor ordinary word."""
    telegram = reading.document.telegram
    captions = SpanIndex.of(c.span for c in telegram.captions) if telegram else SpanIndex.of(())
    for zone in spans_of(reading.document, _ZONES):
        run: list[Word] = []
        for word in words_of(reading.text, zone):
            if captions.touches(word.span):
                continue
            gap = reading.text[run[-1].span.end : word.span.start] if run else ""
            if run and gap != "-" and gap.strip(" \t.") + gap.count("\n") * "|":
                yield from _sighting(reading, run)
                run = []
            if _may_be_name(reading, word, run):
                run.append(word)
            elif run:
                yield from _sighting(reading, run)
                run = []
        if run:
            yield from _sighting(reading, run)


def _may_be_name(reading: Reading, word: Word, run: list[Word]) -> bool:
    lexicon, folded = reading.lexicon, word.folded
    if len(folded) == 1:
        dotted = reading.text[word.span.end : word.span.end + 1] == "."
        return dotted or bool(run)
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return False
    if folded in lexicon.ordinary:
        return (bool(run) and lexicon.is_name(folded)) or _is_addressed(reading, word)
    return not looks_like_acronym(word.text) or (lexicon.is_name(folded) and len(folded) > 2)


def _is_addressed(reading: Reading, word: Word) -> bool:
    """Whether an uncommon word stands alone after FOR, as only a name does: NSC FOR LOOKER."""
    rest = reading.text[word.span.end : word.span.end + 2].lstrip(" \t")
    before = reading.text[max(0, word.span.start - _REACH) : word.span.start]
    return (
        word.folded not in reading.lexicon.common
        and (not rest or rest[0] in ",;\r\n")
        and _FOR.search(before) is not None
    )


def _sighting(reading: Reading, run: list[Word]) -> Sightings:
    lexicon = reading.lexicon
    long = [w for w in run if len(w.folded) > 3 and w.folded not in lexicon.particles]
    if not long:
        return
    known = any(lexicon.is_name(w.folded) and w.folded not in lexicon.ordinary for w in long)
    start = next(w for w in run if w.folded not in lexicon.particles or w is run[0])
    before = reading.text[max(0, start.span.start - _REACH) : start.span.start]
    addressed = len(run[0].folded) > 4 and _FOR.search(before) is not None
    if not (known or addressed or any(len(w.folded) > 5 for w in long)):
        return
    likely = len(run[-1].folded) > 7 or (run[-1] in long[1:] and lexicon.is_name(run[-1].folded))
    score = 0.8 if known else 0.56 if likely or addressed else 0.5
    yield Span(start.span.start, run[-1].span.end), score


DETECTOR = Detector("attention", "is addressed in an attention or passing line", find)
