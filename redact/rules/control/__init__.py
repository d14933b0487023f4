"""Dissemination and other controls: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.control import (
    aea_companions,
    aea_precedence,
    dis_foreign_release_rollup,
    dis_level_floor,
    dis_noforn_conflict,
    dis_noforn_rollup,
    dis_orcon_variants,
    dis_retired,
    dod_distribution,
    fgi_form,
    joint_form,
    nato_form,
    notice_missing,
    relto_code_unknown,
    relto_display_list,
    relto_order,
    relto_usa_first,
    sci_companions,
    sci_level_floor,
    sci_sap_order,
)

MODULES: tuple[ModuleType, ...] = (
    dis_noforn_rollup,
    dis_foreign_release_rollup,
    dis_noforn_conflict,
    dis_level_floor,
    relto_usa_first,
    relto_order,
    relto_code_unknown,
    sci_level_floor,
    sci_companions,
    aea_companions,
    fgi_form,
    nato_form,
    dis_orcon_variants,
    dis_retired,
    relto_display_list,
    sci_sap_order,
    aea_precedence,
    joint_form,
    notice_missing,
    dod_distribution,
)
