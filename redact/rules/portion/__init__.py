"""Portion marks: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.portion import (
    mark_lookalike,
    portion_above_banner,
    portion_admin_on_classified,
    portion_bare_rel,
    portion_caption_missing,
    portion_control_without_level,
    portion_double_mark,
    portion_entire_text,
    portion_misplaced,
    portion_missing,
    portion_subject_missing,
    portion_syntax,
    portion_text_contradiction,
    portion_unclosed,
    portion_unknown,
)

MODULES: tuple[ModuleType, ...] = (
    portion_above_banner,
    portion_caption_missing,
    portion_missing,
    portion_unknown,
    portion_unclosed,
    portion_misplaced,
    portion_subject_missing,
    portion_entire_text,
    portion_text_contradiction,
    portion_double_mark,
    portion_control_without_level,
    portion_admin_on_classified,
    portion_syntax,
    portion_bare_rel,
    mark_lookalike,
)
