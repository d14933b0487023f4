"""Captions and caveats: one file per rule, listed here."""

from __future__ import annotations

RULES = (
    "cap-unknown",
    "cap-nodis-exdis-together",
    "cap-nodis-exdis-needs-control",
    "cap-channel-conflict",
    "cap-sipdis-with-restrictive",
    "cap-sensitive-missing",
    "cap-sensitive-on-classified",
    "cap-state-only-external",
    "cap-efto-misuse",
    "cap-channel-unclassified",
    "cap-sensitive-unsupported",
    "cap-order",
    "cap-retired",
    "cap-official-informal",
)
