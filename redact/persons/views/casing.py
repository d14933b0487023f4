"""A view of the text, of equal length, with paragraphs in capitals rewritten in prose case.

Names, places and abbreviations keep a capital, ordinary words lose it. Words that are both
(BAKER, GRANT) keep it after a title, an initial or a forename.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.persons.lexicon import JOINING, Lexicon
from redact.persons.place_names import place_words
from redact.persons.words import Word, words_of
from redact.sources import Span

# Ranks are shortened like other words (GEN, COL, MAJ); these are not.
_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "messrs", "mme", "mlle", "shri", "smt", "sir"})

_SHARE = 0.6
"""Share of capitals among the letters above which a paragraph counts as written in capitals."""


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals."""
    upper = sum(1 for c in text if c.isupper())
    lower = sum(1 for c in text if c.islower())
    return upper > _SHARE * (upper + lower) and upper + lower > 1


def prose_case(
    text: str,
    spans: Iterable[Span],
    lexicon: Lexicon,
    keep: frozenset[str],
    foreign: frozenset[Span] = frozenset(),
) -> str:
    """``text`` with those of ``spans`` that are in capitals rewritten; same length.

    ``keep``: folded abbreviations of the document, which stay in capitals. ``foreign``: the spans
    in another language, in which only known names keep a capital.
    """
    pieces: list[str] = []
    done = 0
    for span in spans:
        if not in_capitals(span.of(text)):
            continue
        pieces += (text[done : span.start], _rewritten(text, span, lexicon, keep, span in foreign))
        done = span.end
    return "".join((*pieces, text[done:]))


def _rewritten(text: str, span: Span, lexicon: Lexicon, keep: frozenset[str], foreign: bool) -> str:
    pieces: list[str] = []
    done = span.start
    words = list(words_of(text, span))
    places = place_words(text, words, lexicon)
    named = False  # whether the previous word is a title, an initial or a name
    addressed = False  # whether it is Mr., Dr. or the like
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        between = text[words[index - 1].span.end : word.span.start] if index else ""
        if re.search(r"[;:()!?\d,]|\n\s*\n|--", between):
            named = addressed = False
        if word.span.start in places:
            written, named = _capital(word.text), False
        else:
            inside = named and _is_between_names(word, following, lexicon)
            joined = named and index > 0 and words[index - 1].folded in JOINING
            written, named = _cased(word, following, named, addressed, lexicon, keep, text)
            if joined and word.folded in lexicon.ordinary:
                written, named = _capital(word.text), True
            if foreign and inside:
                written, named = _capital(word.text), True
            elif foreign and not lexicon.is_name(word.folded) and written.istitle():
                written, named = _lower(written), False
        addressed = word.folded in lexicon.addresses
        pieces += (text[done : word.span.start], written)
        done = word.span.end
    return "".join((*pieces, text[done : span.end]))


def _cased(
    word: Word,
    following: Word | None,
    named: bool,
    addressed: bool,
    lexicon: Lexicon,
    keep: frozenset[str],
    text: str,
) -> tuple[str, bool]:
    """The word as prose would write it, and whether the next word may continue a name."""
    folded = word.folded
    if len(folded) == 1:
        dotted = text[word.span.end : word.span.end + 1] == "."
        if folded == "a" and not dotted:
            return _lower(word.text), False
        return word.text, dotted or named
    if folded in keep:
        return word.text, folded in lexicon.titles  # ECONOFF TEDDY QUIRKE
    if folded in lexicon.particles:
        return _lower(word.text), named
    if folded in lexicon.titles or folded in lexicon.offices:
        before_name = following is not None and _is_addressed(folded, following.folded, lexicon)
        called = addressed and lexicon.may_be_addressed(folded)  # MR. MARSHALL
        return (_capital(word.text) if before_name or called else _lower(word.text)), True
    if folded in lexicon.places or folded in lexicon.demonyms:
        return _capital(word.text), False
    if folded in lexicon.terms and folded not in lexicon.ordinary:
        return word.text if len(folded) < 5 else _capital(word.text), False
    if folded in lexicon.ordinary:
        surname = following is not None and (
            following.folded in lexicon.surnames or folded not in lexicon.common
        )
        if addressed and folded not in lexicon.small_words:
            return _capital(word.text), True
        opens = surname and folded in lexicon.forenames and _rare(following, lexicon)
        family = folded in lexicon.families and folded not in lexicon.small_words
        is_name = (family or lexicon.is_name(folded)) and (named or opens)
        return (_capital(word.text) if is_name else _lower(word.text)), is_name
    if len(folded) < 4 and not lexicon.is_name(folded):
        return word.text, named
    if not re.search(r"[aeiouy]", folded):
        return word.text, named
    return _capital(word.text), named or lexicon.is_name(folded)  # DIRECTOR TANKMAR HORN


def _is_between_names(word: Word, following: Word | None, lexicon: Lexicon) -> bool:
    """Whether a known surname follows, so that the word is one too: MARIO SERRATE RUIZ."""
    if following is None or following.folded not in lexicon.surnames:
        return False
    plain = word.folded in lexicon.foreign or word.folded in lexicon.particles
    return not plain and word.folded not in lexicon.small_words


def _rare(word: Word | None, lexicon: Lexicon) -> bool:
    return word is not None and lexicon.is_unknown(word.folded)


def _is_addressed(title: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether a name may follow the title; after Mr. also one that is an ordinary word: MR LOW."""
    if title in _CIVIL:
        return folded not in lexicon.small_words
    return folded in lexicon.particles or lexicon.is_unknown(folded) or lexicon.is_name(folded)


def _lower(text: str) -> str:
    # Some letters change length when the case changes (İ); those stay as they are.
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _capital(text: str) -> str:
    prefix = re.match(r"(?:[OD]['’](?=\w{3}))?\w", text)
    head = prefix.end() if prefix else 1
    return text[:head] + _lower(text[head:])
