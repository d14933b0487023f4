"""Names of persons that name something else: streets, firms, universities, treaties, ships."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.dedications import is_dedicated
from redact.persons.weighing.firms import is_family, is_firm, is_house
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, Word, words_of
from redact.sources import Span

_NEXT = re.compile(rf"(?:[ \t]+(?:I{{1,3}}|IV|VI{{0,3}}))?[ \t]+(?P<word>{LETTER}+)\b")
_TOKEN = re.compile(rf"[ \t]+(?P<word>{LETTER}+)(?P<dot>\.?)")
_MOST_REST = 3
_AT = re.compile(r"\b(?:at|on|in|near|off|outside|along|the)[ \t]+$", re.IGNORECASE)
_STREETS = frozenset({"street", "avenue", "boulevard", "road", "university", "hotel", "airport"})


# NOBEL PEACE PRIZE, Dimitrov Collective Farm: with the kind of institution between.
_OF_A_KIND = re.compile(
    r"(?:['’]s(?=[ \t]+(?:inter)?national[ \t]+bank))?[ \t]+"
    r"(?:peace|space|state|collective|technical|high|secondary|primary|elementary|medical|"
    r"international|national|regional|military|naval|air|research|teaching|general|children['’]s|"
    r"community|graduate|exchange|literature|science|war[ \t]+crimes|agricultural|nature|"
    r"political[ \t]+science|nuclear|power|steel|cotton|sugar|copper|tin|oil)[ \t]+"
    r"(?:prizes?|awards?|medal|foundation|hospital|clinic|school|academy|institute|centers?|"
    r"centres?|bank|library|museum|university|college|stadium|airport|field|base|farm|mines?|"
    r"mills?|tribunal|refinery|works|plant|station|park|scholars?|scholarships?|program|reactor)"
    r"(?!\w)",
    re.IGNORECASE,
)
_ROMANCE = re.compile(r"(?:an|en|in)[oa]s?$|enses?$|aises?$")
# The Musgrave and Harvard Studies
_COORDINATED = re.compile(
    rf"(?:[ \t]+(?:and|&)[ \t]+(?P<other>[A-Z]{LETTER}+)[ \t]+(?:studies|amendments|rounds|"
    r"committees|commissions|foundations|universities|banks|companies|doctrines|treaties|acts|prizes|polls|"
    r"engineers|engineering|associates|consultants|architects|contractors|brothers|partners)"
    # the Torrijos-Carter Treaties; BANZER-PINOCHET MEETING names two persons
    rf"|[-–/](?P<second>[A-Z]{LETTER}+)[ \t]+(?:treat(?:y|ies)|amendments?|acts?|bill|law|report|"
    r"commission|committee|pact|protocol|doctrine|formula|foundation|prize|polls?|resolution))(?!\w)",
    re.IGNORECASE,
)
# The Quirke round of talks is his.
_OF_TALKS = re.compile(r"[ \t]+rounds?[ \t]+of\b", re.IGNORECASE)
# Not had by persons: the Marovian Ministry of Fisheries, the Gordavan Interior Ministry.
_OF_STATE = re.compile(rf"[ \t]+(?:[A-Z]{LETTER}+[ \t]+)?(?:Ministry|Embassy|Consulate)(?!\w)")
# Persons have these too: only after an adjective, and where no name is expected before it, as in
# "told Petrosian government forces had left".
_OF_PEOPLE = re.compile(
    rf"[ \t]+(?:[A-Z]{LETTER}+[ \t]+)?(?:[Mm]inistry|[Ee]mbassy|[Pp]arliament|[Aa]rmy|[Nn]avy|"
    r"[Gg]overnment|[Pp]arty|[Dd]elegation|[Pp]resident|[Ss]pokesm[ae]n|[Pp]eople|[Aa]mbassador|"
    r"[Aa]uthorities|[Mm]inister)(?!\w)"
)
_ADJECTIVE = re.compile(r"(?:[aeiou]ni?an|[vrldst]ian|ese|[vnm]ite)$")
_OPEN = re.compile(r"(?:^|[.;:(\n]|\b(?:the|an?|new|former|all|other|both))[ \t]*$", re.IGNORECASE)


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person, or a known firm."""
    following = reading.view[span.end : span.end + 80]
    return (
        is_house(reading, span)
        or _is_of_state(reading, span, following)
        or is_called_after(reading, span)
    )


def is_called_after(reading: Reading, span: Span) -> bool:
    """Whether the context of ``span`` makes it the name of something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    if reading.organisations.touches(span):
        return True
    several = " " in span.of(reading.view)
    last = list(words_of(reading.view, span))[1:][-1:] if several else []
    if any(_ends_with_one(reading, span, w) for w in last):
        return True
    if is_dedicated(reading, span):
        return True
    following = reading.view[span.end : span.end + 80]
    if is_family(reading, span):
        return False
    if is_firm(reading, span, following):
        return True
    if _OF_A_KIND.match(following) or _is_coordinated(reading, following):
        return True
    after = _NEXT.match(following)
    if after and after["word"][0].isupper() and _ROMANCE.search(fold(after["word"])):
        return fold(after["word"]) in reading.lexicon.demonyms  # Lloyd Aereo Boliviano
    if _is_first_of_more(reading, following):
        return True
    return after is not None and _is_institution(reading, span, after["word"], following)


def _is_institution(reading: Reading, span: Span, word: str, following: str) -> bool:
    """Whether the word after the name is a thing that is called after persons.

    Prose writes some of these in lower case: Charles de Gaulle airport, the Sadykov plan. Only the
    airport certainly bears the name.
    """
    folded = fold(word)
    if folded in classes()["with_capital"]:
        capitals = in_capitals(reading.text[max(0, span.start - 60) : span.end + 60])
        return word.istitle() and not capitals
    if folded not in reading.lexicon.institutions or _OF_TALKS.match(following):
        return False
    return folded in reading.lexicon.landmarks or not _is_prose_word(reading, span, word)


def _ends_with_one(reading: Reading, span: Span, last: Word) -> bool:
    """Whether the last word of the name is a street, house or park.

    Where that is also a surname, like Park and Street, a preposition decides: AT SABINA PARK.
    """
    folded, lexicon = last.folded, reading.lexicon
    if folded in _STREETS:
        return last.text.istitle()
    if folded not in lexicon.institutions and folded not in classes()["with_capital"]:
        return False
    if folded not in lexicon.surnames:
        return last.text.istitle()
    return bool(_AT.search(reading.view, max(0, span.start - 14), span.start))


def _is_coordinated(reading: Reading, following: str) -> bool:
    """Whether another name and an institution follow: ROGERS AND CLARK AMENDMENTS."""
    match = _COORDINATED.match(following)
    written = match and (match["other"] or match["second"])
    if not written or not written[0].isupper():
        return False
    other = fold(written)
    return other not in reading.lexicon.demonyms and other not in reading.lexicon.titles


def _is_first_of_more(reading: Reading, following: str) -> bool:
    """Whether the rest of a name and then a street or the like follow: Samora Machel Avenue.

    The rest is up to three initials, small words and names: Lester B. Pearson Building.
    """
    lexicon, end = reading.lexicon, 0
    for before in range(_MOST_REST + 1):
        token = _TOKEN.match(following, end)
        if token is None:
            return False
        word, end = token["word"], token.end()
        folded = fold(word)
        if before and _may_end_one(reading, word):
            return True
        initial = len(folded) == 1 and bool(token["dot"])
        named = word[0].isupper() and (lexicon.is_name(folded) or lexicon.is_unknown(folded))
        inside = initial or folded in lexicon.particles or (named and not token["dot"])
        if not inside or folded in lexicon.titles:
            return False
    return False


def _may_end_one(reading: Reading, word: str) -> bool:
    """Whether a word after several names is a street or the like, and not a surname."""
    folded, lexicon = fold(word), reading.lexicon
    if folded in classes()["with_capital"]:
        return word.istitle()
    landmark = folded in lexicon.landmarks and word.islower()
    return folded in lexicon.institutions and (folded not in lexicon.surnames or landmark)


def _is_of_state(reading: Reading, span: Span, following: str) -> bool:
    """Whether a single unlisted word says whose ministry, embassy or government follows."""
    words = list(words_of(reading.view, span))
    if len(words) != 1 or reading.lexicon.is_name(words[0].folded):
        return False
    if _OF_STATE.match(following):
        return True
    if not _ADJECTIVE.search(words[0].folded) or not _OF_PEOPLE.match(following):
        return False
    return bool(_OPEN.search(reading.view[max(0, span.start - 30) : span.start]))


def _is_prose_word(reading: Reading, span: Span, word: str) -> bool:
    """Whether prose writes it in lower case: "Sadykov plan" is his plan, "Marshall Plan" is not."""
    at = reading.text[span.end : span.end + 30].find(word)
    return word.islower() and at >= 0
