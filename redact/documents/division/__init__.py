"""Dividing a telegram into stretches of lines by what they are, before any field is read."""
