"""Words in the lines of a header beyond those their form has room for.

Addressees, offices and events are free words, so a line is not known to be form because it begins
like one: it may hold a few free words, and a header inside the text only words of the first header.
Whatever is left over is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.division.layout import Layout
from redact.documents.division.stretches import Stretch
from redact.documents.head import signs
from redact.documents.head.envelope_lines import opens_envelope
from redact.documents.lines import TextLine, trimmed
from redact.documents.sentence_words import is_sentence
from redact.markings.spelling import edit_distance
from redact.patterns import pattern
from redact.sources import Span

_WORD = pattern(rf"(?<!\w)(?!{signs.ROUTE}/)[^\W\d_]{{4,}}(?!\w)")
_LETTERS = pattern(r"[^\W\d_]{4,}")
_SHORTEST = 14
"""Code points of three such words."""
_PARTS = pattern(r"[,;:/()-]|\b(?:FOR|FROM|PASS|TO|AND|INFO|ALSO)\b")
"""What separates the addressees, offices or people of one line."""
_ADDRESS = signs.any_of(
    signs.PRECEDENCE,
    signs.FROM,
    signs.TO,
    signs.INFO,
    signs.EXEMPT,
    signs.ROUTED,
    signs.KNOWN_ADDRESSEE,
)
_FREE_WORDS = 4
"""Free words for one addressee or office: ``ASIAN PACIFIC ECONOMIC COOPERATION``."""
_FEWER_FREE_WORDS = 2
"""The same for an unknown addressee without label and route, ``USAFSO HOWARD AFB``, after the
signs of the transmission or a message number, and for an event, which has words of its own.
"""
_MOST_FREE_WORDS = {
    "classification-line": _FEWER_FREE_WORDS,
    "executive-order": _FEWER_FREE_WORDS,
    **dict.fromkeys(("envelope", "distribution", "attention", "passing"), _FREE_WORDS),
}
_REPEATED = (*_MOST_FREE_WORDS, "caption", "tags")
"""Lines that a further section repeats from the first header, or leaves out."""
_LEAST_GARBLED = 7
"""Letters of a word in which one may be garbled: ``AMEMBBASSY``."""
_MOST_COMPARED = 150
"""Words of a first header up to which each is compared with a garbled one."""
_FORM_WORDS = frozenset(
    """
    SECSTATE AMEMBASSY AMCONSUL USMISSION USINT USLO WASHINGTON STATE DEPT DEPARTMENT WHITE
    HOUSE JOINT STAFF EMBASSY SECTION FORT CAMP BASE NAVAL HEADQUARTERS COMMAND CENTER CENTRAL
    SOUTH NORTH EAST WEST ALSO PASS PASSED PLEASE FROM POSTS ORIGIN ACTION DRAFTED APPROVED
    CLEARED POSS DUPE CORRECTED COPY NOTE ASSISTANT ASST DEPUTY UNDER SECRETARY AMBASSADOR
    DIRECTOR OFFICE DECL DECLASSIFY DECLAS EXECUTIVE ORDER XGDS OADR UPON AFTER COMPLETION
    CONCLUSION TERMINATION DEPARTURE RETIREMENT VISIT MEETING NEGOTIATIONS TRIP WHEN UNTIL DATE
    EVENT AUTHORITY REASON MILITARY ADDRESSEES ADDEES HANDLE TREAT SPECAT EXCLUSIVE REVIEW
    EXEMPT NONE UNCLAS UNCLASSIFIED CONFIDENTIAL SECRET LIMITED OFFICIAL TAGS SUBJECT CITING
    MISSING SECTIONS SENT REPEATED INFORMATION RECEIVED TELEGRAM INCOMING OUTGOING NUMEROUS
    SERVICE SERVICES RETRANSMISSION RETRANSMITTED
    """.split()
)
"""Words that every such line may hold, because they say nothing about the content."""


def excess_words(layout: Layout) -> Iterator[Span]:
    """From the first free word of each line with too many of them to the end of the line."""
    text = layout.text
    kept: list[TextLine] = []
    later: list[Stretch] = []
    for stretch in layout.of_kind(*_REPEATED):
        if stretch.block:
            later.append(stretch)
            continue
        for line in _lines(layout, stretch):
            if _has_excess_words(stretch.kind, line, text):
                yield Span(_free_words(text, line)[0].start, line.end)
            else:
                kept.append(line)
    first: set[str] = set()
    for line in kept if later else ():
        first.update(word.of(text).upper() for word in _free_words(text, line))
    for stretch in later:
        for line in _lines(layout, stretch):
            if signs.PRECEDENCE.match(line.head):
                continue
            free = _free_words(text, line)
            strange = [word for word in free if not _is_among(word.of(text).upper(), first)]
            if strange or is_sentence(line.head):
                yield trimmed(text, strange[0].start if strange else line.start, line.end)


def _lines(layout: Layout, stretch: Stretch) -> Iterator[TextLine]:
    """The lines of a stretch; of a classification line only what follows the message number."""
    message = stretch.classification and stretch.classification.message_span
    for line in layout.lines[stretch.first : stretch.last]:
        if line.head:
            yield line._replace(start=message.end) if message else line


def _has_excess_words(kind: str, line: TextLine, text: str) -> bool:
    """Whether a line of the first header has more words than its form; captions are closed lists
    and TAGS are read term by term.
    """
    head = line.head
    if len(head) < _SHORTEST or head[-3:-2] == "-" or kind not in _MOST_FREE_WORDS:
        return False  # most lines: an office such as ``CIAE-00`` is the last of its list
    if len({*_LETTERS.findall(head.upper())} - _FORM_WORDS) <= _FEWER_FREE_WORDS:
        return False
    if len(_free_words(text, line)) <= _FEWER_FREE_WORDS:
        return False
    # "SENT DEPARTMENT 12, REPEATED TESTVILLE 5" is form.
    if is_sentence(" ".join(w for w in head.split() if w.upper() not in _FORM_WORDS)):
        return True
    labelled = not opens_envelope(head) and _ADDRESS.match(head) is not None
    room = _FEWER_FREE_WORDS if kind == "envelope" and not labelled else _MOST_FREE_WORDS[kind]
    parts = _PARTS.split(text[line.start : line.end].upper())
    return any(len(set(_WORD.findall(part)) - _FORM_WORDS) > room for part in parts)


def _free_words(text: str, line: TextLine) -> list[Span]:
    found = _WORD.finditer(text, line.start, line.end)
    return [Span(*word.span()) for word in found if word[0].upper() not in _FORM_WORDS]


def _is_among(word: str, known: set[str]) -> bool:
    """Whether a word is a known one, or a long one with a letter garbled."""
    if word in known:
        return True
    if len(word) < _LEAST_GARBLED or len(known) > _MOST_COMPARED:
        return False
    return any(
        abs(len(other) - len(word)) < 2 and edit_distance(word, other) <= 1
        for other in (*known, *_FORM_WORDS)
        if other[0] == word[0]
    )
