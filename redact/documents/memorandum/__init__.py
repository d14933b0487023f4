"""Memoranda and other papers: banner lines, marked portions, authority block, CUI designation."""

from redact.documents.memorandum.reader import read_memorandum

__all__ = ["read_memorandum"]
