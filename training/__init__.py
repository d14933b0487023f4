"""Rebuilding the name model: diplomatic prose, synthetic telegrams, training, packing.

Not part of the installed tool. ``python -m training --help`` explains how to run it.
"""
