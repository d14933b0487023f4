"""What the text says a rare word is: a firm, a newspaper, a teacher, one of several banks.

Each description is a short piece of evidence for `evidence.py`; no decision is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.persons.views.reading import Reading
from redact.persons.weighing.neighbours import classes
from redact.persons.words import Word, words_of
from redact.sources import Span

_REACH = 100
_MOST_WORDS = 8
_MOST_LISTED = 6
_SIGN = re.compile(r"[ \t]{0,2}(?P<sign>,|\(|-{1,2})[ \t]{0,3}[\"“]?(?=[^\W\d_])")
# KARIBATI IS A BANK; both are shipping companies
_IS = re.compile(
    r"[ \t]{1,3}(?:is|was|are|were|became|remains)[ \t]{1,3}"
    r"(?:(?:now|still|also|both|not)[ \t]{1,3})?"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "another", "both", "itself", "one", "the"})
# A teacher, an engineer, a lawyer: descriptions of one person.
_CALLING = re.compile(r"(?:[eo]r|ist|ian|m[ae]n|eer|ant|yst)$")
_DAY = (
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?[ \t]{1,3}\d{1,2}"
    r"|\d{1,2}(?:[ \t]{1,3}|/)(?:\d{1,2}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
# BARAZUMA (MAY 3) PRAISED IT; YENIGUR REPORTED ON MARCH 4 THAT
_DATED = re.compile(rf"[ \t]{{1,3}}\([ \t]?{_DAY}", re.IGNORECASE)
_PRINTED_ON = re.compile(
    r"[ \t]{1,3}(?:reported|said|wrote|published|carried|announced|editorialized|printed)"
    rf"[ \t]{{1,3}}(?:on[ \t]{{1,3}})?{_DAY}[a-z]{{0,6}}[ \t,]{{1,3}}(?:that|an?|the)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:[ \t]{1,3}[a-z]+){1,6}?[ \t]{1,3}"
    r"(?P<one>its|itself|it|his|her|him|he|she|himself|herself)\b"
)
_COMPOUND = re.compile(r"-(?P<part>[a-z]+)\b", re.IGNORECASE)
_OF = re.compile(r"[ \t]{1,3}(?:of|from|at)[ \t]{1,3}(?:the[ \t]{1,3})?(?P<whose>[^\W\d_]{3,})")


def described(reading: Reading, words: Sequence[Word], index: int) -> Iterator[str]:
    """Evidence: what the words after and before the word say that it is."""
    word, view = words[index], reading.view
    end = word.span.end
    following = view[end : end + _REACH]
    yield from _behind(reading, end)
    yield from _undergone(reading, end)
    yield from _before(reading, words, index)
    if _is_ruled(words, index, view):
        yield "described: a place"
    yield from _coordinated(words, index, view)
    if _DATED.match(following) or _PRINTED_ON.match(following):
        yield "described: printed on a day"
    if pronoun := _PRONOUN.match(following):
        yield f"goes on: {'it' if pronoun['one'].startswith('it') else 'he or she'}"
    if (compound := _COMPOUND.match(following)) and compound["part"].lower() in classes()["owned"]:
        yield "described: -owned"
    if (whose := _OF.match(following)) and view[end + whose.start("whose")].isupper():
        place = reading.lexicon.is_unnamed(whose["whose"].lower())
        yield f"after: of a {'place or term' if place else 'capital'}"


def _behind(reading: Reading, end: int) -> Iterator[str]:
    """What the noun phrase after it says: ADEPA, THE GROWERS' ASSOCIATION; ADEPA IS A UNION."""
    view = reading.view
    for where, match in (("behind it", _SIGN.match(view, end)), ("is", _IS.match(view, end))):
        if match is None:
            continue
        bracketed = where == "behind it" and match["sign"] == "("
        phrase = _phrase(view, match.end(), frozenset({"and"}) if bracketed else frozenset())
        if len(phrase) < (1 if bracketed else 2):
            continue
        if where == "is" and phrase[0].folded not in _ARTICLES:
            continue
        where = "in brackets" if bracketed else where
        if phrase[-1].folded in classes()["organisation"]:
            yield f"explained {where}: organisation"
        elif any(p.folded in reading.lexicon.offices for p in phrase):
            yield f"explained {where}: office"
        elif phrase[0].folded in _ARTICLES and _CALLING.search(phrase[-1].folded):
            yield f"explained {where}: calling"


def _phrase(view: str, start: int, inside: frozenset[str]) -> list[Word]:
    """The words of a noun phrase: up to the first sign, verb or small word that ends it.

    ``inside``: small words that do not end it.
    """
    phrase: list[Word] = []
    links = classes()["links"] - inside
    for part in words_of(view, Span(start, min(start + _REACH, len(view)))):
        ended = phrase and view[phrase[-1].span.end : part.span.start].strip("'’-/ \t")
        if ended or part.folded in links or len(phrase) == _MOST_WORDS:
            break
        phrase.append(part)
    return phrase


def _is_ruled(words: Sequence[Word], index: int, view: str) -> bool:
    """Whether it is governed, or part of a country: GOVERNOR OF BAMIYAN, South Kivu."""
    if not index or view[words[index - 1].span.end : words[index].span.start].strip():
        return False
    if words[index - 1].folded in classes()["regions"]:
        return words[index - 1].text[0].isupper() or words[index].text.isupper()
    if index < 2 or words[index - 1].folded != "of":
        return False
    return words[index - 2].folded in classes()["ruled"]


def _coordinated(words: Sequence[Word], index: int, view: str) -> Iterator[str]:
    """What two coordinated words are: SHONA AND NDEBELE FARMERS, Zenotel and Glomax subscribers."""
    three = words[index + 1 : index + 4]
    if len(three) < 3 or three[0].folded not in ("and", "or") or not three[1].text[0].isupper():
        return
    between = view[words[index].span.end : three[2].span.start]
    if any(sign in between for sign in ".,;:()\"'’"):
        return
    table = classes()
    for name in ("belonging", "organisation", "peopled"):
        if three[2].folded in table[name]:
            yield f"together: {name}"
            return


def _undergone(reading: Reading, end: int) -> Iterator[str]:
    """Verbs typical of firms: KARIBATI IS HEADQUARTERED IN, was nationalized."""
    match = _IS.match(reading.view, end)
    if match is None:
        return
    first = next(words_of(reading.view, Span(match.end(), match.end() + _REACH // 3)), None)
    if first is not None and first.folded in classes()["undergone"]:
        yield "after: undergone"


def _before(reading: Reading, words: Sequence[Word], index: int) -> Iterator[str]:
    """Descriptions before it: A TEXTILE FIRM, NASRATEX; firms such as Quimtex and Nasratex."""
    view, table = reading.view, classes()
    at = index
    while at > 0 and index - at < _MOST_LISTED:
        gap = view[words[at - 1].span.end : words[at].span.start].strip()
        earlier = words[at - 1]
        if gap not in ("", ",", "(", ":", ";"):
            return
        if gap and words[at].folded in ("and", "or"):
            return  # IBMECO, A FIRM, AND QUIRKE
        if gap in (",", "(", ":") and earlier.folded in table["organisation"]:
            yield "before: organisation and a sign"
            return
        if earlier.folded in ("like", "including", "include", "as", "namely"):
            several = words[max(0, at - 3) : at - 1]
            if any(w.folded in table["organisation"] for w in several):
                yield "one of: organisations"
            elif any(w.folded in reading.lexicon.offices for w in several):
                yield "one of: persons"
            return
        if not earlier.text[0].isupper() and earlier.folded not in ("and", "or"):
            return
        at -= 1
