"""Policies: from YAML files to frozen values, with the origin of every value; waivers."""
