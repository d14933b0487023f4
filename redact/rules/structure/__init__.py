"""Paragraphs, references, blocks, TAGS and subject: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "para-duplicate-number",
    "para-number-gap",
    "para-out-of-order",
    "xref-paragraph-dangling",
    "ref-letter-undefined",
    "ref-missing-line",
    "ref-impossible",
    "ref-restricted-caption",
    "block-unbalanced",
    "tags-missing-or-malformed",
    "subject-missing",
    "para-run-on",
    "ref-unused",
    "ref-letters-broken",
    "tags-person-required",
    "signature-missing",
)
