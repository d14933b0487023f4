"""Widening a name to its full extent: over adjacent hyphens, initials, forenames and particles.

A name never begins or ends inside a hyphenated word, unless the other part of the word is an
office, an abbreviation, a place or an ordinary word.
"""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.casing import in_capitals
from redact.persons.views.reading import Reading
from redact.persons.weighing.double_surnames import double_surname, is_second_surname
from redact.persons.weighing.name_shape import NOT_INITIALS, looks_like_acronym, opens_list_item
from redact.persons.words import LETTER, WORD
from redact.sources import Span

_REACH = 40
_MOST_PARTS = 6
_HYPHENATED_BEFORE = re.compile(rf"(?<![\w/])(?P<part>{LETTER}{{2,}})[-‐‑](?:[ \t]*\r?\n[ \t]*)?$")
_HYPHENATED_AFTER = re.compile(
    rf"(?:\r?\n)?[-‐‑](?:[ \t]*\r?\n[ \t]*)?(?P<part>{LETTER}{{2,}})(?![\w/])"
)
# Ye. and Yu. are single letters of the Russian alphabet; Md. and Ma. shorten Mohammad and Maria.
_INITIALS_BEFORE = re.compile(
    r"(?<![^\W_])(?<![./'’-])(?P<initials>(?:(?:[^\W\d_]|Y[eEuUaA]|[KCSZ][hH]|Sh?ch|T[sS]|M[dD]|M[aA]|"
    r"Mohd|MOHD)\.[ \t-]{0,2})+)$"
)
_INITIAL = re.compile(rf"{LETTER}\.")
_WORD_BEFORE = re.compile(
    rf"(?<![\w./'’-])(?P<word>{LETTER}{{2,}}(?:-{LETTER}{{2,}})?)[ \t]{{1,2}}$"
)
# A middle initial without a period: WILLIAM P BRANDWYCK. In Spanish and Portuguese some letters
# are words.
_MIDDLE_INITIAL = re.compile(
    rf"(?<![\w./'’-])(?P<word>{LETTER}{{2,}}(?:-{LETTER}{{2,}})?)[ \t]{{1,2}}"
    r"(?![EOY])[A-Z][ \t]{1,2}$"
)
_ACTING = re.compile(r"(?:charg[eé]|affaires),?[ \t]+A\.[ \t]?I\.[ \t]+$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(rf"(?<![\w/-])(?P<title>{LETTER}{{2,}})\.?[ \t]{{1,2}}$")
# Chief Gardener Brandwyck: an occupation, not a forename.
_CALLING = re.compile(r"(?:[eo]r|ist|ant|ian|m[ae]n|ary|ess|ate)$")
_PLACED = re.compile(
    r"(?:\b(?:in|at|from|to|of|for|near|via|and|embassy|amembassy|emb|post|consulate)|,)[ \t]*$",
    re.IGNORECASE,
)
_INSIDE_SENTENCE = re.compile(r"(?P<word>[^\W\d_]+)(?:['’]s)?,?[ \t]{1,2}$")
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "new", "old", "former", "late"})
_NUMBER_BEFORE = re.compile(r"\d[ \t]*$")
# Balinese names begin with I or Ni and the order of birth.
_BALINESE = re.compile(r"(?P<article>\b(?:I|Ni|NI|Ida|IDA)[ \t]+)$")
_BIRTH_ORDER = frozenset(
    {"gusti", "made", "wayan", "nyoman", "ketut", "dewa", "putu", "gede", "komang"}
)
# AL-RUBAY'I, JA'FAR; not QUIRKE'S or QUIRKE'LL
_GLOTTAL = re.compile(r"['’`](?!(?:s|d|ll|ve|re)\b)[^\W\d_]{1,12}\b", re.IGNORECASE)
# De Gaulle, VON TRAUTWEIN, al Qudwani. A lower-case "de" is left to known names: Spanish has it
# before every other word.
_PARTICLES_BEFORE = re.compile(
    r"(?<![\w./'’-])(?:De[lr]?|DE[LR]?|Du|DU|Di|DI|Le|LE|El|EL|[Aa]l|AL|[Bb]in|BIN|[Ii]bn|IBN|"
    r"Ben|BEN|Ould|OULD|[Vv]on|VON|[Vv]an|VAN)(?:[ \t]+(?:[Ll]a|LA|[LlDd]os|[LD]OS|[Ll]as|LAS|"
    r"[Dd]e[rn]?|DE[RN]?))?[ \t]+$"
)
_PARTICLES_AFTER = re.compile(
    rf"(?P<particles>(?:[ \t]{{1,2}}{LETTER}{{1,6}}){{1,3}}?)[ \t]{{1,2}}"
    rf"(?P<name>{LETTER}{{2,}})(?![\w/])"
)
# TEN is a number in capitals; with these it is the Dutch particle.
_TEN = re.compile(
    r"[ \t]{1,2}(?:[tT]en[ \t]{1,2}(?=[A-Z])[^\W\d_]{3,}|"
    r"TEN[ \t]{1,2}(?:HAVE|BRINK|BROEK|BROEKE|HOVE|CATE|KATE|"
    r"HOEDT|BOSCH|VELDE|EYCK|NAPEL|THIJE|HOOR|BERGE|DAM|HAAF|HOLT))\b"
)
# In a table the last word of a cell belongs to the name, even if it is an ordinary word.
_LAST_OF_CELL = re.compile(r"[ \t](?P<name>[A-ZÀ-Þ][a-zß-ÿ]+)(?=[ \t]{3,}\S)")
# THE LATE GOCHA J. BROUGHT WINE: prose continues after the period.
_INITIAL_AFTER = re.compile(r"[ \t](?![AI]\.)[A-Z]\.(?=[ \t]{1,2}[a-z])")
_NEVER_NAMES = frozenset({"facto", "jure", "novo", "luxe", "force"})


def widened(reading: Reading, span: Span, floor: int, ceiling: int) -> Span:
    """``span`` widened to the whole name, between ``floor`` and ``ceiling``.

    Those are the end of the previous name and the start of the next: in BANZER-PINOCHET both are
    names, each with its own span.
    """
    for _ in range(_MOST_PARTS):
        start = _before(reading, span.start, floor)
        whole = Span(start, _after(reading, Span(start, span.end), ceiling))
        if whole == span:
            break
        span = whole
    return span


def _before(reading: Reading, start: int, floor: int) -> int:
    before = reading.text[max(floor, start - _REACH) : start]
    if match := _HYPHENATED_BEFORE.search(before):
        if _is_part(reading, match["part"], before):
            return start - len(before) + match.start("part")
        return start
    if match := _INITIALS_BEFORE.search(before):
        initials = match["initials"]
        alone = re.fullmatch(r"[^\W\d_]\.[ \t]*", initials)
        single = alone and not _INITIAL.match(reading.text, start)
        first = start - len(before) + match.start("initials")
        listed = single and opens_list_item(reading, first)
        if not listed and not _ACTING.search(before) and not NOT_INITIALS.match(initials):
            return first
        return start
    given = WORD.match(reading.text, start)
    if (article := _BALINESE.search(before)) and given and fold(given[0]) in _BIRTH_ORDER:
        return start - len(before) + article.start("article")
    if match := _PARTICLES_BEFORE.search(before):
        return start - len(before) + match.start()
    for pattern in (_WORD_BEFORE, _MIDDLE_INITIAL):
        if (match := pattern.search(before)) and _is_forename(reading, match, start, before):
            return start - len(before) + match.start("word")
    return start


def _is_forename(reading: Reading, match: re.Match[str], start: int, before: str) -> bool:
    """Whether the word before a name belongs to it: a forename, or a rare word in mixed case."""
    at = start - len(before) + match.start("word")
    word, lexicon = match["word"], reading.lexicon
    folded = fold(word.partition("-")[0])
    if not reading.view[at].isupper() or reading.masked.touches(Span(at, start)):
        return False
    if any(fold(part) in lexicon.titles for part in word.split("-")):
        return False
    if at in reading.places:
        return False
    prose = not in_capitals(reading.text[max(0, at - _REACH) : start + _REACH])
    if folded in lexicon.ordinary:
        opening = before[: match.start()]
        titled = _is_titled(reading, folded, opening)
        return prose and word.istitle() and (titled or _is_given(reading, folded, opening, start))
    if folded in lexicon.forenames and folded in lexicon.terms:
        return not _NUMBER_BEFORE.search(before[: match.start()])  # 3 JAN, but JAN PIETER
    if folded in lexicon.forenames and folded in lexicon.places:
        return not _PLACED.search(before[: match.start()])  # IN SOFIA, but SOFIA BRANDWYCK
    if folded in reading.acronyms or lexicon.is_unnamed(folded):
        return False
    if folded in lexicon.dedications or folded in lexicon.institutions:
        return False
    if folded in lexicon.forenames:
        return True
    return prose and word.istitle() and len(word) > 3 and lexicon.is_unknown(folded)


def _is_given(reading: Reading, folded: str, before: str, start: int) -> bool:
    """Whether an ordinary word before a rare one is capitalized inside a sentence.

    As in: So did Wonder Nyathi's people. But not the Daily Nyathi, nor a Labor Nyathi.
    """
    lexicon = reading.lexicon
    following = WORD.match(reading.text, start)
    if following is None or not lexicon.is_unknown(fold(following[0])):
        return False
    inside = _INSIDE_SENTENCE.search(before)
    if inside is None or fold(inside["word"]) in _ARTICLES or _CALLING.search(folded):
        return False
    return not (
        folded in lexicon.offices
        or folded in lexicon.small_words
        or folded in lexicon.institutions
        or folded in lexicon.dedications
        or lexicon.is_unnamed(folded)
    )


def _is_titled(reading: Reading, folded: str, before: str) -> bool:
    """Whether a title makes an ordinary word a forename: Chief Sunny Brandwyck."""
    lexicon = reading.lexicon
    title = _TITLE_BEFORE.search(before)
    if title is None or fold(title["title"]) not in lexicon.titles | lexicon.offices:
        return False
    named = folded not in lexicon.small_words and folded not in lexicon.offices
    return named and not _CALLING.search(folded)


def _after(reading: Reading, span: Span, ceiling: int) -> int:
    text, end = reading.text, span.end
    if (match := _HYPHENATED_AFTER.match(text, end, ceiling)) and _is_part(
        reading, match["part"], text[max(0, end - _REACH) : match.end()]
    ):
        return match.end()
    if match and is_second_surname(reading, span, match["part"]):
        return match.end()
    if glottal := _GLOTTAL.match(text, end, ceiling):
        return glottal.end()
    if double := double_surname(reading, span, ceiling):
        return double.end
    if ten := _TEN.match(text, end, ceiling):
        return ten.end() if _known_forename(reading, span) else end
    if (cell := _LAST_OF_CELL.match(text, end, ceiling)) and _known_forename(reading, span):
        return cell.end() if not reading.lexicon.is_unnamed(fold(cell["name"])) else end
    if initial := _INITIAL_AFTER.match(reading.view, end, ceiling):
        return initial.end()
    if match := _PARTICLES_AFTER.match(text, end, ceiling):
        particles, lexicon = match["particles"].split(), reading.lexicon
        name = fold(match["name"])
        named = reading.view[match.start("name")].isupper() and not lexicon.is_unnamed(name)
        rare = all(fold(p) in lexicon.particles and fold(p) not in _AMBIGUOUS for p in particles)
        if rare and named and name not in _NEVER_NAMES and _known_forename(reading, span):
            return match.end()
    return end


# Words of sentences in other languages, which in English text are as often abbreviations.
_AMBIGUOUS = frozenset(
    {"a", "al", "ap", "as", "bat", "e", "y", "las", "los", "la", "le", "el", "do"}
)


def _known_forename(reading: Reading, span: Span) -> bool:
    words = WORD.findall(span.of(reading.text))
    return bool(words) and fold(words[0]) in reading.lexicon.forenames


def _is_part(reading: Reading, part: str, around: str) -> bool:
    """Whether the other half of a hyphenated word is part of the name."""
    folded, lexicon = fold(part), reading.lexicon
    if folded in ("san", "sama"):
        return False  # Ishiguro-san
    if folded in lexicon.particles:
        return True
    if folded in reading.acronyms or folded in lexicon.titles or lexicon.is_unnamed(folded):
        return False
    if folded in lexicon.offices:
        return False
    if folded in lexicon.ordinary:
        prose = part.istitle() and not in_capitals(around)
        named = lexicon.is_name(folded) and folded not in lexicon.small_words
        return prose or (named and not part.islower())
    if lexicon.is_name(folded):
        return True
    return not looks_like_acronym(part) and not part.islower()
