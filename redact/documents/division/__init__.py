"""Division of a telegram into stretches of lines by kind, before any field is parsed."""
