"""Markings: the vocabulary of each marking system, single markings as values, roll-up."""
