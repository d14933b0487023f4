"""Words before a name that make it the name of something else: CALLE BUENO, MINA MATILDE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.persons.views.reading import Reading
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, Word, words_of
from redact.sources import Span

SAINTS = frozenset({"saint", "sainte", "san", "sankt", "santa", "santo", "sao", "st", "ste"})
_SHORTENED = SAINTS | {"av", "ave", "avda", "cia", "esq", "ft", "mt", "ss", "vda", "jl", "ul"}
_REACH = 60
_MOST_BETWEEN = 2
# USS OLIVER HAZARD PERRY, MV KING JAJA: with up to two words of the ship's name between.
_OF_SHIP = (
    r"(?:M/?[VTYB]|M/S|S/[SVY]|F/V|R/V|USS|USNS|USCGC|HMS|HMCS|HMAS|HMNZS|HN[LO]?MS|HDMS|HSWMS|INS|"
    r"PNS|TCG|BRP|BAP|ARA|ROKS|FGS|RFA|TSS|MSC|JS|JDS|FNS|ITS|BNS|SLNS|KD|KRI|USAT)"
)
_OPENS_WITH_SHIP = re.compile(rf"{_OF_SHIP}[ \t]+[A-Z]")
_SHIP = re.compile(
    rf"(?:\b{_OF_SHIP}"
    r"|\b(?i:ships|vessels|tankers?|freighters|trawlers|trawler|freighter|frigate|destroyer|cruiser|submarine|steamer|motorship|ferry|"
    r"icebreaker|schooner|corvette|minesweeper|tugboat|yacht|(?:merchant|cargo|passenger|fishing|factory|"
    r"patrol|research|training|hospital)[ \t]+(?:ship|vessel|boat)))[ \t]+[\"“']?"
    rf"(?P<between>(?:[A-Z]{LETTER}+[ \t]+){{0,2}})$"
)
_NAMED = re.compile(
    rf"(?P<what>{LETTER}+)[ \t]+(?:called|named|known[ \t]+as|dubbed)[ \t]+[\"“'‘]?$", re.IGNORECASE
)
_MS = re.compile(r"\b(?:M/?S|MSC|INS)[ \t]")
# THE MINA CAROLINA; but MINA MATLOUB SAID
_PLACED = re.compile(r"\b(?:the|at|in|of|from|near|than|la|el|de)[ \t]+$", re.IGNORECASE)


def is_dedicated(reading: Reading, span: Span) -> bool:
    """Whether a street, mine, ship or saint precedes the name or begins it."""
    if _is_ship(reading, span) or _is_named_so(reading, span) or _follows_one(reading, span):
        return True
    if " " not in span.of(reading.view):
        return False
    return _is_saint(reading, span) or _begins_with_one(reading, span)


def _is_named_so(reading: Reading, span: Span) -> bool:
    """Whether the text says that something is named so: A SCHOOL NAMED RABIA BALKHI."""
    match = _NAMED.search(reading.view, max(0, span.start - _REACH), span.start)
    return match is not None and fold(match["what"]) in classes()["organisation"]


def _follows_one(reading: Reading, span: Span) -> bool:
    """Whether a street, mine or saint precedes the name; not Mr. St. Clair.

    After a word that is not English, up to two words of the name or its title may intervene: JALAN
    TEUKU UMAR, COLEGIO DON BOSCO.
    """
    lexicon = reading.lexicon
    before = list(_words_before(reading, span))
    for between, (word, dotted) in enumerate(before):
        folded = word.folded
        if folded in lexicon.dedications:
            if dotted and folded not in _SHORTENED:
                return False  # THEY CLEANED THE LAKE. QUIRKE SMILED.
            if between and (folded in lexicon.common or folded in SAINTS):
                return False  # THE MUSEUM DIRECTOR QUIRKE
            first = before[between + 1][0].folded if len(before) > between + 1 else ""
            named = first in lexicon.titles or first in lexicon.forenames
            return not (folded in SAINTS and named)
        inside = folded in lexicon.titles or folded in lexicon.particles or len(folded) == 1
        rare = word.text[0].isupper() and lexicon.is_unknown(folded) and not dotted
        if between == _MOST_BETWEEN or not (inside or rare):
            return False
    return False


def _words_before(reading: Reading, span: Span) -> Iterator[tuple[Word, bool]]:
    """The words before the name, separated only by blanks, nearest first; and whether dotted."""
    start = span.start
    words = words_of(reading.view, Span(max(0, start - _REACH), start))
    for word in list(words)[: -_MOST_BETWEEN - 3 : -1]:
        gap = reading.view[word.span.end : start]
        if not gap or gap.strip(" \t") not in ("", "."):
            return
        yield word, "." in gap
        start = word.span.start


def _begins_with_one(reading: Reading, span: Span) -> bool:
    """Whether the first word of the name is a mine, palace or the like: MINA MATILDE.

    Where that is also a forename, a preceding article or preposition or a following forename
    decides.
    """
    if _OPENS_WITH_SHIP.match(reading.view, span.start, span.end):
        return True
    words = list(words_of(reading.view, span))
    lexicon = reading.lexicon
    if len(words) < 2 or words[0].folded not in lexicon.dedications or words[0].folded in SAINTS:
        return False
    if words[0].folded not in lexicon.forenames:
        return words[0].folded not in lexicon.common
    second = words[1].folded
    twice = second in lexicon.forenames and second not in lexicon.surnames
    return twice or bool(_PLACED.search(reading.view, max(0, span.start - 8), span.start))


def _is_saint(reading: Reading, span: Span) -> bool:
    """Whether the name begins with a saint, without a preceding title or forename."""
    words = list(words_of(reading.view, span))
    if len(words) < 2 or words[0].folded not in SAINTS:
        return False
    before = next((word.folded for word, _ in _words_before(reading, span)), "")
    return before not in reading.lexicon.titles and before not in reading.lexicon.forenames


def _is_ship(reading: Reading, span: Span) -> bool:
    """Whether a ship, or an abbreviation for one, precedes the name.

    MS is also a form of address and INS an agency: after those no title may intervene.
    """
    match = _SHIP.search(reading.view, max(0, span.start - _REACH), span.start)
    if match is None:
        return False
    between = list(words_of(reading.view, Span(*match.span("between"))))
    if any(w.text[0].islower() for w in between):
        return False
    titled = any(w.folded in reading.lexicon.titles for w in between)
    return not (titled and _MS.match(match[0]))
