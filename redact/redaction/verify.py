"""Proving a public copy: nothing withheld survives in it, and the record accounts for every byte.

The proof starts from bytes on disk and the record, and shares no code with what wrote them.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from redact.redaction.claim import Claim, is_emptied, read_claim, shows_marked_text
from redact.redaction.letters import BARRIER, read_letters
from redact.redaction.places import moved, page_ends, placed
from redact.redaction.replay import readings, replay
from redact.redaction.residue import name_in, words_in
from redact.redaction.survivors import surviving_passages
from redact.redaction.verification import (
    FAIL,
    NOT_RUN,
    PASS,
    Check,
    Survivor,
    Verification,
    verdict,
)
from redact.sources import Source, Span

_ACCOUNTED = "what the original marks as classified is withheld"
"""Listed only when it fails: a record stripped of its deletions would prove any copy."""
ORIGINAL = "original is the one recorded"
REPLAY = "record replays byte for byte"
_NAMES = "withheld names are absent"
_PASSAGES = "withheld passages are absent"
_OWN_WORDING = """
    RELEASED IN PART; classification markings below are cancelled for this copy. RELEASED IN FULL.
    Policy: foia-release. Withheld: category not stated; names-only. Nothing was withheld. Each
    deletion is labelled at its place. Declassified as stamped on this record by on under.
    [marking, TOP SECRET, SECRET, CONFIDENTIAL, RESTRICTED - cancelled for this copy]
    (a)(b)(c)(d)(e)(f)(g)(h) name names word words line lines
"""
_OWN_WORDS = frozenset(word for word, _ in words_in(_OWN_WORDING))
"""Words of headers, labels and cancelled banners, which may coincide with a surname."""


def verify(public: bytes, record: Mapping[str, Any], original: bytes | None = None) -> Verification:
    """What its record and the original prove about the bytes of a public copy.

    Raises `UsageError` when ``record`` is not an audit record.
    """
    claim = read_claim(record)
    checks = [Check("public copy is the one recorded", _same(public, claim.public_sha256))]
    if original is None:
        checks += [
            Check("labels stand where the record says", _labels_stand(public, claim)),
            *(Check(name, NOT_RUN) for name in (ORIGINAL, REPLAY, _NAMES, _PASSAGES)),
        ]
        return verdict(checks, (), "not proved: original absent")
    is_original = _same(original, claim.original_sha256)
    checks.append(Check(ORIGINAL, is_original))
    if is_original == FAIL:
        # The record's offsets mean nothing in another text: words that happen to be there and also
        # in the public copy would be called a leak.
        checks += [Check(name, NOT_RUN) for name in (REPLAY, _NAMES, _PASSAGES)]
        return verdict(checks, (), None)
    replayed = replay(original, claim, public)
    checks.append(Check(REPLAY, FAIL if replayed is None else PASS))
    emptied = is_emptied(claim, (text for text, _, _ in readings(original)))
    if emptied or (replayed and shows_marked_text(claim, replayed[0])):
        checks.append(Check(_ACCOUNTED, FAIL))
    before, after = replayed or (next(readings(original))[0], next(readings(public))[0])
    survivors = tuple(sorted(set(_survivors(before, after, claim)), key=lambda s: s.span))
    for name, kind in ((_NAMES, "name"), (_PASSAGES, "passage")):
        checks.append(Check(name, FAIL if any(s.kind == kind for s in survivors) else PASS))
    nothing = not claim.sought and not any(change.withheld for change in claim.changes)
    return verdict(
        checks, survivors, "nothing was sought, for nothing is withheld" if nothing else None
    )


def _same(data: bytes, sha256: str | None) -> str:
    return PASS if hashlib.sha256(data).hexdigest() == sha256 else FAIL


def _labels_stand(public: bytes, claim: Claim) -> str:
    for text, _, _ in readings(public):
        places = list(placed(claim))
        if len(text) == claim.public_characters and all(
            place.of(text) == change for change, place in places
        ):
            return PASS
    return FAIL


def _survivors(before: str, after: str, claim: Claim) -> Iterator[Survivor]:
    page = Source.from_text(after)
    visible = _masked(after, claim)
    # A kept span counts only if the words that were considered are really there.
    kept = [place for span, place in moved(claim) if place.of(after) == span.of(before)]
    kept.sort(key=lambda place: place.start)
    reach = list(accumulate((place.end for place in kept), max))
    pages = [read_letters(visible)]
    page_lines = page_ends(visible, claim)
    if page_lines:
        pages.append(read_letters(visible, page_lines))
    found: dict[Span, str] = {}
    for name, person in {(span.of(before), person) for span, person in claim.sought}:
        for place in (p for letters in pages for p in name_in(letters, name, person=person)):
            before_it = bisect_right(kept, place.start, key=lambda s: s.start)
            is_kept = before_it > 0 and reach[before_it - 1] >= place.end
            if not is_kept and not _is_own_wording(after, place, claim):
                found[place] = "name"
    for place in _named_in_labels(before, claim):
        found[place] = "name"
    for place in surviving_passages(before, visible, claim):
        found.setdefault(place, "passage")
    for place, kind in found.items():
        yield Survivor(kind, place, *page.line_col(place.start))


def _named_in_labels(before: str, claim: Claim) -> Iterator[Span]:
    """Labels that contain a withheld name: whoever wrote the reason may have revealed it."""
    labels = {c.text for c in claim.changes if c.withheld and not _plain_words(c.text)}
    if not labels:
        return
    names = {(span.of(before), person) for span, person in claim.sought}
    revealing = {
        label
        for label in labels
        for letters in (read_letters(label),)
        if any(True for name, person in names for _ in name_in(letters, name, person=person))
    }
    yield from (span for label, span in placed(claim) if label in revealing)


def _plain_words(label: str) -> bool:
    return all(word in _OWN_WORDS or not word.isalpha() for word, _ in words_in(label))


def _masked(after: str, claim: Claim) -> str:
    """The public text with every label masked, at the same length."""
    text = after
    for label in sorted({c.text for c in claim.changes if c.withheld and c.text}, key=len):
        text = text.replace(label, BARRIER * len(label))
    return text


def _is_own_wording(after: str, place: Span, claim: Claim) -> bool:
    """Whether a match is in the fixed wording of a header or banner, not from the record."""
    return after[place.start : place.end].lower() in _OWN_WORDS and any(
        span.covers(place)
        for (_, span), change in zip(placed(claim), claim.changes, strict=True)
        if change.withheld is None
    )
