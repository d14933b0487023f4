"""Text in the lines of a header or a wrapper that is none of their form.

It has no mark, because header lines need none; such text is treated as unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.division.layout import Layout
from redact.documents.head import signs
from redact.documents.head.captions import is_known_in_caption_zone
from redact.documents.lines import fold_space, trimmed
from redact.documents.portion_model import Portion
from redact.documents.sentence_words import is_sentence
from redact.documents.telegram.excess_words import excess_words
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_AFTER_REASONS = pattern(
    r"\b1\.[3-8](?:[^.,]{0,60}?\)(?=\s+\(?(?!AND|OR|THROUGH)[A-Z]{3})|[^.]{0,80}\."
    r"|[^.,]{0,60}\)\s?[,;:-])"
    r"\s+(?P<text>[A-Za-z].*|\([A-Za-z]{3}.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY = pattern(r"\bBY\b", re.IGNORECASE)
_REASONS = pattern(r"REASON|\b1\.[3-8]", re.IGNORECASE)
_CORRECTION = frozenset(
    """
    CORRECTED COPY CORRECTION CORRECT CORRECTING CORRECTS DECAPTIONED DELETE DELETED DELETING
    ADDED ADDING ADDITION CHANGE CHANGED CHANGES REMOVE REMOVED INSERT OMITTED MISSING VICE
    FOOTNOTE LINE LINES TEXT SUBJECT TAGS CAPTION CAPTIONS CLASSIFICATION ADDRESSEE ADDRESSEES
    ADDEE ADDEES INFO ACTION NUMBER DATE REFS REFERENCE REFERENCES SECTION SECTIONS PARA PARAS
    PARAGRAPH WORD WORDS GARBLE GARBLED MESSAGE TELEGRAM SIGNATURE MARKING MARKINGS SHOULD READ
    FROM WITH INSTEAD FIRST LAST PRECEDENCE HEADER NUMBERING CHANNEL SIPDIS NOFORN SENSITIVE
    PORTION DISTRIBUTION
    """.split()
)
"""Words that say what was corrected without repeating it."""
_SOURCE = pattern(r"\bDERIVED FROM:? (?P<named>[^\r\n]{1,400})", re.IGNORECASE)
_ABOUT_THE_TEXT = pattern(
    r"(?:CONCEPTS?|KEY ?WORDS?|ABSTRACT|SUMMARY|DESCRIPTION|SYNOPSIS) ?:", re.IGNORECASE
)
"""Labels under which an archive tells what the text says."""
_LABEL = pattern(r"[A-Z][A-Za-z/() -]{1,40}:")
_OWN_FIELD = pattern(
    r"(?:\(U\)\s*)?(?:DECL|DERIV|DOWNGRADE|REASON|CLASSIF|E\.?\s?O\b|EXECUTIVE|SECTION|PARA|1\.[3-8])",
    re.IGNORECASE,
)
"""How the statement itself continues: declassification, source, more reasons."""
_WORD = pattern(r"[^\W\d_]{2,}")
_LONG_WORD = pattern(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 2
_LONGEST = 900


def header_remarks(layout: Layout, marked: set[Span], register: Register) -> Iterator[Portion]:
    """Such text of two words or more; ``marked`` is header text that already has a mark."""
    remarks = (
        *_after_authority(layout),
        *_among_captions(layout, register),
        *_summaries(layout),
    )
    text = (s for s in remarks if len(_WORD.findall(s.of(layout.text))) >= _FEWEST_WORDS)
    for span in (*text, *excess_words(layout)):
        if not any(span.overlaps(other) for other in marked):
            yield Portion(number=None, span=span, text_span=span, kind="header")


def _among_captions(layout: Layout, register: Register) -> Iterator[Span]:
    for line in layout.lines_of("caption"):
        strange = (w for w in _LONG_WORD.findall(line.head) if w.upper() not in _CORRECTION)
        known = is_known_in_caption_zone(line.head, register)
        if not known or (signs.CORRECTED.match(line.head) and len(set(strange)) >= _FEWEST_WORDS):
            yield trimmed(layout.text, line.start, line.end)


def _after_authority(layout: Layout) -> Iterator[Span]:
    for stretch in layout.of_kind("authority"):
        whole = layout.span(stretch)
        end = min(whole.end, whole.start + _LONGEST)
        yield from _after_name(layout.text, whole.start, end)
        source = _SOURCE.search(layout.text, whole.start, end)
        if source and is_sentence(fold_space(source["named"])):
            yield trimmed(layout.text, *source.span("named"))
        found = _AFTER_REASONS.search(layout.text, whole.start, end)
        if found is None or _OWN_FIELD.match(found["text"]):
            continue
        yield trimmed(layout.text, found.start("text"), whole.end)


def _after_name(text: str, start: int, end: int) -> Iterator[Span]:
    """What follows the name of the classifying person when that makes the statement a sentence."""
    label = _BY.search(text, start, end)
    reasons = _REASONS.search(text, start, end)
    stop = reasons.start() if reasons else end
    comma = text.find(",", label.end(), stop) if label else -1
    if label and comma > 0 and is_sentence(fold_space(text[label.end() : stop])):
        yield trimmed(text, comma + 1, stop)


def _summaries(layout: Layout) -> Iterator[Span]:
    """What an archive says under such a label, up to the next label."""
    tells = False
    for line in layout.lines_of("wrapper"):
        label = _LABEL.match(line.head)
        if label:
            tells = _ABOUT_THE_TEXT.match(line.head) is not None
        if tells:
            start = line.start + layout.text[line.start : line.end].find(":") + 1 if label else 0
            yield trimmed(layout.text, max(start, line.start), line.end)
