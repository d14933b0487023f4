"""The message envelope and what surrounds the record: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "env-fl2-precedence",
    "env-de-malformed",
    "env-de-dtg-drift",
    "env-dtg-malformed",
    "env-security-chars-form",
    "env-opsig-vs-level",
    "env-security-chars-vs-classline",
    "env-serial-vs-mrn",
    "env-bt-eom",
    "env-section-sequence",
    "env-section-suffix-unmatched",
    "env-page-header-mismatch",
    "env-header-block-repeated",
    "env-header-blocks-conflict",
    "env-several-messages",
    "env-scrape-artifact",
    "meta-mrn-mismatch",
    "meta-date-mismatch",
    "meta-classification-mismatch",
    "meta-tags-title-mismatch",
    "env-tid-malformed",
    "env-routing-indicator",
    "env-origin-vs-mrn-post",
    "env-no-action-addressee",
    "env-addressee-precedence",
    "env-duplicate-addressee",
)
