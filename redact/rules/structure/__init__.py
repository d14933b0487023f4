"""Paragraphs, references, blocks, TAGS and subject: one file per rule, listed here."""

from __future__ import annotations

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
