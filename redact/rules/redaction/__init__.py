"""Integrity of a redaction (stage release): one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.redaction import (
    red_copies_conflict,
    red_cross_document,
    red_hidden_text,
    red_length_leak,
    red_manifest_mismatch,
    red_marker_malformed,
    red_metadata_leak,
    red_partial_token,
    red_public_hash,
    red_residual_term,
    red_variant_residual,
)

MODULES: tuple[ModuleType, ...] = (
    red_residual_term,
    red_variant_residual,
    red_copies_conflict,
    red_cross_document,
    red_hidden_text,
    red_metadata_leak,
    red_public_hash,
    red_manifest_mismatch,
    red_marker_malformed,
    red_partial_token,
    red_length_leak,
)
