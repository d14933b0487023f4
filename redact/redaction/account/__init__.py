"""A second, independent computation of what a record says about a release.

What a record states beyond the bytes, such as amounts, lines, levels and findings, is recomputed
from the original, the public copy, the policies and the registers and compared field by field. It
uses the code that reads documents and policies, but none that plans, writes or records a copy.
"""
