"""Who classified a document, for what reasons, until when, and who declassified or released it."""
