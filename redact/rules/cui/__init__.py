"""Controlled unclassified information: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "cui-banner-syntax",
    "cui-category-order",
    "cui-category-unknown",
    "cui-ldc-unknown-or-conflict",
    "cui-ldc-privilege",
    "cui-designation-missing",
    "cui-banner-missing",
    "cui-in-classified",
    "cui-portion-partial",
    "cui-uncontrolled-prefix",
    "cui-legacy-marking",
    "sbu-fouo-mixed",
)
