"""A telegram as a whole, and the fields that need all of it."""
