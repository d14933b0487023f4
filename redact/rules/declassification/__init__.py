"""Declassification instructions: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.declassification import (
    decl_25x_form,
    decl_aea_nato,
    decl_before_origin,
    decl_beyond_default,
    decl_date_invalid,
    decl_downgrade,
    decl_era_token,
    decl_event_indefinite,
    decl_missing,
    decl_multiple,
    decl_obsolete_oadr_mr,
    decl_obsolete_x,
    decl_over_limit,
    decl_passed,
)

MODULES: tuple[ModuleType, ...] = (
    decl_missing,
    decl_date_invalid,
    decl_before_origin,
    decl_over_limit,
    decl_beyond_default,
    decl_obsolete_x,
    decl_obsolete_oadr_mr,
    decl_25x_form,
    decl_event_indefinite,
    decl_aea_nato,
    decl_passed,
    decl_multiple,
    decl_era_token,
    decl_downgrade,
)
