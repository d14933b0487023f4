"""Reasons for classification: ``1.4 (B) and (D)``, ``1.4(b,d)``, ``1.5.D``, ``1.4 b, c, and d``."""

from __future__ import annotations

import re

from redact.documents.model import Reason
from redact.patterns import pattern
from redact.sources import Span

_FOR_CLASSIFICATION = r"(?:\s+FOR\s+CLASSIFICATION)?\s*(?:IS|ARE)?\s*[:.;,]?\s*"
REASON_WORD = pattern(
    # A line wrap may split the words: REA/SONS, fo/r reasons.
    r"[\s,;:(\-]*\b(?:AND\s+)?(?:F\s{0,2}O\s{0,2}R\s+(?:THE\s+)?)?"
    r"(?:R\s?E\s?A\s*S\s?O\s?N(?:\s?S|\s?\(S\))?\b|REASO\s?N(?:S)?|REA\s*SONS?)"
    + _FOR_CLASSIFICATION
    + r"|[\s,;:(\-]*\b(?:FOR|PER|UNDER|IAW|PURSUANT\s+TO)?\s*"
    r"(?:SECTIONS?|SEC\.?|PARAGRAPHS?|PARAS?)\s*(?=1[.-])",
    re.IGNORECASE,
)
"""The word before the reasons, and what connects it to the person before it."""

SECTION = pattern(
    r"(?<![\d.])(?P<section>1(?:\s*[\r\n]\s*)?\.(?:\s*[\r\n]\s*)?[3-8]|1-301)(?!\d)\s*"
    r"(?=[.(,:\s\-\[]*\(?[A-Za-z1-9(]|\W*$|[\s.,;)])"
)
"""A section that lists reasons."""

_LETTERS = pattern(
    r"(?P<joint>(?:[\s,;/&+.:\[\u2013\-]|\bAND\b|\bOR\b|\bAS WELL AS\b|\bREASONS?\b"
    r"|\bTHR(?:OUGH|U)\b)*)"
    r"(?P<open>[(\[]\s*)?(?P<letter>[A-Ka-k])(?![A-Za-z'\u2019])\s*[)\]]?"
    r"|(?:[\s,;/&]|\bAND\b)*\(\s*(?P<number>10|[1-9])\s*\)",
    re.IGNORECASE,
)
_RANGE = pattern(r"[-\u2013]|THR", re.IGNORECASE)
_NEXT_WORD = pattern(r"\s*([A-Za-z]+)?")


def read_reasons(text: str, start: int, end: int) -> tuple[tuple[Reason, ...], Span | None]:
    """Every reason in ``text[start:end]``, by section and letter, and the span of all of them.

    A section without letters is one reason whose letter is ``None``.
    """
    found: list[Reason] = []
    here = start
    while section := SECTION.search(text, here, end):
        here = section.end("section")
        number = re.sub(r"\s", "", section["section"])
        letters: list[Reason] = []
        while match := _LETTERS.match(text, here, end):
            if match["number"] is None and not _is_letter(text, match, end):
                break
            group = "letter" if match["letter"] else "number"
            span, letter = Span(*match.span(group)), match[group].lower()
            known = [reason.letter for reason in letters]
            if group == "letter" and known and _RANGE.search(match["joint"]):
                letters += [
                    Reason(span, number, each)
                    for each in _between(known[-1], letter)
                    if each not in known
                ]
            if letter not in known:
                letters.append(Reason(span, number, letter))
            here = match.end()
        if number == "1.3" and len(letters) > 1 and letters[0].letter == "a":
            del letters[0]  # E.O. 12356 has its reasons under §1.3(a): 1.3(a)(4)
        found += letters or [Reason(Span(*section.span("section")), number, None)]
    if not found:
        return (), None
    return tuple(found), Span(found[0].span.start, found[-1].span.end)


def _between(first: str | None, last: str) -> str:
    """The letters inside a range: ``(b) through (d)`` and ``b-d`` include c."""
    if first is None or not first.isalpha():
        return ""
    return "".join(map(chr, range(ord(first) + 1, ord(last))))


def _is_letter(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a letter without brackets is one by itself: ``1.4 B AND D``, not ``1.4 A REVIEW``."""
    if match["open"] or text[match.end() - 1] in ")]":
        return True
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following[1].upper() if following and following[1] else ""
    return len(word) <= 1 or word in ("AND", "OR")
