"""Readiness for release (stage release): one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.release import (
    rel_amount_not_indicated,
    rel_b1_basis,
    rel_b3_statute,
    rel_b5_aged,
    rel_banner_not_cancelled,
    rel_classified_text_remains,
    rel_decision_stamp_conflict,
    rel_decl_date_future,
    rel_declass_stamp_incomplete,
    rel_equity_referral,
    rel_exemption_code,
    rel_exemption_missing,
    rel_handling_notice_left,
    rel_personal_identifier,
    rel_sbu_unreviewed,
    rel_source_protect_flag,
    rel_withheld_text_repeated,
)

MODULES: tuple[ModuleType, ...] = (
    rel_classified_text_remains,
    rel_banner_not_cancelled,
    rel_decl_date_future,
    rel_sbu_unreviewed,
    rel_exemption_missing,
    rel_amount_not_indicated,
    rel_exemption_code,
    rel_b1_basis,
    rel_b3_statute,
    rel_b5_aged,
    rel_decision_stamp_conflict,
    rel_declass_stamp_incomplete,
    rel_personal_identifier,
    rel_source_protect_flag,
    rel_handling_notice_left,
    rel_equity_referral,
    rel_withheld_text_repeated,
)
