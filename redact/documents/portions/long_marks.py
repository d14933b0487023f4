"""The form of portion marks that are long or wrapped over lines: release lists, programs."""

from __future__ import annotations

_WORDS = r"[A-Z0-9 ,/\t-]"

LONG_MARK = (
    r"(?://[A-Z]|(?:TOP SECRET|SECRET|CONFIDENTIAL|[A-Z]{1,3})[ \t]?/)"
    rf"{_WORDS}{{0,240}}(?:(?:\r\n|\r|\n){_WORDS}{{1,120}}){{0,4}}"
)
"""The text between such a mark's brackets: capitals after a level and an oblique.

A release list of a dozen countries is longer than any bracketed words that begin a sentence, so
length alone decides nothing; only what is written like a mark is read as a long one.
"""
