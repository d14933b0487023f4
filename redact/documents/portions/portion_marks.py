"""Portion marks: the bracketed marks at the head of portions, intact or damaged."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.lines import BLANK, fold_space
from redact.documents.portions.found_marks import FoundMark
from redact.documents.readings import likely_portion_mark, read_portion_mark
from redact.markings.fold import fold
from redact.markings.level import find_level
from redact.markings.marking import Marking, level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LONG_MARK_WORDS = r"[A-Z0-9 ,/\t-]"

LONG_MARK = (
    r"(?://[A-Z]|(?:TOP SECRET|SECRET|CONFIDENTIAL|[A-Z]{1,3})[ \t]?/)"
    rf"{_LONG_MARK_WORDS}{{0,240}}(?:(?:\r\n|\r|\n){_LONG_MARK_WORDS}{{1,120}}){{0,4}}"
)
"""The text between the brackets of a mark that is long or wrapped over lines, with release lists or
programs: capitals after a level and an oblique.

A release list of a dozen countries is longer than any bracketed words that begin a sentence, so
length alone decides nothing; only what is written like a mark is read as a long one.
"""
_BLANKS = " \t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BRACKETS = pattern(
    # [          ] is no mark left empty but what a reviewer has cut out
    BLANK + r"*(?:\*{1,3}|_{1,3})?(?!\[[ \t]{2,80}\])[(\[{\u2768\uff08\uff3b\uff5b][ \t]*"
    r"(?P<mark>[^()\[\]{}\r\n]{1,48}?)[ \t]*"
    r"[)\]}\u2769\uff09\uff3d\uff5d](?:\*{1,3}|_{1,3})?"
)
"""A mark in brackets, perhaps in the emphasis of Markdown: ``**(C)**``."""
_NUCLEAR = pattern(r"[ \t]?\(N\)")
"""After the mark for Restricted Data in Defense papers, ``(S-RD)(N)``: critical nuclear weapon
design information (DoDI 5210.02, from memory).
"""
_LONG = pattern(rf"[ \t]*\([ \t]?(?P<mark>{LONG_MARK})\)")
_WHOLE = r"ENTIRE\s+(?:TEXT|MESSAGE|TELEGRAM|CABLE)"
_ENTIRE_BRACKETED = pattern(
    rf"{BLANK}*\(\s*(?P<level>[A-Z/]+(?: [A-Z]+){{0,2}}?)\s*"
    rf"(?:[-\u2013\u2014:,.]*\s*{_WHOLE}\.?\s*\)?"
    r"|\)\s*(?:(?:TOP SECRET|SECRET|CONFIDENTIAL)\s?)?[-\u2013\u2014:,.]*\s*"
    rf"(?:THE\s+)?{_WHOLE}(?=\W*(?:[\r\n]|\Z)))",
    re.IGNORECASE,
)
"""``(C - ENTIRE TEXT)``, and ``(C) ENTIRE TEXT.`` where nothing more is on the line."""
_ENTIRE = pattern(
    r"[ \t]*(?P<level>[A-Z]+(?: [A-Z]+){0,2}?)\s*[-\u2013\u2014:,.]*\s*ENTIRE\s+(?:TEXT"
    r"|MESSAGE|TELEGRAM|CABLE)\b\.?",
    re.IGNORECASE,
)
_ENTIRE_FIRST = pattern(
    r"[ \t]*\(?\s*(?:THE\s+)?ENTIRE\s+(?:TEXT|MESSAGE|TELEGRAM|CABLE)\s*(?:IS"
    r"|OF THIS MESSAGE IS)?\s*[-\u2013\u2014:,.]*\s*(?P<level>TOP SECRET"
    r"|[A-Z]+)\b\.?\s*\)?",
    re.IGNORECASE,
)
_NO_OPENING = pattern(r"[ \t]*(?P<mark>[A-Z][A-Z/-]{0,15})\)(?=\s|\S)")
_NO_CLOSING = pattern(r"[ \t]*\((?P<mark>[A-Z][A-Z/-]{0,15})[ \t\r\n]+(?P<next>[A-Z\"'])")
_LETTER = pattern(
    r"(?:(?P<ts>TS)|(?P<s>S)|(?P<c>C|CONFD?|CONFID))(?:$|\s?[/,;:](?!\s?\d)|\s(?=[A-Z]{2,}))"
)
_CONTROL = pattern(
    r"[\s/,;:-](?:NF|NOFORN|N|REL|OC|ORCON|NODIS|EXDIS|LIMDIS|STADIS|NC|WN|WNINTEL|FGI|PR|PROPIN|RD|FRD"
    r"|SI|TK|HCS|EYES|ENTIRE)\b"
)
_COULD_BE = pattern(
    r"(?:TS|S|C|U|R|NS|NC|NR|CTS|SBU|LOU)(?![A-Z0-9])|CONF|TOP ?S|SECRET"
    r"|UNCLAS|LIMITED O|COSMIC|NATO|//"
)
_LEVELS_OF_LETTERS = {"ts": "TOP SECRET", "s": "SECRET", "c": "CONFIDENTIAL"}
_TOKEN = pattern(r"[A-Z][A-Z/&-]{1,15}(?:\s?//?\s?[A-Z][A-Z ,-]*)?$")


def find_mark(text: str, start: int, end: int, register: Register) -> FoundMark | None:
    """The readable mark at ``start``, ``None`` when there is none.

    ``end`` bounds marks of usual length; a wrapped one may continue on the next lines.
    """
    match = _BRACKETS.match(text, start, end)
    if match is None:
        return _find_long_mark(text, start, register)
    written, span = fold_space(match["mark"]), _outer(match)
    if written.endswith("RD") and (nuclear := _NUCLEAR.match(text, match.end(), end)):
        written, span = f"{written}-N", Span(span.start, nuclear.end())
    marking = read_portion_mark(written, register)
    if marking is None and written.isascii() and written != written.upper():
        marking = read_portion_mark(written.upper(), register)
    if marking is None:
        stated = read_level(written, register)
        if stated is None or level_rank(stated[0].level) <= 0:
            return None
        return FoundMark(span, written, stated[0], "unknown")
    if marking.non_us and not (marking.nato or marking.joint or marking.fgi):
        # (//U): // introduces another country's mark, but none is named. Text before it may be
        # lost, so an UNCLASSIFIED after it cannot be trusted.
        known = Marking(level=marking.level) if level_rank(marking.level) > 0 else None
        return FoundMark(span, written, known, "unknown")
    return FoundMark(span, written, marking)


def _find_long_mark(text: str, start: int, register: Register) -> FoundMark | None:
    match = _LONG.match(text, start)
    if match is None:
        return None
    written = fold_space(match["mark"])
    marking = read_portion_mark(written, register)
    if marking is not None:
        return FoundMark(_outer(match), written, marking)
    stated = read_level(written, register)
    if stated is None or stated[1] != "control" or level_rank(stated[0].level) <= 0:
        return None
    return FoundMark(_outer(match), written, stated[0], "unknown")


@lru_cache(maxsize=256)  # a few bracketed texts make up nearly all
def read_level(written: str, register: Register) -> tuple[Marking, str | None] | None:
    """A bracketed marking with a level, or only the level when the rest cannot be parsed.

    The second value says why: ``control`` for words after the level that include a control,
    ``tail`` for other words, ``None`` when the whole marking was parsed.
    """
    plain = " ".join(fold(written).text.upper().split()).strip(" \"'._*")
    if _COULD_BE.match(plain) is None:
        return None
    marking = read_portion_mark(plain, register)
    if marking is not None:
        return (marking, None) if marking.level else None
    unread = "control" if _CONTROL.search(plain) else "tail"
    letter = _LETTER.match(plain)
    if letter is not None and letter.lastgroup is not None:
        if letter[0].endswith(" ") and unread == "tail":
            return None  # (S KOREA)
        whole = letter.end() == len(plain)
        return Marking(level=_LEVELS_OF_LETTERS[letter.lastgroup]), "control" if whole else unread
    found = find_level(plain, register)
    if found is None or register.level(found[0]) is None:
        return None
    rest = plain[found[1].end :]
    if not rest.strip() or rest.lstrip()[0] in "/,;:-" or unread == "control":
        return Marking(level=found[0]), unread if rest.strip() else None
    return None


def find_entire_text(text: str, start: int, end: int, register: Register) -> FoundMark | None:
    """A mark that applies to the whole document: ``(C - ENTIRE TEXT)``, ``SECRET- ENTIRE TEXT.``"""
    end = min(end, start + 120)
    if "ENTIRE" not in text[start:end].upper():
        return None
    for form in (_ENTIRE_BRACKETED, _ENTIRE, _ENTIRE_FIRST):
        match = form.match(text, start, end)
        if match is None:
            continue
        written = fold_space(match["level"])
        marking = _level_of(written.upper(), register)
        if marking is not None:
            lead = len(match[0]) - len(match[0].lstrip(_BLANKS))
            return FoundMark(
                Span(match.start() + lead, match.end()), written, marking, entire_text=True
            )
    return None


def find_damaged_mark(
    text: str, start: int, end: int, register: Register, *, marks_expected: bool
) -> FoundMark | None:
    """A mark after a paragraph number that lacks a bracket or is not in the register.

    ``marks_expected`` says that other portions are marked: only then is an unknown bracketed word
    taken for a mark, since telegrams without marks also begin paragraphs with bracketed words.
    """
    opening = _NO_OPENING.match(text, start, end)
    if opening:
        marking = read_portion_mark(opening["mark"], register)
        if marking is not None:
            return FoundMark(
                Span(opening.start("mark"), opening.end()), opening["mark"], marking, "unclosed"
            )
    closing = _NO_CLOSING.match(text, start, end)
    if closing and ")" not in text[closing.end() : min(end, closing.end() + 40)]:
        marking = read_portion_mark(closing["mark"], register)
        if marking is not None:
            span = Span(closing.start("mark") - 1, closing.end("mark"))
            return FoundMark(span, closing["mark"], marking, "unclosed")
    brackets = _BRACKETS.match(text, start, end)
    if brackets is None:
        return None
    written = fold_space(brackets["mark"])
    could_be = _TOKEN.match(written.upper()) is not None and written == written.upper()
    if could_be and (marks_expected or likely_portion_mark(written, register) is not None):
        return FoundMark(_outer(brackets), written, None, "unknown")
    return None


def _level_of(words: str, register: Register) -> Marking | None:
    """The level stated by a word or letter; a long word may have two wrong letters."""
    marking = read_portion_mark(words, register)
    if marking is not None:
        return marking
    found = find_level(words, register)
    if found and found[1].end == len(words):
        name = found[0]
        return (
            Marking(level=name)
            if register.level(name)
            else Marking(level="UNCLASSIFIED", non_ic=(name,))
        )
    near = [
        level.name
        for level in register.levels
        if len(words) == len(level.name) > 5
        and sum(a != b for a, b in zip(words, level.name, strict=True)) <= 2
    ]
    return Marking(level=near[0]) if len(near) == 1 else None


def _outer(match: re.Match[str]) -> Span:
    """The match without the blanks before it."""
    lead = len(match[0]) - len(match[0].lstrip(_BLANKS))
    return Span(match.start() + lead, match.end())
