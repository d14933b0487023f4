"""Marking systems: their words, single markings as values, roll-up."""
