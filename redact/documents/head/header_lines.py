"""Header lines: which field a line begins, and whether it continues the field above."""

from __future__ import annotations

import re

from redact.documents.head import signs
from redact.documents.head.captions import is_attention_line, is_caption_line, is_passing_line
from redact.documents.sentence_words import is_sentence
from redact.markings.register import Register
from redact.patterns import pattern

FIELDS = (
    ("executive-order", signs.EXECUTIVE_ORDER),
    ("tags", signs.TAGS),
    ("subject", signs.SUBJECT),
    ("references", signs.REFERENCES),
    ("authority", signs.AUTHORITY),
)
ANY_FIELD = signs.any_of(*(sign for _, sign in FIELDS))
HEADER_END = signs.any_of(signs.EXECUTIVE_ORDER, signs.TAGS, signs.SUBJECT)
"""One of the lines by which a header is recognized."""
_LONGEST = {
    "executive-order": 3,
    "tags": 6,
    "subject": 8,
    "references": 60,
    "authority": 8,
    "attention": 6,
    "passing": 4,
}
"""Maximum lines of a field, so that it does not swallow the text when a blank line was lost."""

_LETTERED = pattern(
    r"\u00b6? ?\(?[A-Z][.):] ?(?:\(?[A-Z]\) )?\(?(?:\d\d )?[A-Z][A-Z ./'-]+\d", re.IGNORECASE
)
_LISTED = pattern(
    r"(?P<number>\d\d?) ?[.)] ?(?:\d\d )?[A-Z][A-Z .']{1,24} \d{2,6}\b(?:[^a-z]{0,60})$"
)
_LABEL_ALONE = pattern(r"(?:\(U\) ?)?REF\w{0,8}(?:\(S\))? ?[:;.]?$", re.IGNORECASE)
_NUMBER_BEFORE = pattern(r"(?:^|[ :;(])(\d\d?) ?[.)] ?(?=[A-Z\d])")
_WHOLE_REFERENCE = pattern(
    r"(?:\d|\d ?\([A-Z\d .,]{2,40}\)|\bNOTAL\)?|\b(?:PREVIOUS|PRIOR|SUBSEQUENT))\.?$", re.IGNORECASE
)
_MORE_REFERENCES = pattern(
    r"[(\[]|[A-Z1-9][.):] ?\S"
    r"|(?i:AND|OR|NOTAL|DATED|DTD|OF|PARAS?|DTG|SECTIONS?|SEE|ET AL)\b"
    r"|(?i:.{0,50}\b(?:TELE?CONS?|PHONCON|MEMCON|LETTER|LTR|MEMO|E-?MAILS?|FAX|AIRGRAM)\b)"
    rf"|(?!(?i:.{{0,40}}\b(?:{signs.MONTHS})[A-Z]{{0,6}}\.? \d))(?:\d\d )?[A-Z][A-Za-z.'/&-]*"
    r"(?: [A-Z][A-Za-z.'/&-]*){0,5}? #?\d{2,8}(?=$| ?[,;.()&/]| AND\b)"
)
"""What continues a list of references: a label, a joining word, a paper, a post's number."""
_LIKE_A_REFERENCE = pattern(r"\(|\(?[A-Z][.):] ?\S|.{0,80}\d", re.IGNORECASE)
_ONLY_TAGS = pattern(r"(?:[A-Z]{2,12}\b[,;: ]*|\[[A-Z]+\]\([^)\s]*\)+ ?|\([A-Z ,.'-]+\)[,; ]*)+$")
_IN_BRACKETS = pattern(r"\([^)]*\)")
_CODE_OR_WORD = pattern(r"[A-Z]{2,12}")
_OPEN_INSTRUCTION = pattern(
    r"(?:DECL:?|[-,]|\b(?:OF|THE|AND|TO|FROM|AFTER|UPON|UNTIL|ON|IN|FOR|BY|END))$|\([^)]*$",
    re.IGNORECASE,
)
_MARKED_FIELD = pattern(r"[A-Z][A-Z /]{1,24}: ?(?:\d{1,3}\. ?)?\((?:TS|S|C|U)[A-Z/, -]{0,24}\)")
"""A field of an information report, which is marked separately: ``SOURCE: (S/NF) …``."""
_ORDER_ALONE = pattern(r"E\.?O\.? ?:? ?\d{5}$", re.IGNORECASE)
_UNTIL = pattern(r"DECL(?:ASS(?:IFY|IFICATION)?)? ?(?:ON|DATE)? ?:", re.IGNORECASE)
"""The label of an instruction on the line below the order: ``DECLON: 05/14/2022``."""
_OPEN_ATTENTION = pattern(r"[,;:/-]$|\b(?:FOR|AND|TO|PASS)$", re.IGNORECASE)
_COMPLETE_REASON = pattern(
    r"\([A-Ha-h](?:[ ,/&]{1,3}(?:and )?[A-Ha-h]){0,7}\)\s?\.?$|1\.[345] ?\(?[A-Ha-h]\)?\.$"
)
_HALF_SECTION = pattern(r"\b1\.$")
_OTHER_HALF = pattern(r"[3-8] ?\(?[A-H]\b", re.IGNORECASE)
"""The two halves of ``1.4(b)`` where a line ends within it."""
_MORE_AUTHORITY = pattern(r"(?:AND|OR|\(?[A-H]\)|DECL|DERIVED|REASON|DOWNGRADE)\b", re.IGNORECASE)
_OF_AUTHORITY = pattern(r"1\.[3-8]|REASON|CLASSIF|DECL|DERIV|DOWNGR|E\.?O\b", re.IGNORECASE)
_MORE_OFFICES = pattern(r"(?:AND|OR|ALSO)\b|[^/,(]{0,40}[/,(].{0,80}(?<![.?!])$", re.IGNORECASE)
"""A line that names more offices and people; another one below it may be text."""
_PLAIN_ATTENTION = pattern(r"(?:[A-Z][A-Z0-9/.,&'’ -]{0,50} )?FOR\b:? ?[A-Z0-9]|FROM:? [A-Z]")
_PLAIN_PASSING = pattern(
    r"(?:[A-Z/]+ )?(?:PLEASE |PLS )?PASS\b[^.?!a-z]{2,60}$|[A-Z/]{2,16} CHANNEL$"
)
_MOST_WORDS = 7
"""Maximum words of an unknown caption: a longer line is treated as text, to be protected."""
_SENTENCE = pattern(r"[a-z]{3,}.*[a-z]{3,}.*[.?!]$|.{60,}[.?!]$")


def field_begun_by(head: str, *, in_header: bool) -> str | None:
    """The kind of the header field that a line begins; a label may lack its colon in a header."""
    if ANY_FIELD.match(head):
        return next(kind for kind, sign in FIELDS if sign.match(head))
    return "subject" if in_header and signs.BARE_SUBJECT.match(head) else None


def continues_field(
    field: str, lines_so_far: int, head: str, above: str, register: Register, *, after_blank: bool
) -> bool:
    """Whether a line that does not begin a field continues the one above it.

    ``above`` is the last line of the field. Only a list of references continues after a blank line.
    """
    if lines_so_far >= _LONGEST.get(field, 1):
        return False
    if after_blank:
        return field == "references" and _LETTERED.match(head) is not None
    if field == "authority" and _HALF_SECTION.search(above) and _OTHER_HALF.match(head):
        return True
    if signs.NUMBERED.match(head):
        lettered = head[0] == "\u00b6" and _LETTERED.match(head)
        return field == "references" and bool(lettered or _continues_list(head, above))
    match field:
        case "references":
            short = len(head) <= 30 or (
                len(head) <= 80 and _LIKE_A_REFERENCE.match(head) is not None
            )
            # Text may follow a complete reference with no blank line between.
            whole = _WHOLE_REFERENCE.search(above) is not None
            return short and (not whole or _MORE_REFERENCES.match(head) is not None)
        case "executive-order":
            if _OPEN_INSTRUCTION.search(above):
                return True
            return _ORDER_ALONE.search(above) is not None and _UNTIL.match(head) is not None
        case "tags":
            return _ONLY_TAGS.match(head) is not None and _has_codes(head, above)
        case "subject":
            return (
                not _MARKED_FIELD.match(head)
                and not head.endswith(":")
                and not is_caption_line(head, register)
            )
        case "authority":
            if is_sentence(head) and _OF_AUTHORITY.search(head) is None:
                return False
            return _COMPLETE_REASON.search(above) is None or _MORE_AUTHORITY.match(head) is not None
        case _:
            if is_attention_line(head) or is_passing_line(head):
                return _OPEN_ATTENTION.search(above) is not None
            if is_caption_line(head, register):
                return False
            return (
                _OPEN_ATTENTION.search(above) is not None or _MORE_OFFICES.match(head) is not None
            )


def _continues_list(head: str, above: str) -> bool:
    """Whether a numbered line is the next in the list of references above, not a paragraph."""
    listed = _LISTED.match(head)
    if listed is None:
        return False
    number = int(listed["number"])
    if number == 1:
        return _LABEL_ALONE.match(above) is not None
    return any(int(found[1]) == number - 1 for found in _NUMBER_BEFORE.finditer(above))


def _has_codes(head: str, above: str) -> bool:
    """Whether the words of a line have the length of TAGS codes, two letters or four.

    Half of them suffice where commas show that it is a list.
    """
    words = _CODE_OR_WORD.findall(_IN_BRACKETS.sub("", head))
    codes = sum(len(word) in (2, 4) for word in words)
    return (2 * codes if "," in head or above.endswith(",") else codes) >= len(words)


def is_marked_field(head: str) -> bool:
    """Whether a line is a field of an information report with a mark of its own."""
    return _MARKED_FIELD.match(head) is not None


def could_be_a_caption(head: str) -> bool:
    """Whether an unknown line of the caption zone is short enough and not a sentence."""
    return len(head.split()) <= _MOST_WORDS and _SENTENCE.match(head) is None


def is_plain_attention(head: str) -> bool:
    """Whether a line is an attention line even without an E.O. line below to show the header."""
    return len(head) < 72 and head[-1] not in ".?!;" and _PLAIN_ATTENTION.match(head) is not None


def is_plain_passing(head: str) -> bool:
    """Whether a line is a passing line even without an E.O. line below to show the header."""
    return _PLAIN_PASSING.match(head) is not None
