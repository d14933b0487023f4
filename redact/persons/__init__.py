"""Who is named where. The only room that imports Presidio or spaCy, and only inside functions."""
