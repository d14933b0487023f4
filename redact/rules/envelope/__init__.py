"""The message envelope and what surrounds the record: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
