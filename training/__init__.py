"""Making the name model again: diplomatic prose, synthetic telegrams, training, packing.

Not part of the installed tool. ``python -m training --help`` says how to run it.
"""
