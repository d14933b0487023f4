"""Citations in the text of paragraphs of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.patterns import pattern
from redact.rules.scope import own_text
from redact.sources import Span
from redact.sources.capitals import places_of
from redact.values import dataclass

_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBER = rf"(?:\d{{1,2}}(?!\d)|(?:{'|'.join(_WORDS)})\b)"
_ONE = rf"{_NUMBER}(?:\.?[ ]?\(?[a-h]\)?(?![\w]))?"
_CITATION = pattern(
    rf"(?i)\bpara(?:graph)?s?\.?\s+(?P<numbers>{_ONE}(?:\s*(?:(?:,|-|and|or|to|through|thru|&)\s*)+{_ONE})*)"
    r"(?![\w%]|[.,]\d)"
)
# After the number: the document whose paragraph it is.
_OF_ANOTHER = pattern(
    r"(?i)[\s,)]*(?:\(?\w{1,3}\)?[\s,]+)?"
    r"(?:(?:of|in|from|to|under)\s+(?!this\b|the present\b|present\b)"
    r"|(?:the\s+)?[\w\s,]{0,40}?\b(?:ref(?:s|tels?|airs?|erence\w*)?|septels?)\b)"
)
_OWN = pattern(
    r"(?i)[\s,]*(?:above|below|supra|infra)\b|[\s,]*(?:of|in)\s+(?:this|present|the present)\b"
)
# Before it, in the same sentence: words about another document.
_ABOUT_ANOTHER = pattern(
    r"(?i)\b(?:ref(?:s|tels?|airs?)?|septels?|reference|telegram|cable|airgram|telcon|message|letter|note"
    r"|memo(?:randum)?|agreement|treaty|resolution|article|annex|declaration|communique|convention"
    r"|protocol|charter|decree|law|text|draft|report|document|statement|guidance|instructions?"
    r"|contract|operative|preamb\w+|section|item|unscr|ftn|agenda|speech|proposal|paper|circular"
    r"|[a-z]+\s+\d{3,6}|its|his|her|their|whose)\b[^.]*$"
)
_CONTEXT = 90
_LONGEST_QUOTATION = 1500


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of paragraphs, with their numbers."""

    span: Span
    numbers: tuple[int, ...]


def paragraph_citations(document: Document) -> Iterator[Citation]:
    """Citations of paragraphs of this document; those of other documents are left out."""
    text = own_text(document)
    done = 0
    for place in places_of(("PARA",), text, 0, len(text)):
        match = _CITATION.match(text, place) if place >= done else None
        if match is None:
            continue
        done = match.end()
        after = text[match.end() : match.end() + _CONTEXT]
        if not _OWN.match(after):
            before = text[max(0, match.start() - _CONTEXT) : match.start()]
            sentence = re.split(r"[.;:?!]\s", before)[-1]
            if _OF_ANOTHER.match(after) or _ABOUT_ANOTHER.search(sentence):
                continue
        if _is_in_quotation(text, match.start()):
            continue
        numbers = tuple(_numbers(match["numbers"]))
        yield Citation(Span(*match.span()), numbers)


def _is_in_quotation(text: str, start: int) -> bool:
    """Whether a quotation mark of the same paragraph is still open."""
    near = text[max(0, start - _LONGEST_QUOTATION) : start]
    paragraph = near[max(near.rfind("\n\n"), 0) :]
    return paragraph.count('"') % 2 == 1 or paragraph.count("\u201c") > paragraph.count("\u201d")


def _numbers(written: str) -> Iterator[int]:
    """Every number in a citation such as ``2, 4-6 and 9``, ranges expanded."""
    previous, is_range = 0, False
    for token in re.findall(rf"(?i){_NUMBER}|-|\bto\b|\bthrough\b|\bthru\b", written):
        if token.isdecimal() or token.lower() in _WORDS:
            number = int(token) if token.isdecimal() else _WORDS.index(token.lower()) + 1
            yield from range(previous + 1, number) if is_range else ()
            yield number
            previous, is_range = number, False
        else:
            is_range = True
