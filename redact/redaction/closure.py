"""Withholding a withheld name wherever else it stands.

Whoever looks for names may miss one place of a name it found at another. So every place where the
string of a withheld name stands again is either withheld with it or kept for a reason the record
tells: the proof of the public copy then finds nothing that was not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from redact.documents.model import Document
from redact.persons.lexicon import Lexicon
from redact.redaction.model import Kept, Redaction
from redact.redaction.spans import covered
from redact.sources import Span
from redact.sources.wording import (
    Folded,
    find_name,
    fold,
    initials_before,
    name_words,
    surname_of,
    words_of,
)

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \t]+\Z")
_ENVELOPE = frozenset(("envelope", "classification-line", "page-heading", "trailer"))
_SIGNATURE = frozenset(("signature",))


@dataclass(frozen=True, slots=True)
class SoughtName:
    """A withheld name: where it stands, why it is withheld and how records call it.

    ``only_outside_portions``: its portion is withheld and the policy withholds no names, so where
    the author's own mark releases the name it stays.
    """

    span: Span
    reasons: tuple[str, ...]
    cause: str
    only_outside_portions: bool = False


def withhold_repeats(
    document: Document,
    names: Iterable[SoughtName],
    withheld: tuple[Span, ...],
    kept: tuple[Kept, ...],
    released: tuple[Span, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Redaction, ...], tuple[Kept, ...]]:
    """Further redactions, and places that look like a withheld name and are kept, with the reason.

    ``withheld`` are the mentions that are withheld already, ``released`` the portions that are not
    withheld. Places inside withheld portions are found too: a reviewer may release the portion.
    """
    page = _Page(document, fold(document.source.text), lexicon)
    looked_at = [*withheld, *(k.span for k in kept)]
    redactions: dict[Span, Redaction] = {}
    left: dict[Span, Kept] = {}
    for name, spelling, alone in _spellings(names, document):
        for found in find_name(page.folded, spelling):
            if covered(found, looked_at) or covered(found, redactions):
                continue
            reason = page.reason_to_keep(found, spelling, alone=alone)
            if name.only_outside_portions and any(r.covers(found) for r in released):
                reason = reason or "stands in a released portion"
            if reason is not None:
                left.setdefault(found, Kept(found, "PERSON", reason))
            else:
                span = page.with_initials(found)
                redactions.setdefault(span, _redaction(span, name))
    return tuple(redactions.values()), tuple(
        kept for span, kept in left.items() if not any(span.overlaps(r) for r in redactions)
    )


def _redaction(span: Span, name: SoughtName) -> Redaction:
    return Redaction(span=span, reasons=name.reasons, causes=(name.cause,), kind="PERSON")


def _spellings(
    names: Iterable[SoughtName], document: Document
) -> Iterator[tuple[SoughtName, str, bool]]:
    """Each different name once, then each different surname alone: longer matches go first."""
    full: dict[tuple[str, ...], tuple[SoughtName, str]] = {}
    last: dict[str, SoughtName] = {}
    for name in sorted(names, key=lambda n: n.span):
        text = document.text_of(name.span)
        words = name_words(text)
        if len(words) > 1:
            full.setdefault(words, (name, text))
        surname = surname_of(text)
        if surname is not None:
            last.setdefault(surname, name)
    for words in sorted(full, key=lambda w: (-len(w), w)):
        name, text = full[words]
        yield name, text, False
    for surname in sorted(last):
        yield last[surname], surname, True


@dataclass(frozen=True, slots=True)
class _Page:
    """The text in which names are looked for, and what tells a name from another word."""

    document: Document
    folded: Folded
    lexicon: Lexicon

    def reason_to_keep(self, found: Span, name: str, *, alone: bool) -> str | None:
        """Why a place that reads like a withheld name is none, ``None`` when it must be withheld.

        ``alone``: only the surname stands there.
        """
        if not alone:
            return None
        if self._in_place_name(found):
            return "part of a place name"
        text = self.document.source.text
        written = found.of(text)
        if name in self.lexicon.places and self._in_segment(found, _ENVELOPE):
            return "name of a post in the transmission lines"
        if self._after_title(found) or self._in_segment(found, _SIGNATURE):
            return None
        if name in self.lexicon.ordinary or len(name) <= 3:
            line = self.document.source.line_text(self.document.source.line_col(found.start)[0])
            shows_case = any(c.islower() for c in line)
            capitalised = written[:1].isupper() and not self._starts_sentence(found)
            if written.islower() or (
                name in self.lexicon.ordinary and not (shows_case and capitalised)
            ):
                return "ordinary word"
        return None

    def with_initials(self, found: Span) -> Span:
        """The name with the initials that stand before it on its line."""
        before = initials_before(self.document.source.text, found.start)
        return Span(before.start, found.end) if before else found

    def _after_title(self, found: Span) -> bool:
        text = self.document.source.text
        before = _WORD_BEFORE.search(text, max(0, found.start - 30), found.start)
        return before is not None and before[1].lower() in self.lexicon.titles

    def _starts_sentence(self, found: Span) -> bool:
        before = self.document.source.text[max(0, found.start - 4) : found.start].rstrip()
        return not before or before[-1] in '.!?:)"”'

    def _in_segment(self, found: Span, kinds: frozenset[str]) -> bool:
        return any(s.span.covers(found) for s in self.document.segments if s.kind in kinds)

    def _in_place_name(self, found: Span) -> bool:
        """Whether words of the same line make a place name of several words with this one."""
        source = self.document.source
        line = source.line_col(found.start)[0]
        start = source.line_start(line)
        if source.line_col(found.end)[0] != line:
            return False
        before = words_of(source.text[start : found.start])[-2:]
        after = words_of(source.text[found.end : start + len(source.line_text(line))])[:2]
        words = (*before, *words_of(found.of(source.text)), *after)
        inside = range(len(before), len(words) - len(after))
        return any(
            " ".join(words[first:last]) in self.lexicon.places
            for first in range(inside.start + 1)
            for last in range(inside.stop, len(words) + 1)
            if last - first > len(inside)
        )
