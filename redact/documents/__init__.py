"""Documents: what was read, field by field, with the place of each."""
