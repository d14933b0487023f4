"""Strict reading of the tool's own YAML files, with line numbers for errors in them."""

from redact.strict_yaml.reader import MAX_BYTES, MAX_DEPTH, read_yaml, step

__all__ = ["MAX_BYTES", "MAX_DEPTH", "read_yaml", "step"]
