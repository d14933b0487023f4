"""The tool's own YAML files, read strictly, and the lines that errors in them stand on."""

from redact.strict_yaml.reader import MAX_BYTES, MAX_DEPTH, read_yaml, step

__all__ = ["MAX_BYTES", "MAX_DEPTH", "read_yaml", "step"]
