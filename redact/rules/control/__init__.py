"""Dissemination and other controls: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "dis-noforn-rollup",
    "dis-foreign-release-rollup",
    "dis-noforn-conflict",
    "dis-level-floor",
    "relto-usa-first",
    "relto-order",
    "relto-code-unknown",
    "sci-level-floor",
    "sci-companions",
    "aea-companions",
    "fgi-form",
    "nato-form",
    "dis-orcon-variants",
    "dis-retired",
    "relto-display-list",
    "sci-sap-order",
    "aea-precedence",
    "joint-form",
    "notice-missing",
    "dod-distribution",
)
