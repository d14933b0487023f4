"""Captions and caveats: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

from redact.rules.caption import (
    cap_channel_conflict,
    cap_channel_unclassified,
    cap_efto_misuse,
    cap_nodis_exdis_needs_control,
    cap_nodis_exdis_together,
    cap_official_informal,
    cap_order,
    cap_retired,
    cap_sensitive_missing,
    cap_sensitive_on_classified,
    cap_sensitive_unsupported,
    cap_sipdis_with_restrictive,
    cap_state_only_external,
    cap_unknown,
)

MODULES: tuple[ModuleType, ...] = (
    cap_unknown,
    cap_nodis_exdis_together,
    cap_nodis_exdis_needs_control,
    cap_channel_conflict,
    cap_sipdis_with_restrictive,
    cap_sensitive_missing,
    cap_sensitive_on_classified,
    cap_state_only_external,
    cap_efto_misuse,
    cap_channel_unclassified,
    cap_sensitive_unsupported,
    cap_order,
    cap_retired,
    cap_official_informal,
)
