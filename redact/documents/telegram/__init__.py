"""Reading a telegram as a whole, and the fields that depend on all of it."""
