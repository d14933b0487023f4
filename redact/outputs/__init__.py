"""Outputs: one file per format, each from a report to a string, without I/O."""
