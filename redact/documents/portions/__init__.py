"""The portions of a text: paragraphs, their parts, headings, and their marks."""
