"""What can be a term of the TAGS line, where no list knows it."""

from __future__ import annotations

from redact.documents.telegram_model import Tag
from redact.markings.vocabulary import TagsVocabulary

_LONGEST_NAME = 10


def defect_of(tag: Tag, known: TagsVocabulary) -> str | None:
    """What is wrong with a term no list knows; ``None`` when it may be an organisation's name."""
    pieces = _fused(tag.text, known)
    if pieces:
        return f"{pieces} TAGS terms have no space between them"
    if not 2 <= len(tag.text) <= _LONGEST_NAME:
        return f"term has {len(tag.text)} letters, an organisation's name has 2 to 10"
    if not any(letter.isalpha() for letter in tag.text):
        return "term has no letters"
    return None


def _fused(text: str, known: TagsVocabulary) -> int:
    """Number of terms run together: known four-letter terms with a place or not; 0 for none."""
    words = known.subject | known.program | known.geographic
    count = 0
    while text:
        size = next((n for n in (4, 2) if text[:n] in words and len(text) >= n), 0)
        if not size:
            return 0
        text = text[size:]
        count += 1
    return count if count > 1 else 0
