"""Synthetic telegrams and memos with their persons marked, generated from templates and a seed."""

from __future__ import annotations

from training.generator.telegrams import generate

__all__ = ["generate"]
