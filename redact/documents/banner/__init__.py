"""The overall marking: the classification line of a telegram and what a banner line holds."""
