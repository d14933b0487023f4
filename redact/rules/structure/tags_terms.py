"""Whether a term of the TAGS line that is on no list can be valid."""

from __future__ import annotations

from redact.documents.telegram_model import Tag
from redact.markings.vocabulary import TagsVocabulary

_LONGEST_NAME = 10


def defect_of(tag: Tag, known: TagsVocabulary) -> str | None:
    """The defect of a term on no list; ``None`` when it may be an organization's name."""
    pieces = _fused(tag.text, known)
    if pieces:
        return f"{pieces} TAGS terms have no space between them"
    if not 2 <= len(tag.text) <= _LONGEST_NAME:
        return f"term has {len(tag.text)} letters, an organisation's name has 2 to 10"
    if not any(letter.isalpha() for letter in tag.text):
        return "term has no letters"
    return None


def _fused(text: str, known: TagsVocabulary) -> int:
    """Number of known terms, of four or two letters, run together; 0 for fewer than two."""
    words = known.subject | known.program | known.geographic
    count = 0
    while text:
        size = next((n for n in (4, 2) if text[:n] in words and len(text) >= n), 0)
        if not size:
            return 0
        text = text[size:]
        count += 1
    return count if count > 1 else 0
