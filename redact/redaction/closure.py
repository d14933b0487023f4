"""Withholding a withheld name wherever else it appears.

Name detection may miss one occurrence of a name it found elsewhere. So every further occurrence of
a withheld name's string is either withheld too or kept for a recorded reason: the proof of the
public copy then finds no occurrence that was not considered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redact.documents.model import Document
from redact.persons.lexicon import Lexicon
from redact.redaction.merge import merge
from redact.redaction.model import Kept, Redaction
from redact.redaction.name_page import NamePage
from redact.redaction.spans import Cover
from redact.sources import Span
from redact.sources.wording import name_words, surname_of
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class SoughtName:
    """A withheld name: its span, why it is withheld, and how records refer to it.

    ``only_outside_portions``: its portion is withheld but the policy withholds no names, so the
    name stays wherever the author's own portion mark releases it.
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
    """Further redactions, and occurrences that look like a withheld name but are kept, and why.

    ``withheld`` are the mentions withheld so far, ``released`` the portions that are not withheld.
    Occurrences inside withheld portions are included: a reviewer may release the portion.
    """
    page = NamePage.of(document, lexicon)
    length = len(document.source.text)
    shown = Cover(length, released)
    looked_at = Cover(length, (*withheld, *(k.span for k in kept)))
    done = Cover(length)
    redactions: dict[Span, Redaction] = {}
    left: dict[Span, Kept] = {}
    known: set[tuple[str, ...]] = set()
    names = list(names)
    pending = names
    while pending:
        known.update(name_words(document.text_of(name.span)) for name in pending)
        for name, spelling, alone in _spellings(pending, document):
            for found in page.places_of(spelling, alone=alone):
                if looked_at.covers(found) or done.covers(found):
                    continue
                reason = page.reason_to_keep(found, spelling, alone=alone)
                if name.only_outside_portions and shown.covers(found):
                    reason = reason or "is in a released portion"
                if reason is not None:
                    left.setdefault(found, Kept(found, "PERSON", reason))
                    continue
                for span in page.outside_page_lines(page.with_initials(found)):
                    redactions.setdefault(span, _redaction(span, name))
                    done.add(span)
        # Added initials and joined overlaps give new strings, which may also appear elsewhere.
        pending = [
            joined
            for joined in _joined(names, redactions.values())
            if name_words(document.text_of(joined.span)) not in known
        ]
    return tuple(redactions.values()), tuple(
        kept for span, kept in left.items() if not done.touches(span)
    )


def _joined(names: list[SoughtName], redactions: Iterable[Redaction]) -> Iterator[SoughtName]:
    """The names as finally withheld, with overlapping ones joined."""
    outside = all(name.only_outside_portions for name in names)
    for redaction in merge((*(_redaction(name.span, name) for name in names), *redactions)):
        yield SoughtName(redaction.span, redaction.reasons, redaction.causes[0], outside)


def _redaction(span: Span, name: SoughtName) -> Redaction:
    return Redaction(span=span, reasons=name.reasons, causes=(name.cause,), kind="PERSON")


def _spellings(
    names: Iterable[SoughtName], document: Document
) -> Iterator[tuple[SoughtName, str, bool]]:
    """Each distinct name once, then each distinct surname alone: longer matches come first."""
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
