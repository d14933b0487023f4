"""Classification lines and banner lines: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.banner import (
    banner_category_order,
    banner_declass_in_banner,
    banner_placement,
    banner_rollup_control,
    banner_separators,
    banner_unknown_token,
    banner_unsupported,
    class_banner_abbreviated,
    class_doubtful,
    class_levels_conflict,
    class_line_no_mrn,
    class_missing,
    class_prohibited_phrase,
    class_spaced_form,
    class_transmittal_statement,
    class_unknown_level,
    class_working_paper,
)

MODULES: tuple[ModuleType, ...] = (
    class_missing,
    class_unknown_level,
    class_prohibited_phrase,
    class_levels_conflict,
    class_banner_abbreviated,
    class_doubtful,
    class_spaced_form,
    class_transmittal_statement,
    class_working_paper,
    class_line_no_mrn,
    banner_placement,
    banner_unsupported,
    banner_rollup_control,
    banner_category_order,
    banner_separators,
    banner_unknown_token,
    banner_declass_in_banner,
)
