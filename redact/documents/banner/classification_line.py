"""The classification line: level, controls, section, station and number of the message."""

from __future__ import annotations

import re

from redact.documents.banner.level_resemblance import resembles_a_level
from redact.documents.head.captions import find_captions
from redact.documents.lines import TextLine, fold_space
from redact.documents.readings import read_banner
from redact.documents.telegram_model import Caption, Section
from redact.markings.level import find_level
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_COULD_STATE_A_LEVEL = pattern(
    r"[^A-Za-z]{0,12}(?://|T[ -]?O[ -]?P|S[ -]?E[ -]?C|C[ -]?O[ -]?N|U[ -]?N[ -]?C|L ?I ?M"
    r"|R ?E ?S ?T|C ?U ?I\b)"
)
_BEGINNING = 24
"""Number of code points within which that pattern ends."""
_SECTION = r"(?:SECTION|SECT|SEC)\.?\s*(?P<{0}>\d{{1,2}})\s*(?:OF|/)\s*(?P<{1}>\d{{1,2}})\b"
_MESSAGE = pattern(
    r"[\s:,;.*/-]*"
    + rf"(?:\[?(?:{_SECTION.format('section', 'count')}"
    + r"|FINAL\s+SECTION\s+OF\s+(?P<final>\d{1,2})\b)\]?[\s,]*)?"
    + r"(?:(?P<year>\d\d)\s+)?(?P<station>[A-Z][A-Z.'’&/-]*(?:\s+[A-Z.'’&/-]+){0,4}?)\s*"
    + rf"(?:{_SECTION.format('middle_section', 'middle_count')}[\s,]*)?"
    + r"(?P<number>\d{1,8})\b(?:/(?P<suffix>\d{1,2})\b)?"
    + rf"(?:[\s,]+{_SECTION.format('late_section', 'late_count')})?"
    + r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SECTION_ALONE = pattern(rf"[\s:,;.*/-]*{_SECTION.format('section', 'count')}\s*$", re.IGNORECASE)
_NO_STATION = pattern(
    r"\b(?:IN|OF|ON|THE|AND|FOR|ACT|LIST|SECTION|SECT|PAGE|COPY|LEVEL|ANNEX|TAB|APPENDIX|ENCLOSURE"
    r"|ATTACHMENT|VOLUME|PART|TABLE|FIGURE)\b",
    re.IGNORECASE,
)
_THE_POST = pattern(r"THE [A-Z]{3,}$")
_SUBJECT_CODE = pattern(r"\s*(?://\s*N?\d{5}\s*//|\d[A-Z](?:/[A-Z]{2,4})?)\s*$")
"""The standard subject code after the level of a military message, ``UNCLAS //N01000//``, or the
code of a broadcast service: ``UNCLAS 4D``.
"""
_TRANSMIT_ENCRYPTED = pattern(r"[\s/,]*(?P<efto>E\s?F\s?T\s?O)\b", re.IGNORECASE)
_LABEL_AFTER_LEVEL = pattern(
    r"[\s/,-]*(?:(?P<FOUO>FOR\s+OFFICIAL\s+USE\s+ONLY|FOUO)|(?P<SBU>SBU))\b(?:\s?//(?!\s?N?\d{5}))?",
    re.IGNORECASE,
)
CONTROLS = pattern(r"\s?//[A-Z0-9][A-Z0-9 ,/-]*", re.IGNORECASE)
LONGEST = 160
"""Maximum code points of a line that states a level; longer lines are text."""
_MESSAGE_NUMBER = pattern(r"\s+\d{3,8}\s*$")
_NUMBER_ALONE = pattern(r"(?:\d{1,6})?$")
"""After the level, the number of a 1960s message, whose station is on a line above."""
_OF_THE_FORCES = ("EFTO", "FOUO")
"""Labels that may end a classification line of the armed forces."""
_LONGEST_CODE = 3
"""Maximum letters of a code before a number that is not a message number."""
_LETTER_SPACED = pattern(r"\s*(?P<level>[A-Z0-9](?: +[A-Z0-9]){4,})(?: +|$)(?=[A-Z]{2}|$)")


@dataclass(frozen=True, slots=True)
class ClassificationLine:
    """The contents of a classification line.

    ``level_span`` covers level and controls; ``marking`` is ``None`` when the level cannot be
    parsed. ``station`` is ``None`` on a line that states only a section.
    """

    level_span: Span
    marking: Marking | None
    label: str | None
    captions: tuple[Caption, ...]
    section: Section | None
    year: str | None
    station: str | None
    number: str | None
    message_span: Span | None


def could_state_a_level(head: str) -> bool:
    """Whether a line may start with a level: a cheap test before parsing it."""
    beginning = head[:_BEGINNING]
    return not beginning.isascii() or _COULD_STATE_A_LEVEL.match(beginning.upper()) is not None


def read_classification_line(
    text: str, line: TextLine, register: Register, *, first: bool
) -> ClassificationLine | None:
    """The contents of ``line`` as a classification line, ``None`` when it is not one.

    ``first`` says that no classification line has been read yet: only then may the level be
    misspelled beyond recognition, because its position shows what it is meant to be.
    """
    if line.end - line.start > 2 * LONGEST or len(line.head) > LONGEST:
        return None
    found = find_level(text[line.start : line.end], register)
    if found is None:
        return _unreadable_level(text, line, register) if first else None
    name, within = found
    start, here = line.start + within.start, line.start + within.end
    if not text[here : line.end].strip() and not (first and _is_spaced(text[start:here])):
        return None
    label, here = _label_after(text, here, line.end, name, register)
    controls = CONTROLS.match(text, here, line.end)
    # In SECRET//NOFORN TESTVILLE 000123 the controls end where the captions do.
    if controls and not re.search(r"\d{4}", controls[0]):
        here = controls.end()
    level_span = Span(start, here)
    captions = _captions_after(text, here, line.end, register)
    if captions:
        here = captions[-1].span.end
    coded = _SUBJECT_CODE.match(text, here, line.end)
    message = None if coded else _MESSAGE.match(text, here, line.end)
    if message and _is_a_station(message):
        late = find_captions(text, message.start("rest"), line.end, register)
        return _with_message(text, level_span, label, captions + late, message, register)
    alone = _SECTION_ALONE.match(text, here, line.end)
    rest = text[here : line.end].strip()
    labelled = first and label in _OF_THE_FORCES and not rest
    bare = first and _is_spaced(text[start : level_span.end]) and _NUMBER_ALONE.match(rest)
    if not (alone or bare or coded or labelled):
        return None
    section = None
    if alone:
        span = Span(alone.start("section"), alone.end("count"))
        section = Section(span, int(alone["section"]), int(alone["count"]), "line")
    marking = read_banner(fold_space(level_span.of(text)), register)
    return ClassificationLine(level_span, marking, label, captions, section, None, None, None, None)


def _label_after(
    text: str, here: int, end: int, name: str, register: Register
) -> tuple[str | None, int]:
    """The administrative label that replaces or follows the level ``name``, and its end."""
    label = None if register.level(name) else name
    efto = _TRANSMIT_ENCRYPTED.match(text, here, end)
    if efto:
        label, here = "EFTO", efto.end()
    after_level = _LABEL_AFTER_LEVEL.match(text, here, end) if name == "UNCLASSIFIED" else None
    if after_level and after_level.lastgroup:
        label, here = after_level.lastgroup, after_level.end()
    return label, here


def _captions_after(text: str, here: int, end: int, register: Register) -> tuple[Caption, ...]:
    """The captions after the level, without the name of a station that is a caption elsewhere."""
    captions = find_captions(text, here, end, register)
    if captions and captions[-1].kind == "subject":
        # UNCLAS USDOC 18905: before a number the word is the station.
        is_station = _MESSAGE_NUMBER.match(text, captions[-1].span.end, end)
        return captions[:-1] if is_station else captions
    return captions


def _is_spaced(words: str) -> bool:
    """Whether a level is spaced out letter by letter, as only on classification lines."""
    return re.match(r"(?:\S\s+){4,}\S", words) is not None


def _with_message(
    text: str,
    level_span: Span,
    label: str | None,
    captions: tuple[Caption, ...],
    message: re.Match[str],
    register: Register,
) -> ClassificationLine:
    section = None
    for number, count in (
        ("section", "count"),
        ("final", "final"),
        ("middle_section", "middle_count"),
        ("late_section", "late_count"),
    ):
        if message[number]:
            span = Span(message.start(number), message.end(count))
            section = Section(span, int(message[number]), int(message[count]), "line")
    return ClassificationLine(
        level_span=level_span,
        marking=read_banner(fold_space(level_span.of(text)), register),
        label=label,
        captions=captions,
        section=section,
        year=message["year"],
        station=fold_space(message["station"]).upper(),
        number=message["number"],
        message_span=Span(message.start("station"), message.end("number")),
    )


def _is_a_station(message: re.Match[str]) -> bool:
    """Whether the words before a number may name a post rather than belong to a sentence.

    Letters directly before the number are a station only when too many for the code of a print or
    an airgram: ``SECRET PTQ4455``, ``SECRET A-233``. A post name may be THE and one word, such as
    THE HAGUE, but not THE YEAR 2005: its number must then have a form only messages have.
    """
    words = fold_space(message["station"])
    if len(words) <= _LONGEST_CODE and message.end("station") == message.start("number"):
        return False
    if _NO_STATION.search(words) is None or words.upper() in ("PORT OF SPAIN", "THE HAGUE"):
        return True
    number = message["number"]
    return _THE_POST.match(words) is not None and (number[0] == "0" or len(number) > 4)


def _unreadable_level(text: str, line: TextLine, register: Register) -> ClassificationLine | None:
    """A line in the form of a classification line without a level of the register."""
    spaced = line.head[1:2] == " " and _LETTER_SPACED.match(text, line.start, line.end)
    if spaced:
        message = _MESSAGE.match(text, spaced.end("level"), line.end)
        if message:
            return _with_message(text, Span(*spaced.span("level")), None, (), message, register)
    if not line.head[-1:].isdecimal():  # nothing may follow the number
        return None
    message = _MESSAGE.match(text, line.start, line.end)
    if message is None or message["rest"].strip():
        return None
    words = list(re.finditer(r"\S+", message["station"]))
    for count in (3, 2, 1):
        if len(words) <= count:
            continue
        level = message["station"][: words[count - 1].end()]
        if not resembles_a_level(level.upper(), register):
            continue
        start = message.start("station")
        late = _MESSAGE.match(text, start + words[count - 1].end(), line.end)
        if late:
            return _with_message(text, Span(start, start + len(level)), None, (), late, register)
    return None
