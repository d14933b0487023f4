"""The lines above a telegram's text: envelope, captions, E.O. line, TAGS, subject, references."""
