"""Policies: YAML to frozen values, with the origin of every value; waivers."""
