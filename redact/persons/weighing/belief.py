"""Whether a name of one word is plausible as what a detector takes it for."""

from __future__ import annotations

from redact.persons.views.reading import Reading
from redact.persons.words import Word


def is_believable(reading: Reading, word: Word, detector: str) -> bool:
    """Whether the word may be a name: not an abbreviation, title, place or ordinary word.

    Ordinary words that are also known names are accepted, and any after a title: Mr. Rainwater.
    """
    lexicon, folded = reading.lexicon, word.folded
    if detector == "title" and word.text[0].isupper() and lexicon.may_be_addressed(folded):
        return True
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return False
    if detector == "attention":
        return True  # which takes an ordinary word only where nothing but a name can be
    if len(folded) < 2 or word.text.islower():
        return False
    return folded not in lexicon.ordinary or lexicon.is_name(folded) or detector == "title"
