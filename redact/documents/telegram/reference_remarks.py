"""Text among the references or TAGS beyond what identifies a message, a paper or a term.

It has no mark, because neither line needs one; such text is treated as unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.division.layout import Layout
from redact.documents.lines import trimmed
from redact.documents.portion_model import Portion
from redact.documents.portions.list_letters import is_list_letter
from redact.documents.sentence_words import SENTENCE_WORDS, is_sentence
from redact.patterns import pattern
from redact.sources import Span, join_spans

_REMARK = pattern(
    r"\((?P<brackets>[^()]{5,400})\)"
    rf"|\b(?!REF)(?P<sentence>[^\W\d_][^()\r\n\d]{{0,120}}?{SENTENCE_WORDS}[^\r\n]{{0,400}})",
    re.IGNORECASE,
)
"""Words in brackets after a reference, or a line that continues as a sentence."""
_TITLE = pattern(
    r"\b(?:ON|ABOUT|RE|REGARDING|CONCERNING|(?:EN)?TITLED|SUBJ(?:ECT)?)\b:?[ \t]{1,8}"
    r"(?P<about>[^\d()\r\n;]{4,200})"
    r"|(?:(?<=\d)|(?<=NOTAL\)))[ \t]{0,8}(?P<mark>\([CS]\)[ \t]{0,8})?"
    r"(?P<sign>[:\"\u201c'-]{1,3})?(?P<after>[^\d()\r\n;]{8,200})",
    re.IGNORECASE,
)
"""What a paper is about, or what follows the number of a telegram."""
_NAMES_FOLLOW = pattern(
    r"\b(?:TO|AND|SENT|REPEATED|RPTD|PASSED|INFO|TELE?CON|MEMCON|LETTER|MEMO|E-?MAIL|CONVERSATION)\b",
    re.IGNORECASE,
)
"""Words beside the posts that received the telegram, or the persons of another reference."""
_NUMBER = pattern(r"\s{0,40}\d")
_WORDS_ALONE = pattern(r"\b(?!REF)[^\W\d_][^()\r\n\d]{12,400}")
"""Words of a line without a number or a bracket between them."""
_TERM = pattern(r"(?<![^,;:(\r\n])[^,;:()\r\n]{12,400}")
"""The text between two commas or in brackets of the TAGS."""
_TERM_WORD = pattern(r"[^\W\d_]{5,}")
"""A word of an organization or a name among the TAGS, which begin with a capital: subjects have
four letters.
"""
_OF_A_TERM = 4
"""Most such words of one term: ``ORGANIZATION OF AMERICAN STATES``."""
_WORD = pattern(r"[^\W\d_]{2,}")
_LONG_WORD = pattern(r"[^\W\d_]{4,}")
_OF_THE_NEXT = 4
"""Most words of a post whose number follows: ``USMISSION USUN NEW YORK 123``."""
_IDENTIFYING = frozenset(
    """
    NOTAL NODIS EXDIS STADIS LIMDIS NOFORN NOT TO ALL POSTS ONLY SENT PASSED REPEATED PREVIOUS
    AND OF ON FROM THE BY VIA FOR PARA PARAS PARAGRAPH PARAGRAPHS SECTION SECTIONS PART PRIOR
    SUBSEQUENT MESSAGE AIRGRAM CONVERSATION INFO PRECEDING ITEM PAGE DTG EMAIL MAIL TELCON
    TELECON MEMCON LETTER MEMO MEMORANDUM NOTE CABLE TELEGRAM TEL FAX REPORT DATED SEPTEL
    AMEMBASSY EMBASSY AMCONSUL STATE JAN JANUARY FEB FEBRUARY MAR MARCH APR APRIL MAY JUN JUNE
    JUL JULY AUG AUGUST SEP SEPT SEPTEMBER OCT OCTOBER NOV NOVEMBER DEC DECEMBER
    """.split()
)
"""Words that identify a message or paper without saying anything about its content."""


def reference_remarks(layout: Layout, marked: set[Span]) -> Iterator[Portion]:
    """Remarks of two words or more; ``marked`` is header text that already has a mark."""
    for stretch in layout.of_kind("references"):
        whole = layout.span(stretch)
        found: list[Span] = []
        for match in _REMARK.finditer(layout.text, whole.start, whole.end):
            remark = Span(*match.span(match.lastgroup or 0))
            words = _WORD.findall(remark.of(layout.text))
            if sum(word.upper() not in _IDENTIFYING for word in words) < 2:
                continue
            found.append(remark)
        for match in _WORDS_ALONE.finditer(layout.text, whole.start, whole.end):
            if is_sentence(match[0]) or _free_words(match[0]) > _OF_THE_NEXT:
                found.append(trimmed(layout.text, *match.span()))
        if len(_LONG_WORD.findall(layout.text, whole.start, whole.end)) > 1:
            found += _titles(layout.text, whole)
        for remark in join_spans(found):
            if not any(remark.overlaps(span) for span in marked):
                yield Portion(number=None, span=remark, text_span=remark, kind="header")


def _titles(text: str, whole: Span) -> Iterator[Span]:
    """Titles of two words or more; of three where its number may be followed by posts that also
    received the telegram or by the next reference, ``ROSEWOOD/MERRIDEW TELCON``.
    """
    for match in _TITLE.finditer(text, whole.start, whole.end):
        free = _free_words(match[0])
        group = "about" if match["about"] else "after"
        number_follows = _NUMBER.match(text, match.end(), whole.end) is not None
        mark = match["mark"]
        if mark and is_list_letter(text, whole, match.start("mark"), mark[1], "", strict=False):
            continue
        names = group == "after" and not match["sign"] and _NAMES_FOLLOW.search(match["after"])
        least = 1 if mark else 3 if names else 2
        if free >= least + (_OF_THE_NEXT if number_follows else 0):
            yield trimmed(text, *match.span(group))


def _free_words(words: str) -> int:
    return sum(word.upper() not in _IDENTIFYING for word in _LONG_WORD.findall(words))


def tags_remarks(layout: Layout, marked: set[Span]) -> Iterator[Portion]:
    """Terms of the TAGS that are sentences or too long for a name; ``marked`` is header text that
    already has a mark.
    """
    for stretch in layout.of_kind("tags"):
        whole = layout.span(stretch)
        for match in _TERM.finditer(layout.text, whole.start, whole.end):
            remark = trimmed(layout.text, *match.span())
            words = _TERM_WORD.findall(match[0])
            too_much = len(words) > _OF_A_TERM or sum(map(str.islower, words)) > 1
            if (too_much or is_sentence(match[0])) and not any(
                remark.overlaps(span) for span in marked
            ):
                yield Portion(number=None, span=remark, text_span=remark, kind="header")
