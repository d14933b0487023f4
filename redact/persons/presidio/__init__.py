"""Presidio and spaCy, wired for telegrams.

Modules in here import both at the top; nothing imports them but a function that is about to look
for names, so that commands that need no model start without them.
"""
