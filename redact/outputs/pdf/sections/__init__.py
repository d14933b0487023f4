"""Moved to `redact.outputs.audit.sections`."""
