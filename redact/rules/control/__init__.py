"""Dissemination and other controls: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.control import (
    aea_companions,
    dis_foreign_release_rollup,
    dis_level_floor,
    dis_noforn_conflict,
    dis_noforn_rollup,
    fgi_form,
    nato_form,
    relto_code_unknown,
    relto_order,
    relto_usa_first,
    sci_companions,
    sci_level_floor,
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
)
