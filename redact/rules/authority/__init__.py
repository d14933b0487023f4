"""The classification authority block and the E.O. line: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
