"""Check the markings of government documents, withhold what a policy says, and prove it."""

__version__ = "0.1.0"
