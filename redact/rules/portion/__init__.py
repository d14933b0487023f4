"""Portion marks: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "portion-above-banner",
    "portion-caption-missing",
    "portion-missing",
    "portion-unknown",
    "portion-unclosed",
    "portion-misplaced",
    "portion-subject-missing",
    "portion-entire-text",
    "portion-text-contradiction",
    "portion-double-mark",
    "portion-control-without-level",
    "portion-admin-on-classified",
    "portion-syntax",
    "portion-bare-rel",
    "mark-lookalike",
)
