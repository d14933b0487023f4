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

_WORD = pattern(rf"(?<!\w)(?!{signs.ROUTE}/|[A-Z]{{4}}-\d\d\b)[^\W\d_]{{4,}}(?!\w)")
"""A word that is neither a route nor an office with its number of copies, ``CIAE-00``."""
_LETTERS = pattern(r"[^\W\d_]{4,}")
_SHORTEST = 14
"""Code points of three such words."""
_PARTS = pattern(r"([,;:/()-]|\b(?:FM|FOR|FROM|PASS|TO|AND|INFO|ALSO)\b)")
"""What separates the addressees, offices or people of one line."""
_ASIDE = ",;("
"""Signs after which an envelope names no addressee in full: ``AMEMBASSY PARIS, LONDON``."""
_WITHIN = ":-)"
"""Signs that no addressee follows where the signs of the transmission open the line."""
_POST = pattern(r"\b(?:AMM?EMBASSY|AMCONSUL|AMEMB|USLO|USINT)\b")
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
_FREE_WORDS_OF_A_POST = 3
"""The same for a post: ``AMEMBASSY BANDAR SERI BEGAWAN``."""
_FEWER_FREE_WORDS = 2
"""The same for an unknown addressee without label and route, ``USAFSO HOWARD AFB``, for those who
drafted or cleared, and for an event, which has words of its own.
"""
_GARBLED_WORDS = 1
"""The same where the form is closed, so that a free word can only be a garbled one: in a list of
offices, after the signs of the transmission, a message number or the date of an executive order;
and for the name of a channel.
"""
_MOST_FREE_WORDS = {
    "classification-line": _GARBLED_WORDS,
    "executive-order": _FEWER_FREE_WORDS,
    "distribution": _FEWER_FREE_WORDS,
    **dict.fromkeys(("envelope", "attention", "passing"), _FREE_WORDS),
}
_IN_CAPITALS = ("envelope", "distribution", "classification-line")
"""Lines of the communications center, which has no small letters."""
_CLOSED = pattern(r"\d{1,2}/\d{1,2}/\d{2,4}|\b(?:X?GDS|ADS|RDS|OADR)\b(?:-\d)?")
"""How long the classification lasts, when that is no event."""
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
    SERVICE SERVICES RETRANSMISSION RETRANSMITTED UNITED STATES AMERICA FOREIGN PRIORITY
    IMMEDIATE ROUTINE FLASH NIACT NODIS EXDIS LIMDIS STADIS SIPDIS NOFORN SENSITIVE EYES ONLY
    ADDED CAPTION TEXT CHANNEL CINCSO USCINCSO CINCPAC USCINCPAC CINCLANT USCINCLANT CINCEUR
    USCINCEUR USCINCCENT USCINCRED CINCSAC CINCNORAD CINCUSAREUR CINCUSNAVEUR CINCUSAFE
    CINCPACFLT CINCLANTFLT USCENTCOM USSOUTHCOM YEARS MONTHS DAYS
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
    if len(head) < _SHORTEST or kind not in _MOST_FREE_WORDS or _is_list_of_offices(head):
        return False
    if len({*_LETTERS.findall(head.upper())} - _FORM_WORDS) <= _GARBLED_WORDS:
        return False
    free = _free_words(text, line)
    if len(free) <= _GARBLED_WORDS:
        return False
    if kind in _IN_CAPITALS and any(word.of(text).islower() for word in free):
        return True
    # "SENT DEPARTMENT 12, REPEATED TESTVILLE 5" is form.
    if is_sentence(" ".join(w for w in head.split() if w.upper() not in _FORM_WORDS)):
        return True
    whole = text[line.start : line.end].upper()
    if kind == "executive-order" and "(" not in whole:  # GDS 4/2/85 (ROSEWOOD, ADA) OR-M
        closed = _CLOSED.search(whole)
        if closed and len(_free_among(whole[closed.end() :])) > _GARBLED_WORDS:
            return True
    most = _most_free_words(kind, head)
    first, *others = _PARTS.split(whole)
    if len(_free_among(first)) > most:
        return True
    for sign, part in zip(others[::2], others[1::2], strict=True):
        address_begins = most == _GARBLED_WORDS and sign not in _WITHIN
        aside = kind == "envelope" and (address_begins or sign in _ASIDE)
        if len(_free_among(part)) > (_FEWER_FREE_WORDS if aside else most):
            return True
    return False


def _most_free_words(kind: str, head: str) -> int:
    """The free words a line may have up to the first sign that separates its parts."""
    if signs.OFFICES.match(head):
        return _GARBLED_WORDS
    if kind != "envelope":
        return _GARBLED_WORDS if head.upper().endswith(" CHANNEL") else _MOST_FREE_WORDS[kind]
    if opens_envelope(head):
        return _GARBLED_WORDS
    if _ADDRESS.match(head) is None:
        return _FEWER_FREE_WORDS
    return _FREE_WORDS_OF_A_POST if _POST.search(head) else _FREE_WORDS


def _is_list_of_offices(head: str) -> bool:
    """Whether every word has a number of copies: most lines of a distribution."""
    return head[-3:-2] == "-" and head.count(" ") <= head.count("-")


def _free_among(part: str) -> set[str]:
    return set(_WORD.findall(part)) - _FORM_WORDS


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
