"""The signature: the surname in capitals that closes a telegram."""

from __future__ import annotations

from redact.documents.division.layout import Layout
from redact.documents.field import Field
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.sentence_words import has_sentence_word
from redact.patterns import pattern
from redact.sources import Span

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_ALONE = pattern(
    rf"{_CAPITAL}(?:{_CAPITAL}|['\u2019.-])+(?: {_CAPITAL}(?:{_CAPITAL}|['\u2019.-])*){{0,3}}"
    r"(?:,? (?:JR|SR)\.?)?(?: ?#{1,4})?$"
)
MOST_BLANKS = 4
"""Maximum blanks on a line that is only a name."""
_SMALL_LETTERS = pattern(r"(?:Mc|Mac|[DO]['\u2019])?[A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?$")
_BLANK_ABOVE = pattern(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)[ \t\u00a0]*$")
_RUN_ON = pattern(
    r"(?:[.?!\"')\]](?<![A-Z]['\u2019])|\bUNQUOTE\.?(?= ))[ \t\u00a0]{0,8}"
    r"(?P<name>[A-Z][A-Z'\u2019-]{2,24})[ \t\u00a0]{0,200}$"
)
_NO_NAME = pattern(
    r"\b(?:THE|END|TEXT|SUMMARY|COMMENT|NOTE|UNQUOTE|QUOTE|REGARDS|THANKS|BT|NNN+"
    r"|UNCLASSIFIED|CONFIDENTIAL|SECRET|USE|FYI|ACTION|REQUEST"
    r"|PARAGRAPH|STOP|CONTINUED|FILE|CLASSIFIED|SIPDIS|NODIS|EXDIS|NOFORN|USG|GOB|PERCENT|TOTAL|DECL(?:AS)?|OADR|ADMIN)\b"
)


_ENDS_SENTENCE = pattern(r"[^\W_]{2}[\"')\]]{0,2}[.?!][\"')\]]{0,2}$")
_STOPPED = pattern(r"[^\W\d_][\w'\u2019-]+\.$")
_PARTICLES = frozenset(("DE", "DU", "DI", "DA", "DO", "EL", "AL", "LA", "LE", "ST.", "MC", "MAC"))
_SHORTENED = frozenset(
    (
        *("ST.", "JR.", "SR.", "MR.", "MRS.", "MS.", "DR.", "AMB.", "GEN.", "COL."),
        *("WM.", "GEO.", "CHAS.", "JOS.", "JAS.", "THOS.", "EDW.", "ROBT."),
    )
)
"""Abbreviations with a full stop that occur in names."""
_WORD = pattern(r"[^\W\d_][\w'\u2019-]{2,24}")
_LONG_WORD = pattern(r"[^\W\d_]{5,}")
"""More than two such words are no name: a given name and a surname."""


def find_signature(text: str, last: TextLine | None) -> Field | None:
    """The signature on the last line of the body: by itself, or run on after the last sentence."""
    if last is None:
        return None
    if len(last.head) <= 40 and is_name_alone(last.head):
        span = trimmed(text, last.start, last.end)
        name = span.of(text).rstrip("# \t\u00a0")  # SAMPLE## as some stations end a telegram
        return Field(Span(span.start, span.start + len(name)), last.head.rstrip("# "))
    if _is_apart_in_small_letters(text, last):
        return Field(trimmed(text, last.start, last.end), last.head)
    match = _RUN_ON.search(text, max(last.start, last.end - 260), last.end)
    if match and not _NO_NAME.search(match["name"]):
        return Field(Span(*match.span("name")), fold_space(match["name"]))
    return None


def _is_apart_in_small_letters(text: str, last: TextLine) -> bool:
    """Whether the last line is one surname in small letters, below a blank line and a sentence.

    Telegrams typed in mixed case have closed this way since 2005.
    """
    if _SMALL_LETTERS.match(last.head) is None or has_sentence_word(last.head):
        return False
    above = text[max(0, last.start - 80) : last.start]
    return (
        _NO_NAME.search(last.head.upper()) is None
        and _BLANK_ABOVE.search(above) is not None
        and ends_sentence(above.rstrip()[-8:])
    )


def ends_sentence(head: str) -> bool:
    """Whether a line ends with the last word of a sentence and its full stop."""
    return _ENDS_SENTENCE.search(head[-8:]) is not None


def names_of_authority(layout: Layout) -> frozenset[str]:
    """The words in the statements of authority, in capitals: the classifier's name, if given."""
    return frozenset(
        word.upper()
        for line in layout.lines_of("authority", "executive-order")
        for word in _WORD.findall(line.head)
    )


def is_name_alone(head: str) -> bool:
    """Whether a line is only surnames in capitals, not a heading or sign, and has no full stop."""
    if head.count(" ") > MOST_BLANKS or _ALONE.match(head) is None:
        return False
    if _NO_NAME.search(head) or has_sentence_word(head) or len(_LONG_WORD.findall(head)) > 2:
        return False
    words = head.split()
    if head.endswith((".", "-")) and not head.endswith((" JR.", " SR.")):
        return False
    if any(_STOPPED.match(word) and word not in _SHORTENED for word in words[:-1]):
        return False  # … OR EXPECTED. ROE
    particle = len(words) > 1 and words[0] in _PARTICLES
    return (len(words[0]) > 2 or particle) and not all(len(word) == 1 for word in words)
