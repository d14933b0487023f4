"""What tells a withheld name from a place or an ordinary word that is written like it."""

from __future__ import annotations

from redact.documents.model import Document
from redact.patterns import pattern
from redact.persons.lexicon import Lexicon
from redact.sources import Span
from redact.sources.wording import Folded, initials_before, words_of
from redact.values import dataclass

_WORD_BEFORE = pattern(r"([^\W\d_]+)\.?[ \t]+\Z")
_ENVELOPE = frozenset(("envelope", "classification-line", "page-heading", "trailer"))
_SIGNATURE = frozenset(("signature",))


@dataclass(frozen=True, slots=True)
class NamePage:
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
