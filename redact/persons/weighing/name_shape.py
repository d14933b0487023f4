"""The shape of a name in a view: capitalized words, initials and small words between them."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left

from redact.persons.lexicon import JOINING, fold
from redact.persons.views.reading import Reading
from redact.persons.words import LETTER
from redact.sources import Span

UPPER = r"[^\W\d_a-zà-öø-ÿ]"
CAPITALISED = rf"(?:[ODL]['’])?{UPPER}{LETTER}+(?:['’]{LETTER}{{2,}})?"
INITIAL = rf"{UPPER}\."
BLANKS = r"[ \t]{1,12}"
NOT_INITIALS = re.compile(
    r"(?:U\.\s?[SNK]|E\.\s?[OU]|D\.C|P\.[OM]|A\.M|N\.Y|I\.E|E\.G)\.", re.IGNORECASE
)
# POC: I. BRANDWYCK is a person, not the first item of a list.
FIELD_OF_PERSON = re.compile(
    r"(?:^|\n|\([A-Z/]{1,8}\))[ \t]*(?:from|to|for|poc|contact|point of contact|drafter|drafted|"
    r"approved|cleared|signed|prepared|note-?taker|interpreter|attn|attention)(?: by)?"
    r"[ \t]*:[ \t]*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|\n|\d\.|[:;]|\.[ ]{2})[ \t]*$")
_ITEMS = re.compile(r"(?:^|[\n.:;])[ \t]{0,12}([A-Z]|II)\.[ \t]", re.IGNORECASE)
_ITEM_REACH = 3_000
"""Characters within which the item before or after is looked for."""

_INITIAL = re.compile(rf"{INITIAL}(?!{LETTER}{{3}})")
_TIGHT_INITIAL = re.compile(INITIAL)
_CAPITALISED = re.compile(rf"(?>{CAPITALISED})(?!/(?!/))")
_HYPHEN = re.compile(rf"-(?={UPPER}?{LETTER}{{2}})")
_PARTICLE = re.compile(rf"{LETTER}{{1,6}}(?=[ \t-])")
_BLANKS = re.compile(BLANKS)
_SAINT = re.compile(rf"(?:[Ss]te?|S[Tt])\.[ \t](?={UPPER}{LETTER}{{2}})")
_SUFFIX = re.compile(rf",?{BLANKS}(?:Jr|Sr|JR|SR|jr|sr|I{{2,3}}|IV)\b\.?")
_MOST_WORDS = 7


def name_at(reading: Reading, start: int, *, addressed: bool = False) -> Span | None:
    """The longest run of name words that begins at ``start`` of the view, or ``None``.

    Ordinary words end a name unless they are also known names; places, abbreviations and titles
    always do. A name has at least one word that is not an initial. After Mr., Dr. and the like
    (``addressed``) any capitalized word is a name, and so is the second one in mixed-case text:
    Ms. Honoria Padlock.
    """
    view, limit = reading.view, len(reading.view)
    position, last, words = start, None, 0
    joined = False  # whether a particle that only surnames follow was read
    foreign = reading.foreign.touches(Span(start, start + 1))
    while position < limit and words < _MOST_WORDS:
        if saint := _SAINT.match(view, position, limit):
            position = saint.end()
            continue
        if initial := _INITIAL.match(view, position, limit) or (
            _TIGHT_INITIAL.match(view, position, limit)
        ):
            position = initial.end()
        elif word := _CAPITALISED.match(view, position, limit):
            called = reading.lexicon.may_be_addressed(fold(word.group()))
            taken = addressed and not words and (called or not is_title(reading, word.group()))
            taken = taken or (foreign and words > 0 and _is_rare(reading, word.group()))
            taken = taken or (
                addressed and words == 1 and is_surname_like(reading, Span(*word.span()))
            )
            taken = taken or (joined and words > 0)
            if not taken and not may_be_name_word(reading, word.group()):
                break
            position, last, words = word.end(), word.end(), words + 1
            joined = False
            if hyphen := _HYPHEN.match(view, position, limit):
                # AL-RAHMAN, GARCIA-MEZA; of BANZER-PINOCHET both are names anyway
                position = hyphen.end()
                continue
        elif small := _PARTICLE.match(view, position, limit):
            if fold(small.group()) not in reading.lexicon.particles:
                break
            position, joined = small.end(), fold(small.group()) in JOINING
            if view[position] == "-":
                position += 1
                continue
        else:
            break
        if blanks := _BLANKS.match(view, position, limit):
            position = blanks.end()
        elif view[position - 1 : position] != ".":
            break
    if last is None:
        return None
    suffix = _SUFFIX.match(view, last, limit)
    return Span(start, suffix.end() if suffix else last)


def opens_list_item(reading: Reading, start: int) -> bool:
    """Whether the letter at ``start`` of the view opens a list item: "A. COCA IS MOVED TO LABS".

    Only where the item before or after it is there too: "THE ROAD IS FLOODED. S. ROSSON SENT WORD".
    """
    view = reading.view
    before = view[max(0, start - 40) : start]
    if not _ITEM.search(before) or FIELD_OF_PERSON.search(before):
        return False
    items, letter = _items_of(view), ord(view[start].lower())
    for other in (chr(letter - 1), chr(letter + 1), "ii"):
        starts = items.get(other, ())
        nearest = bisect_left(starts, start - _ITEM_REACH)
        if nearest < len(starts) and starts[nearest] < start + _ITEM_REACH:
            return True
    return False


@functools.lru_cache(maxsize=4)
def _items_of(view: str) -> dict[str, list[int]]:
    """Where each letter opens what may be a list item."""
    starts: dict[str, list[int]] = {}
    for match in _ITEMS.finditer(view):
        starts.setdefault(match[1].lower(), []).append(match.start(1))
    return starts


def may_be_name_word(reading: Reading, word: str) -> bool:
    """Whether a capitalized word can be part of a name at all."""
    folded, lexicon = fold(word), reading.lexicon
    if folded in reading.acronyms or folded in lexicon.titles:
        return False
    if lexicon.is_unnamed(folded):
        return False
    if folded in lexicon.ordinary:
        return lexicon.is_name(folded)
    return lexicon.is_name(folded) or not looks_like_acronym(word)


def _is_rare(reading: Reading, word: str) -> bool:
    """Whether a word in a foreign name is ordinary only in English: Mario Serrate Ruiz."""
    folded, lexicon = fold(word), reading.lexicon
    return not (folded in lexicon.foreign or lexicon.is_unnamed(folded) or folded in lexicon.titles)


def is_surname_like(reading: Reading, span: Span) -> bool:
    """Whether an ordinary word was capitalized in mixed case, and is not a title."""
    word = span.of(reading.text)
    return word[1:].islower() and not (
        reading.lexicon.is_unnamed(fold(word)) or is_title(reading, word)
    )


def is_title(reading: Reading, word: str) -> bool:
    """Whether a word is itself a title or office."""
    return fold(word) in reading.lexicon.titles or fold(word) in reading.lexicon.offices


def looks_like_acronym(word: str) -> bool:
    """Whether a word in capitals has too few letters, or no vowel, to be a name."""
    return word.isupper() and (len(word) < 4 or not re.search(r"[AEIOUY]", word))


def strength(reading: Reading, span: Span) -> float:
    """How much the words of ``span`` themselves look like a name, 0 to 1.

    1 when a word is in a name list and not an ordinary word, 0.8 when one is in no list at all,
    0.5 when all are ordinary words that are also names.
    """
    best = 0.0
    for word in re.findall(rf"{LETTER}{{2,}}", span.of(reading.view)):
        folded, lexicon = fold(word), reading.lexicon
        if folded in lexicon.particles:
            continue
        if lexicon.is_name(folded):
            best = max(best, 0.5 if folded in lexicon.ordinary else 1.0)
        elif lexicon.is_unknown(folded):
            best = max(best, 0.8)
    return best
