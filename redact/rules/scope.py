"""Which part of a document a rule applies to: facts shared by rules of several families."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.model import BannerLine, Document
from redact.documents.portion_model import Portion
from redact.patterns import pattern
from redact.sources import Source, Span

_WORDS_OF_LINE = pattern(r"[^\r\n]+")


def line_name(line: BannerLine) -> str:
    """The regulations' term for a line that states the overall classification."""
    return "classification line" if line.place == "line" else "banner line"


def has_classification_line(document: Document) -> bool:
    """Whether the text has a classification line; a telegram without one is an extract."""
    return any(banner.place == "line" for banner in document.banners)


def has_telegram_head(document: Document) -> bool:
    """Whether the head of a Department telegram is expected: E.O. line, TAGS and subject.

    It is not in an extract, a later section or a military message.
    """
    return (
        document.telegram is not None
        and document.kind != "military"
        and has_classification_line(document)
        and not is_later_section(document)
    )


@lru_cache(maxsize=2)  # a dozen rules use those of one document
def missing_sections(document: Document) -> frozenset[int]:
    """Numbers of the sections of a telegram that are not in this text."""
    sections = document.telegram_fields.sections
    held = {section.number for section in sections}
    if not sections or (held == {1} and is_signed_whole(document)):
        return frozenset()
    wanted = range(1, max(section.count for section in sections) + 1)
    return frozenset(wanted) - held


def is_signed_whole(document: Document) -> bool:
    """Whether a signature, which closes the last section, ends a text without page lines that
    would name its section: the sections were joined under the heading of the first.
    """
    telegram = document.telegram
    return (
        telegram is not None
        and telegram.signature is not None
        and all(heading.section is None for heading in telegram.page_headings)
    )


def is_later_section(document: Document) -> bool:
    """Whether the text begins with a later section, whose head is in the first one."""
    return 1 in missing_sections(document)


def main_paragraphs(document: Document) -> tuple[Portion, ...]:
    """The numbered paragraphs of the message itself, in document order."""
    return tuple(
        portion
        for portion in document.portions
        if portion.kind == "paragraph"
        and not portion.quoted
        and portion.number is not None
        and portion.number.isdecimal()
    )


def number_span(document: Document, paragraph: Portion) -> Span:
    """The number of a paragraph with its full stop, or the first word of an unnumbered one."""
    text = document.text
    match = re.compile(r"\s*(\S+)").match(text, paragraph.span.start, paragraph.span.end)
    if match is None:
        return paragraph.span
    numeral = re.match(r"\W?\d+\w?[.)]?", match[1]) if paragraph.number else None
    return Span(match.start(1), match.start(1) + len(numeral[0] if numeral else match[1]))


def last_line(source: Source, end: int) -> Span:
    """The last line with text before an offset, without blanks at its end."""
    end = len(source.text[:end].rstrip())
    line, _ = source.line_col(end)
    return Span(source.line_start(line), end)


@lru_cache(maxsize=2)  # a dozen rules read the same text of one document
def body_text(document: Document) -> str:
    """The text of the portions with everything else blanked, so that offsets match the source.

    Page headings and banners that interrupt a paragraph become white space, and every line ends
    with a line feed.
    """
    text = document.text
    pieces: list[str] = []
    done = 0
    for segment in document.segments:
        if segment.kind == "body" and len(segment.span):
            pieces += (_blanked(text[done : segment.span.start]), segment.span.of(text))
            done = segment.span.end
    pieces.append(_blanked(text[done:]))
    body = "".join(pieces)
    return body.replace("\r\n", " \n").replace("\r", "\n") if "\r" in body else body


def _blanked(text: str) -> str:
    """``text`` with every character except line ends replaced by a blank."""
    if "\r" in text:
        return _WORDS_OF_LINE.sub(lambda line: " " * (line.end() - line.start()), text)
    return "\n".join([" " * len(line) for line in text.split("\n")])


@lru_cache(maxsize=2)
def own_text(document: Document) -> str:
    """`body_text` without passages between BEGIN TEXT and END TEXT: the drafter's own words."""
    text = body_text(document)
    pieces: list[str] = []
    done = 0
    for block in document.blocks:
        start, end = max(block.span.start, done), block.span.end
        if block.kind == "text" and block.opened and block.closed and start < end:
            pieces += (text[done:start], _blanked(text[start:end]))
            done = end
    return "".join((*pieces, text[done:]))
