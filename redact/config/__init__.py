"""Configuration: what a repository wants every run to do, in one file at its root."""
