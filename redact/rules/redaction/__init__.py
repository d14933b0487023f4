"""Integrity of a redaction (stage release): one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "red-residual-term",
    "red-variant-residual",
    "red-encoded-residual",
    "red-copies-conflict",
    "red-cross-document",
    "red-hidden-text",
    "red-metadata-leak",
    "red-public-hash",
    "red-manifest-mismatch",
    "red-marker-malformed",
    "red-partial-token",
    "red-length-leak",
)
