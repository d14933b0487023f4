"""The classification authority block and the E.O. line: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.authority import (
    auth_date_of_origin,
    auth_derivative_with_reason,
    auth_derived_from_incomplete,
    auth_derived_from_missing,
    auth_eo_era,
    auth_eo_line_missing,
    auth_eo_na_mismatch,
    auth_identity_missing,
    auth_missing,
    auth_multiple_sources_no_list,
    auth_on_unclassified,
    auth_reason_era,
    auth_reason_letter,
    auth_reason_missing,
)

MODULES: tuple[ModuleType, ...] = (
    auth_missing,
    auth_identity_missing,
    auth_reason_missing,
    auth_reason_era,
    auth_reason_letter,
    auth_derivative_with_reason,
    auth_derived_from_missing,
    auth_derived_from_incomplete,
    auth_multiple_sources_no_list,
    auth_on_unclassified,
    auth_eo_line_missing,
    auth_eo_na_mismatch,
    auth_eo_era,
    auth_date_of_origin,
)
