"""The scores that decide whether a candidate is dropped, shown to the reviewer, or withheld."""

LEAST = 0.3
"""Candidates below this score are dropped."""

NAMED = 0.55
"""Minimum score of a name of the tier *named*; below it the tier is *possible*."""
