"""The classification authority block and the E.O. line: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "auth-missing",
    "auth-identity-missing",
    "auth-reason-missing",
    "auth-reason-era",
    "auth-reason-letter",
    "auth-derivative-with-reason",
    "auth-derived-from-missing",
    "auth-derived-from-incomplete",
    "auth-multiple-sources-no-list",
    "auth-on-unclassified",
    "auth-eo-line-missing",
    "auth-eo-na-mismatch",
    "auth-eo-era",
    "auth-date-of-origin",
)
