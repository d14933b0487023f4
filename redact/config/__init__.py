"""Configuration: the settings of a repository for every run, in one file at its root."""
