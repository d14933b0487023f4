"""Weighing candidates by the whole document: which are names, and how far each extends."""
