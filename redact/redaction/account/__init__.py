"""The account that a record gives of a release, worked out a second time.

What a record says beyond the bytes, such as amounts, lines, levels and findings, is made anew from
the original, the public copy, the policies and the registers, and compared field by field. It uses
what reads documents and policies, and nothing of what plans, writes or records a public copy.
"""
