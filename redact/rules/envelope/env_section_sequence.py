"""Checks that all sections of a message sent in sections are present.

## Why

A long message is sent as `SECTION 1 OF 3` and so on. With a section missing, text is missing:
marks, END signs and the signature may be in it, and no statement about the whole message can be
trusted. Two different counts, a section beyond the count, or another section in the DE line show
that sections of different messages were joined.

## Example

    C O N F I D E N T I A L SECTION 01 OF 02 TESTVILLE 000412

with no other section in the set. *Use instead:* the file with section 02 beside it, or both in one
file.

## Limits

Sections in other files are found only when those files are examined together. Exports of archives
often join the sections under the heading of the first: where such a text is signed at its end, as
only the last section is, this is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import DeLine, Section, Telegram
from redact.findings import Examined, Hit, Label
from redact.rules.scope import is_signed_whole

ID = "env-section-sequence"


def check(examined: Examined) -> Iterator[Hit]:
    """Hits for impossible sections, one for all that are missing, one for the DE line."""
    telegram = examined.document.telegram
    if telegram is None or not telegram.sections:
        return
    lines = [s for s in telegram.sections if s.place == "line"]
    first = (lines or telegram.sections)[0]
    for section in lines:
        wrong = _impossible(section, first)
        if wrong:
            yield Hit(span=section.span, message=wrong, related=_related(section, first))
    yield from _missing(examined, first)
    if telegram.de_line is not None and lines:
        yield from _suffix(telegram.de_line, first)


def _impossible(section: Section, first: Section) -> str | None:
    if section.count != first.count:
        return f"section count is {section.count}, in the first section it is {first.count}"
    if not 1 <= section.number <= section.count:
        return f"section is number {section.number} of {section.count}"
    return None


def _missing(examined: Examined, first: Section) -> Iterator[Hit]:
    found = _sections_found(examined)
    missing = [str(n) for n in range(1, first.count + 1) if n not in found]
    if not missing or first.number > first.count:
        return
    word = "section" if len(missing) == 1 else "sections"
    what = f"message has {first.count} sections, {word} {', '.join(missing)} not found"
    case = "default" if examined.stage == "draft" else "record"
    if case == "record" and found == {1} and is_signed_whole(examined.document):
        what = what.replace("not found", "without a heading, text is signed at its end")
        case = "joined"
    yield Hit(
        span=first.span,
        message=what,
        fix="examine the missing sections together with this one",
        expected=str(first.count),
        found=str(first.count - len(missing)),
        case=case,
    )


def _sections_found(examined: Examined) -> set[int]:
    """Numbers of the sections in this document and in others of the set with the same number."""
    telegrams = (document.telegram for document in (examined.document, *examined.siblings))
    own = examined.document.telegram
    same = [t for t in telegrams if t and own and (t is own or _is_same_message(t, own))]
    return {section.number for telegram in same for section in telegram.sections}


def _is_same_message(one: Telegram, other: Telegram) -> bool:
    a, b = one.message_number, other.message_number
    return a is not None and b is not None and a.id is not None and a.id == b.id


def _suffix(line: DeLine, first: Section) -> Iterator[Hit]:
    if line.section is not None and line.section.isdigit() and int(line.section) != first.number:
        yield Hit(
            span=line.span,
            message=f"DE line is of section {int(line.section)}, "
            f"classification line of section {first.number}",
            expected=f"/{first.number:02d}",
            found=f"/{line.section}",
            related=(Label(first.span, "section"),),
        )


def _related(section: Section, first: Section) -> tuple[Label, ...]:
    return () if section is first else (Label(first.span, "first section"),)
