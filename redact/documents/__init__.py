"""Documents parsed into fields, each with its position in the source text."""

from __future__ import annotations

from redact.documents.authority.stamps import find_stamps
from redact.documents.detect_kind import detect_kind, is_copy_of_paper
from redact.documents.lines import split_lines
from redact.documents.memorandum import read_memorandum
from redact.documents.model import Document
from redact.documents.telegram.reader import read_telegram
from redact.documents.wrapping.line_decorations import without_line_decorations
from redact.markings.register import load_register
from redact.sources import Source

_REGISTERS = {"memorandum": "us", "cui": "us"}
"""Marking register by kind of document; kinds not listed use the register of telegrams."""
_OF_LINES = ("telegram", "military", "public-copy")
"""Kinds recognized by how their lines begin."""


def parse(source: Source, *, kind: str | None = None, register: str | None = None) -> Document:
    """The document in ``source``, parsed into fields. Never raises because of document content.

    ``kind`` (see `redact.documents.detect_kind`) and ``register`` are detected unless given.
    Raises `PolicyError` when there is no register of that name.
    """
    telegrams = load_register(register or "state")
    lines = split_lines(source.text)
    plain = without_line_decorations(source.text, lines)
    if plain is not None and kind not in _REGISTERS:
        plain_lines = split_lines(plain)
        stamps = find_stamps(plain, plain_lines)
        found = kind or detect_kind(plain, plain_lines, stamps, telegrams)
        if kind or found in _OF_LINES:
            return read_telegram(source, plain_lines, stamps, telegrams, found, plain)
    stamps = find_stamps(source.text, lines)
    found = kind or detect_kind(source.text, lines, stamps, telegrams)
    if found in _REGISTERS:
        papers = load_register(register or _REGISTERS[found])
        paper = read_memorandum(source, lines, stamps, papers, found)
        if register is None and paper.issuer == "state":
            # The Department marks its papers with the words of its telegrams: (SBU), (S/NF).
            return read_memorandum(source, lines, stamps, telegrams, found)
        return paper
    if found == "public-copy" and is_copy_of_paper(source.text, lines, stamps, telegrams):
        return read_memorandum(source, lines, stamps, telegrams, found)
    return read_telegram(source, lines, stamps, telegrams, found)


__all__ = ["Document", "parse"]
