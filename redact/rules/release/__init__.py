"""Readiness for release (stage release): one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "rel-classified-text-remains",
    "rel-banner-not-cancelled",
    "rel-decl-date-future",
    "rel-sbu-unreviewed",
    "rel-exemption-missing",
    "rel-amount-not-indicated",
    "rel-exemption-code",
    "rel-b1-basis",
    "rel-b3-statute",
    "rel-b5-aged",
    "rel-decision-stamp-conflict",
    "rel-declass-stamp-incomplete",
    "rel-personal-identifier",
    "rel-source-protect-flag",
    "rel-handling-notice-left",
    "rel-equity-referral",
    "rel-withheld-text-repeated",
)
