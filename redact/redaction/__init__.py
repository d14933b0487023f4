"""Withholding: plan, apply, record, verify."""
