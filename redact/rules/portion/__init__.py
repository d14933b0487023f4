"""Portion marks: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.portion import (
    portion_above_banner,
    portion_double_mark,
    portion_entire_text,
    portion_misplaced,
    portion_missing,
    portion_subject_missing,
    portion_text_contradiction,
    portion_unclosed,
    portion_unknown,
)

MODULES: tuple[ModuleType, ...] = (
    portion_above_banner,
    portion_missing,
    portion_unknown,
    portion_unclosed,
    portion_misplaced,
    portion_subject_missing,
    portion_entire_text,
    portion_text_contradiction,
    portion_double_mark,
)
