"""Preparing a document for the recognizers: selecting parts, restoring case, joining lines."""
