"""Checks that a public copy has no hash, exact length or offset of what was withheld.

## Why

To anybody with a list of names, the hash of a name is the name; an exact length shortens the list.
A hash of the whole public copy reveals nothing and may be anywhere.

## Example

    [(b)(6) sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08]
    [B6 - 7 characters]

*Use instead:* a rounded amount: `[(b)(6) name]`.

## Limits

A hash outside the labels is recognised when the copy is checked beside its original, or when an
offset or a length is on its line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.redaction.withheld_names import withheld_names
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span

ID = "red-public-hash"

_DIGEST = pattern(
    r"(?<![0-9a-fA-F])(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}"
    r"|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})(?![0-9a-fA-F])"
)
_EXACT = pattern(r"\b\d+\s?(?:characters?|chars?|letters?|bytes?)\b|\boffsets?\b", re.IGNORECASE)
_MANIFEST = pattern(r"[\"']?\b(?:len|length|offset|start|end)\b[\"']?\s?[:=]\s?\d+", re.IGNORECASE)
_ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every digest of withheld text and on every label with an exact length."""
    text = examined.document.source.text
    labels = [deletion.span for deletion in find_deletions(examined)]
    for label in labels:
        exact = _EXACT.search(text, label.start, label.end)
        if exact:
            yield Hit(
                span=Span(*exact.span()),
                message="a label gives the exact length or place of what was withheld",
                fix="give the amount in rounded words or lines",
            )
    guessable = _digests(examined)
    for match in _DIGEST.finditer(text):
        span = Span(*match.span())
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start : len(text) if end < 0 else end]
        if (
            match[0].lower() in guessable
            or any(label.covers(span) for label in labels)
            or _MANIFEST.search(line)
        ):
            yield Hit(
                span=span,
                message="a hash of withheld text can be guessed from a list of names",
                fix="remove the hash from the copy",
            )


def _digests(examined: Examined) -> set[str]:
    """Digests of every withheld name, as written and in the usual other cases."""
    if examined.publication is None:
        return set()
    return {
        hashlib.new(algorithm, form.encode(), usedforsecurity=False).hexdigest()
        for name in withheld_names(examined.publication)
        for spelling in (name.text, *name.spellings)
        for form in (spelling, spelling.lower(), spelling.upper(), spelling.title())
        for algorithm in _ALGORITHMS
    }
