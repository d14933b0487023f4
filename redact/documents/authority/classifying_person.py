"""The person in a statement of authority: name and position."""

from __future__ import annotations

import re

from redact.documents.authority.positions import is_position_word, names_a_position
from redact.documents.authority.reasons import REASON_WORD, SECTION
from redact.documents.lines import trimmed
from redact.patterns import pattern
from redact.sources import Span

_AGAIN = pattern(r"\s*(?:\(U\)|CLASSIFIED\s+BY\b\s*:?|CLASSIFIED\s*:)\s*", re.IGNORECASE)
_EXECUTIVE_ORDER = pattern(
    r"[\s,;:(]*(?:\bE\.?\s?O\.?|\bEXECUTIVE\s+ORDER)\s*\d{5}\b[\s,:;.)]*", re.IGNORECASE
)
_SENTENCE_END = pattern(r"(?<=[a-z)\]\d])\.(?=\s|$)")
_ABBREVIATED = pattern(r"\b(?:[A-Z]|Jr|Sr|Dr|Mr|Mrs|Ms|Amb|St|a\.i|Dep|Gen|Sec|Dir|Couns)$")
_CONNECTION = pattern(
    r"[\s,;:.(\-]*\b(?:for|per|under|and|reason|due to|pursuant to|because of)$", re.IGNORECASE
)
_WORD = pattern(r"[^\s,;:]+[,;:]?|[,;:]")
_NAME_WORD = pattern(
    r"[A-Z\u00c0-\u00de][\w'\u2019.-]*,?$|(?:DE|DEL|DELA|VAN|VON|DER|LA|LE|AL|EL|BIN|DU|DI|ST\.)$",
    re.IGNORECASE,
)
_LABELLED = pattern(
    r"NAME\s*:\s*(?P<name>[^,;:\r\n]{2,60}?)\s*(?:[,;]\s*|[\r\n]\s*)"
    r"(?:TITLE|POSITION)\s*:\s*(?P<title>[^;:\r\n]{2,80}?)[\s,;.]*$",
    re.IGNORECASE,
)
"""``Name: Jane Roe, Title: DCM``, as printed by the messaging system of 2010."""
_OF_A_POST = pattern(
    r"(?:THE\s)?(?:U\.?S\.?\s|AMERICAN\s)?(?:AM)?(?:EMBASSY|CONSULATE|MISSION)(?:\s[A-Z]{3,16}){0,2}[.,\s]*$",
    re.IGNORECASE,
)
"""A post in place of a person: ``Embassy Testville``."""
_SUFFIX = pattern(r"(?:JR|SR|I{1,3}|IV)\.?,?$", re.IGNORECASE)
_IDENTIFIER = pattern(r"(?:[A-Z]+-?)?\d{4,}[A-Z]?$|[A-Z]{4,}\d+[A-Z]*\d*$")
_IDENTIFIED = pattern(
    r"(?:(?:PERSONAL|EMPLOYEE)\s+)?(?:IDENTIFIER|ID|BADGE)\b(?:\s?(?:NO\.?|NUMBER))?[\s#:]{1,4}"
    r"(?P<identifier>(?=[A-Z-]{0,19}\d)[A-Z0-9-]{3,20})$",
    re.IGNORECASE,
)
"""``ID#: SAMPLE1``, in place of name and position."""
_EDGES = ",;:( \t\r\n"


def person_span(text: str, span: Span) -> Span:
    """The classifier: the part of a statement before reasons, order and other words."""
    start, end = span.start, span.end
    while (again := _AGAIN.match(text, start, end)) and again.end() > start:
        start = again.end()
    for statement in (REASON_WORD, _EXECUTIVE_ORDER, SECTION):
        match = statement.search(text, start, end)
        if match:
            end = match.start()
    stop = _SENTENCE_END.search(text, start, end)
    while stop and _ABBREVIATED.search(text[start : stop.start()]):
        stop = _SENTENCE_END.search(text, stop.end(), end)
    if stop and stop.end() < end:
        end = stop.start()
    words = _CONNECTION.sub("", text[start:end].rstrip())
    return trimmed(text, start, start + len(words.rstrip(" \t\r\n,;:-(")))


def split_person(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """Name and title of ``Ambassador Jane Roe``, ``Jane Roe, DCM``, ``A/DCM JANE ROE``.

    Either may be ``None``. Titles and names of offices precede or follow the name.
    """
    identified = _IDENTIFIED.match(text, span.start, span.end)
    if identified:
        return Span(*identified.span("identifier")), None
    labelled = _LABELLED.match(text, span.start, span.end)
    if labelled:
        title_span = Span(*labelled.span("title")) if labelled["title"] else None
        return Span(*labelled.span("name")), title_span
    if _OF_A_POST.match(text, span.start, span.end):
        return None, span
    words = list(_WORD.finditer(text, span.start, span.end))
    first = _after_position(words)
    while first < len(words) and is_position_word(words[first][0]):
        first += 1
    if first == len(words):
        identifiers = (w for w in words if _IDENTIFIER.match(w[0].rstrip(",;")))
        identifier = next(identifiers, None)
        return (Span(*identifier.span()) if identifier else None), (span if words else None)
    last = _end_of_name(words, first)
    if last == first and _IDENTIFIER.match(words[first][0].rstrip(",;")):
        last = first + 1
    if last == first:
        return None, span
    name = _without_edges(text, words[first].start(), words[last - 1].end())
    before = _without_edges(text, span.start, words[first].start())
    after = _without_edges(text, words[last].start(), span.end) if last < len(words) else before
    title = before if len(before) else after
    return name, title if len(title) else None


def _after_position(words: list[re.Match[str]]) -> int:
    """Index of the first word of a name preceded by a position, 0 when no position is found.

    ``PRT Director Jane Roe`` and ``Regional Environment Officer Jane Roe``: all words up to the
    last position word belong to the position, known or not, if only a name follows.
    """
    comma = next((i for i, word in enumerate(words) if word[0].endswith((",", ";"))), len(words))
    clause = [word[0] for word in words[: comma + 1]]
    at = [i for i, word in enumerate(clause) if len(word) > 3 and is_position_word(word)]
    if not at or not any(names_a_position(word) for word in clause[: at[-1] + 1]):
        return 0
    name = clause[at[-1] + 1 :]
    if name and name[0].upper() in ("OF", "FOR"):
        return 0  # Jane Roe Director of Pumps
    return at[-1] + 1 if name and all(_NAME_WORD.match(word) for word in name) else 0


def _end_of_name(words: list[re.Match[str]], first: int) -> int:
    """Index after the last word of the name: a comma or a word that names a position ends it."""
    last = first
    while last < len(words) and _NAME_WORD.match(words[last][0]):
        if last > first and names_a_position(words[last][0]):
            break
        last += 1
        suffix_follows = last < len(words) and _SUFFIX.match(words[last][0])
        if words[last - 1][0].endswith((",", ";")) and not suffix_follows:
            break
    return last


def _without_edges(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = len(words) - len(words.lstrip(_EDGES))
    return Span(start + left, max(start + left, start + len(words.rstrip(_EDGES))))
