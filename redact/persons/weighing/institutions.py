"""Names that name something else: streets, firms, universities, treaties, ships."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.reading import Reading
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, words_of
from redact.sources import Span

# FREDERICKS, KANE AND ASSOCIATES; Baldwin & Sons; Smith, Inc.
_FIRM = re.compile(
    rf"(?:,[ \t]*{LETTER}+){{0,3}},?[ \t]+(?:(?:and|&|AND|And)[ \t]+)?"
    r"(?:associates|sons|partners|company|corporation|co|inc|ltda?|bros|brothers|incorporated|corp|"
    r"limited|plc|llp|llc|gmbh|n\.v\.|a\.g\.|a/s|pty|sdn|"
    r"s\.[ \t]?p\.[ \t]?a\.?|s\.[ \t]?a\.(?!\w)|s\.r\.l\.|"
    r"united(?=[ \t]+(?:corp|corporation|company|inc|ltd|co|of)\b|[ \t]*[.,;:)]|"
    r"[ \t]+[a-z]+(?:ed|s)\b))(?!\w)",
    re.IGNORECASE,
)
_STREETS = frozenset({"street", "avenue", "boulevard", "road", "university", "hotel", "airport"})
# USS OLIVER HAZARD PERRY: up to two words of the ship's name stand between.
_SHIP = re.compile(
    r"\b(?:M/?[VTY]|M/S|S/[SVY]|F/V|R/V|USS|USNS|USCGC|HMS|HMCS|HMAS|INS|TSS|MSC)[ \t]+[\"“']?"
    rf"(?P<between>(?:[A-Z]{LETTER}+[ \t]+){{0,2}})$"
)


# DAYTON HYDRAULICS COMPANY, Varangian Cattle and Land Corporation: what it makes stands between.
_OF_MORE = re.compile(
    rf"(?P<between>(?:[ \t]+(?:and|&|{LETTER}{{4,}})){{1,3}}?)[ \t]+"
    r"(?:company|corporation|corp|incorporated|inc|ltda?|limited|llc|plc|gmbh|s\.[ \t]?a\.)(?!\w)",
    re.IGNORECASE,
)
# NOBEL PEACE PRIZE, Dimitrov Collective Farm: what kind of institution it is stands between.
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
SAINTS = frozenset({"saint", "sainte", "san", "sankt", "santa", "santo", "sao", "st", "ste"})
# The Musgrave and Harvard Studies
_COORDINATED = re.compile(
    rf"[ \t]+(?:and|&)[ \t]+(?P<other>[A-Z]{LETTER}+)[ \t]+(?:studies|amendments|rounds|committees|"
    r"commissions|foundations|universities|banks|companies|doctrines|treaties|acts|prizes)(?!\w)",
    re.IGNORECASE,
)
# The Quirke round of talks is his.
_OF_TALKS = re.compile(r"[ \t]+rounds?[ \t]+of\b", re.IGNORECASE)
_SHORTENED = SAINTS | {"av", "ave", "avda", "cia", "esq", "ft", "mt", "ss", "vda"}
_PARTNER = re.compile(rf"({LETTER}+),?[ \t]+(?:&|[Aa]nd|AND)[ \t]+$")
# What no person has: the Marovian Ministry of Fisheries, the Gordavan Interior Ministry.
_OF_STATE = re.compile(rf"[ \t]+(?:[A-Z]{LETTER}+[ \t]+)?(?:Ministry|Embassy|Consulate)(?!\w)")
# What persons have too: only after an adjective, and where no name is expected before it, as in
# "told Petrosian government forces had left".
_OF_PEOPLE = re.compile(
    rf"[ \t]+(?:[A-Z]{LETTER}+[ \t]+)?(?:[Mm]inistry|[Ee]mbassy|[Pp]arliament|[Aa]rmy|[Nn]avy|"
    r"[Gg]overnment|[Pp]arty|[Dd]elegation|[Pp]resident|[Ss]pokesm[ae]n|[Pp]eople|[Aa]mbassador|"
    r"[Aa]uthorities|[Mm]inister)(?!\w)"
)
_ADJECTIVE = re.compile(r"(?:[aeiou]ni?an|[vrldst]ian|ese|[vnm]ite)$")
# The two Koenig brothers, THE KOENIG BROTHERS: a family. Koenig Brothers has no article.
_FAMILY = re.compile(r"[ \t]+brothers(?!\w)(?![ \t,]*(?:inc|ltda?|co|and|&)\b)", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|both|two|three|four|five|his|her|their)[ \t]+$", re.IGNORECASE)
_OPEN = re.compile(r"(?:^|[.;:(\n]|\b(?:the|an?|new|former|all|other|both))[ \t]*$", re.IGNORECASE)


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person, or a known firm."""
    following = reading.view[span.end : span.end + 80]
    return (
        _is_house(reading, span)
        or _is_of_state(reading, span, following)
        or is_called_after(reading, span)
    )


def is_called_after(reading: Reading, span: Span) -> bool:
    """Whether what stands beside ``span`` makes it the name of something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    if reading.organisations.touches(span):
        return True
    last = list(words_of(reading.view, span))[1:][-1:]
    if any(w.folded in _STREETS and w.text.istitle() for w in last):
        return True
    if any(_FIRM.match(reading.view, w.span.start - 1) for w in last):
        return True
    if _is_ship(reading, span) or _is_saint(reading, span):
        return True
    following = reading.view[span.end : span.end + 80]
    if _is_family(reading, span):
        return False
    if _FIRM.match(following) or _is_firm_of_more(reading, following):
        return True
    if _OF_A_KIND.match(following) or _is_coordinated(reading, following):
        return True
    after = re.match(rf"[ \t]+({LETTER}+)\b", following)
    if after and after[1][0].isupper() and _ROMANCE.search(fold(after[1])):
        return fold(after[1]) in reading.lexicon.demonyms  # Lloyd Aereo Boliviano
    if _is_first_of_two(reading, following):
        return True
    if after and fold(after[1]) in reading.lexicon.institutions:
        if _OF_TALKS.match(following):
            return False
        return not _is_prose_word(reading, span, after[1])
    return _is_dedicated(reading, span)


def _is_family(reading: Reading, span: Span) -> bool:
    """Whether brothers follow who are no firm: in small letters, or behind an article."""
    after = _FAMILY.match(reading.text, span.end)
    if after is None:
        return False
    before = reading.text[max(0, span.start - 10) : span.start]
    return after[0].islower() or _THE.search(before) is not None


def _is_dedicated(reading: Reading, span: Span) -> bool:
    """Whether a street, mine or saint stands before the name; not Mr. St. Clair."""
    before = re.search(
        rf"(?:({LETTER}+)\.?[ \t]+)?({LETTER}+)(\.?)[ \t]+$",
        reading.view[max(0, span.start - 50) : span.start],
    )
    if before is None or fold(before[2]) not in reading.lexicon.dedications:
        return False
    if before[3] and fold(before[2]) not in _SHORTENED:
        return False  # THEY CLEANED THE LAKE. QUIRKE SMILED.
    first = fold(before[1] or "")
    saint = fold(before[2]) in SAINTS
    return not (saint and (first in reading.lexicon.titles or first in reading.lexicon.forenames))


def _is_coordinated(reading: Reading, following: str) -> bool:
    """Whether another name and the plural of an institution follow: ROGERS AND CLARK AMENDMENTS."""
    match = _COORDINATED.match(following)
    if match is None or not match["other"][0].isupper():
        return False
    other = fold(match["other"])
    return other not in reading.lexicon.demonyms and other not in reading.lexicon.titles


def _is_first_of_two(reading: Reading, following: str) -> bool:
    """Whether another name and then a street or the like follow: Samora Machel Avenue."""
    match = re.match(rf"[ \t]+({LETTER}+)[ \t]+({LETTER}+)\b", following)
    if match is None or not match[1][0].isupper() or fold(match[2]) in reading.lexicon.surnames:
        return False
    if not reading.lexicon.is_name(fold(match[1])) and not reading.lexicon.is_unknown(
        fold(match[1])
    ):
        return False
    return fold(match[2]) in reading.lexicon.institutions


def _is_saint(reading: Reading, span: Span) -> bool:
    """Whether the name begins with a saint, and neither title nor forename stands before it."""
    words = list(words_of(reading.view, span))
    if len(words) < 2 or words[0].folded not in SAINTS:
        return False
    before = _word_before(reading, span)
    return before not in reading.lexicon.titles and before not in reading.lexicon.forenames


def _word_before(reading: Reading, span: Span) -> str:
    """The folded word right before ``span``, nothing where there is none."""
    before = re.search(
        rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start]
    )
    return fold(before[1]) if before else ""


def _is_firm_of_more(reading: Reading, following: str) -> bool:
    """Whether up to three nouns and then the word for a firm follow."""
    match = _OF_MORE.match(following)
    if match is None:
        return False
    between = [fold(word) for word in match["between"].split() if word != "&"]
    acts = classes()["acts"]
    return all(w not in acts and not w.endswith("ed") for w in between) and all(
        w == "and" or w not in reading.lexicon.small_words for w in between
    )


def _is_ship(reading: Reading, span: Span) -> bool:
    """Whether the abbreviation of a ship stands before the name, and no title between."""
    match = _SHIP.search(reading.text, max(0, span.start - 40), span.start)
    if match is None:
        return False
    between = list(words_of(reading.view, Span(*match.span("between"))))
    return not any(w.folded in reading.lexicon.titles or w.text[0].islower() for w in between)


def _is_of_state(reading: Reading, span: Span, following: str) -> bool:
    """Whether a single unlisted word tells whose ministry, embassy or government follows."""
    words = list(words_of(reading.view, span))
    if len(words) != 1 or reading.lexicon.is_name(words[0].folded):
        return False
    if _OF_STATE.match(following):
        return True
    if not _ADJECTIVE.search(words[0].folded) or not _OF_PEOPLE.match(following):
        return False
    return bool(_OPEN.search(reading.view[max(0, span.start - 30) : span.start]))


def _is_house(reading: Reading, span: Span) -> bool:
    """Whether the name is that of a firm or foundation, unless a title stands before it."""
    words = [word.folded for word in words_of(reading.view, span)]
    houses = reading.lexicon.houses
    partner = _PARTNER.search(reading.view, max(0, span.start - 30), span.start)
    if partner and f"{fold(partner[1])} {words[0]}" in houses:
        return True  # Procter & Gamble
    if " ".join(words) not in houses and not all(word in houses for word in words):
        return False
    return _word_before(reading, span) not in reading.lexicon.titles


def _is_prose_word(reading: Reading, span: Span, word: str) -> bool:
    """Whether prose writes the word small: "Sadykov plan" is his plan, "Marshall Plan" is not."""
    at = reading.text[span.end : span.end + 30].find(word)
    return word.islower() and at >= 0
