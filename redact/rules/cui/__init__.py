"""Controlled unclassified information: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.cui import (
    cui_banner_missing,
    cui_banner_syntax,
    cui_category_order,
    cui_category_unknown,
    cui_designation_missing,
    cui_in_classified,
    cui_ldc_privilege,
    cui_ldc_unknown_or_conflict,
    cui_legacy_marking,
    cui_portion_partial,
    cui_uncontrolled_prefix,
    sbu_fouo_mixed,
)

MODULES: tuple[ModuleType, ...] = (
    cui_banner_syntax,
    cui_category_order,
    cui_category_unknown,
    cui_ldc_unknown_or_conflict,
    cui_ldc_privilege,
    cui_designation_missing,
    cui_banner_missing,
    cui_in_classified,
    cui_portion_partial,
    cui_uncontrolled_prefix,
    cui_legacy_marking,
    sbu_fouo_mixed,
)
