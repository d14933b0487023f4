"""The scores between which a candidate is dropped, shown to the reviewer, or withheld."""

LEAST = 0.3
"""Candidates below this score are dropped."""

NAMED = 0.55
"""Score from which a name is of the tier *named*; below it is *possible*."""
