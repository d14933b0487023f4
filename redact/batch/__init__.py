"""Processing many documents: which ones, in how many workers, and what is done to each."""
