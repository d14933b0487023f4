"""Checks that every line where a classification belongs states a level that exists.

## Why

Only TOP SECRET, SECRET, CONFIDENTIAL and UNCLASSIFIED are levels of the United States. A line that
is misspelt or garbled is read as no level by people and machines alike, and the text below it goes
unprotected. RESTRICTED was one until E.O. 10501 of 15 December 1953; since then it belongs to other
governments.

## Example

    C O N F I D E T I A L TESTVILLE 000412

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

## Limits

A level is suggested when at most two letters are wrong. The document is handled at the highest
level that can be read anywhere in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.rules.banner.level_words import nearest_level
from redact.rules.banner.prohibited import prohibited_phrase, written_line
from redact.rules.banner.unread_line import unread_line
from redact.sources import Span

ID = "class-unknown-level"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each line that states no level, or a foreign one as if it were ours; of equal lines
    on the first.
    """
    document, register = examined.document, examined.register
    known = " ".join(level.word for level in register.levels if level.name != "RESTRICTED")
    lines = {banner.text: banner for banner in reversed(document.banners)}
    for banner in sorted(lines.values(), key=lambda line: line.span):
        if banner.marking is None:
            written = written_line(document, banner.span)
            # one with a level is for banner-unknown-token, one of CUI for the rules of CUI
            cui = register.cui_words and written.startswith(register.cui_words)
            if not (cui or prohibited_phrase(written, register) or find_level(written, register)):
                yield _unknown(banner.span, _meant(written, register), known)
        elif _is_restricted(banner) and not _was_a_level(document, register):
            yield Hit(
                span=banner.span,
                message="RESTRICTED is not a US classification level",
                fix="name the country it belongs to, or write a US level",
                expected=known,
                found="RESTRICTED",
            )

    line = unread_line(document, register) if document.telegram is not None else None
    text = document.text_of(line) if line is not None else ""
    if line is not None and find_level(text, register):
        yield Hit(
            span=line,
            message="classification line cannot be read beyond its level",
            fix="write level, station and number",
        )
    elif line is not None and prohibited_phrase(text, register) is None:
        yield _unknown(line, _meant(text, register), known)


def _meant(words: str, register: Register) -> str | None:
    """The nearest level; not the lowest for CLASSIFIED and DECLASSIFIED, which are two letters from
    it and mean something else.
    """
    meant = nearest_level(words, register)
    begins_alike = meant is not None and words.strip()[:1].upper() in (meant[0], meant[1])
    return meant if level_rank(meant) != 0 or begins_alike else None


def _unknown(span: Span, meant: str | None, known: str) -> Hit:
    return Hit(
        span=span,
        message="line where the classification belongs states no known level"
        + (f", probably {meant}" if meant else ""),
        fix=f"write {meant}" if meant else None,
        expected=meant or known,
    )


def _is_restricted(banner: BannerLine) -> bool:
    marking = banner.marking
    if marking is None or marking.level != "RESTRICTED":
        return False
    return not (marking.nato or marking.fgi or marking.joint)


def _was_a_level(document: Document, register: Register) -> bool:
    """Whether RESTRICTED was a level of the register on the day of the document."""
    level = register.level("RESTRICTED")
    last = level.valid_to if level is not None else None
    return last is not None and document.date is not None and document.date <= last
