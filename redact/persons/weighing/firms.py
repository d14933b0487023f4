"""Firms with names of persons: by legal form, by product, or by a known firm name."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, words_of
from redact.sources import Span

# FREDERICKS, KANE AND ASSOCIATES; Baldwin & Sons; Smith, Inc.
_FIRM = re.compile(
    rf"(?:,[ \t]*{LETTER}{{2,}}){{0,3}},?[ \t]+(?:(?:and|&|AND|And)[ \t]+)?"
    r"(?:associates|sons|partners|company|corporation|co|inc|ltda?|bros|brothers|incorporated|corp|"
    r"limited|plc|llp|llc|gmbh|n\.v\.|a\.g\.|ag|a/s|pty|sdn|hermanos|hnos|y[ \t]+cia|e[ \t]+hijos|"
    r"et[ \t]+(?:cie|fils)|und[ \t]+(?:co|sohn|soehne)|"
    r"s\.[ \t]?p\.[ \t]?a\.?|s\.[ \t]?a\.(?!\w)|s\.r\.l\.|"
    r"united(?=[ \t]+(?:corp|corporation|company|inc|ltd|co|of)\b|[ \t]*[.,;:)]|"
    r"[ \t]+[a-z]+(?:ed|s)\b))(?!\w)",
    re.IGNORECASE,
)
# DAYTON HYDRAULICS COMPANY, Varangian Cattle and Land Corporation: with the product between.
_OF_MORE = re.compile(
    rf"(?P<between>(?:[ \t]+(?:and|&|{LETTER}{{4,}})){{1,3}}?)[ \t]+"
    r"(?:company|corporation|corp|incorporated|inc|ltda?|limited|llc|plc|gmbh|s\.[ \t]?a\.)(?!\w)",
    re.IGNORECASE,
)
# LITTLE AND BRANDT, A CONSULTING FIRM
_TWO_EXPLAINED = re.compile(
    rf"[ \t]+(?:and|&)[ \t]+[A-Z]{LETTER}+,[ \t]+an?[ \t]+(?:[a-z.-]+[ \t]+){{0,3}}"
    r"(?:firm|company|corporation|bank|subsidiary|contractor|manufacturer|newspaper|daily|weekly|airline|"
    r"brewery|consultancy|publisher|partnership|supermarket|retailer)(?!\w)",
    re.IGNORECASE,
)
# The two Koenig brothers, THE KOENIG BROTHERS: a family. The firm Koenig Brothers has no article.
_FAMILY = re.compile(r"[ \t]+brothers(?!\w)(?![ \t,]*(?:inc|ltda?|co|and|&)\b)", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|both|two|three|four|five|his|her|their)[ \t]+$", re.IGNORECASE)
_JOINED_AFTER = re.compile(rf"[ \t]+&[ \t]+(?P<other>[A-Z]{LETTER}+)")
_JOINED_BEFORE = re.compile(rf"(?P<other>[A-Z]{LETTER}+)[ \t]+&[ \t]+$")
_PARTNER = re.compile(rf"({LETTER}+),?[ \t]+(?:&|[Aa]nd|AND)[ \t]+$")


def is_firm(reading: Reading, span: Span, following: str) -> bool:
    """Whether a legal form, a product, or a partner and A FIRM is in or right after the name.

    ``following``: the view after the name.
    """
    several = " " in span.of(reading.view)
    last = list(words_of(reading.view, span))[1:][-1:] if several else []
    if any(_FIRM.match(reading.view, word.span.start - 1) for word in last):
        return True
    if (named := _FIRM.match(following)) and not _is_in_company(reading, span, named[0]):
        return True
    if _TWO_EXPLAINED.match(following):
        return True
    if _is_joined(reading, span, following):
        return True
    return _is_firm_of_more(reading, following)


def _is_in_company(reading: Reading, span: Span, following: str) -> bool:
    """Whether an officer's company follows after a comma: CPT Roe, Bravo Co."""
    return following.startswith(",") and _word_before(reading, span) in reading.lexicon.titles


def _is_joined(reading: Reading, span: Span, following: str) -> bool:
    """Whether mixed case joins it to another name by a sign: Ernst & Young; not Pat & Les Roe."""
    before = reading.view[max(0, span.start - 40) : span.start]
    other = _JOINED_AFTER.match(following) or _JOINED_BEFORE.search(before)
    if other is None or in_capitals(reading.text[max(0, span.start - 60) : span.end + 60]):
        return False
    lexicon, first = reading.lexicon, fold(other["other"])
    if first in lexicon.forenames and first not in lexicon.surnames:
        return False
    return _word_before(reading, span) not in lexicon.titles and first not in lexicon.titles


def is_family(reading: Reading, span: Span) -> bool:
    """Whether brothers who are not a firm follow: in lower case, or after an article."""
    after = _FAMILY.match(reading.text, span.end)
    if after is None:
        return False
    before = reading.text[max(0, span.start - 10) : span.start]
    return after[0].islower() or _THE.search(before) is not None


def is_house(reading: Reading, span: Span) -> bool:
    """Whether the name is that of a firm or foundation, unless a title precedes it."""
    words = [word.folded for word in words_of(reading.view, span)]
    houses = reading.lexicon.houses
    partner = _PARTNER.search(reading.view, max(0, span.start - 30), span.start)
    if partner and f"{fold(partner[1])} {words[0]}" in houses:
        return True  # Procter & Gamble
    if len(words) > 2 and words[-1] in reading.lexicon.institutions:
        words.pop()  # MORRISON KNUDSEN CAMP
    if " ".join(words) not in houses and not all(word in houses for word in words):
        return False
    return _word_before(reading, span) not in reading.lexicon.titles


def _is_firm_of_more(reading: Reading, following: str) -> bool:
    """Whether up to three nouns and then a word for a firm follow."""
    match = _OF_MORE.match(following)
    if match is None:
        return False
    between = [fold(word) for word in match["between"].split() if word != "&"]
    acts = classes()["acts"]
    return all(w not in acts and not w.endswith("ed") for w in between) and all(
        w == "and" or w not in reading.lexicon.small_words for w in between
    )


def _word_before(reading: Reading, span: Span) -> str:
    """The folded word right before ``span``, empty if there is none."""
    before = re.search(
        rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start]
    )
    return fold(before[1]) if before else ""
