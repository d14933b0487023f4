"""Declassification instructions: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "decl-missing",
    "decl-date-invalid",
    "decl-before-origin",
    "decl-over-limit",
    "decl-beyond-default",
    "decl-obsolete-x",
    "decl-obsolete-oadr-mr",
    "decl-25x-form",
    "decl-event-indefinite",
    "decl-aea-nato",
    "decl-passed",
    "decl-multiple",
    "decl-era-token",
    "decl-downgrade",
)
