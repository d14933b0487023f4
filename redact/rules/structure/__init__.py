"""Paragraphs, references, blocks, TAGS and subject: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.structure import (
    block_unbalanced,
    para_duplicate_number,
    para_number_gap,
    para_out_of_order,
    para_run_on,
    ref_impossible,
    ref_letter_undefined,
    ref_letters_broken,
    ref_missing_line,
    ref_restricted_caption,
    ref_unused,
    signature_missing,
    subject_missing,
    tags_missing_or_malformed,
    tags_person_required,
    xref_paragraph_dangling,
)

MODULES: tuple[ModuleType, ...] = (
    para_duplicate_number,
    para_number_gap,
    para_out_of_order,
    xref_paragraph_dangling,
    ref_letter_undefined,
    ref_missing_line,
    ref_impossible,
    ref_restricted_caption,
    block_unbalanced,
    tags_missing_or_malformed,
    subject_missing,
    para_run_on,
    ref_unused,
    ref_letters_broken,
    tags_person_required,
    signature_missing,
)
