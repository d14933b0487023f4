"""The portions of a text: paragraphs, their parts, headings, and the marks they bear."""
