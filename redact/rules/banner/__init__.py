"""Classification lines and banner lines: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "class-missing",
    "class-unknown-level",
    "class-prohibited-phrase",
    "class-levels-conflict",
    "class-copies-conflict",
    "class-banner-abbreviated",
    "class-doubtful",
    "class-spaced-form",
    "class-transmittal-statement",
    "class-working-paper",
    "class-line-no-mrn",
    "banner-placement",
    "banner-unsupported",
    "banner-rollup-control",
    "banner-category-order",
    "banner-separators",
    "banner-unknown-token",
    "banner-declass-in-banner",
)
