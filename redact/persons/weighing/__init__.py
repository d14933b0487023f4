"""Candidates weighed with all the document says: which are names, and how far each reaches."""
