"""Presidio and spaCy, configured for telegrams.

Modules here import both at the top; they are imported only by functions that are about to search
for names, so that commands that need no model start without them.
"""
