"""Dividing a telegram into stretches of lines that belong together, in the order they stand.

The order of a telegram decides what a line can be: ``TO`` names an addressee in the envelope and is
a word of the text in the body. So the lines are read once, from the top, and each is judged by what
stood before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redact.documents import signs
from redact.documents.captions import is_attention_line, is_caption_line, is_passing_line
from redact.documents.classification_line import (
    ClassificationLine,
    could_state_a_level,
    is_banner,
    read_classification_line,
)
from redact.documents.lines import TextLine
from redact.documents.page_headings import is_page_heading
from redact.documents.stamps import is_stamp
from redact.markings.register import Register

LOOK_AHEAD = 40
"""Lines after a classification line among which an E.O., TAGS or SUBJECT line is looked for."""

FIELD_GAP = 8
"""Lines that may stand between one of these lines and the next."""

_FIELDS = (
    ("executive-order", signs.EXECUTIVE_ORDER),
    ("tags", signs.TAGS),
    ("subject", signs.SUBJECT),
    ("references", signs.REFERENCES),
    ("authority", signs.AUTHORITY),
)
_LONGEST_FIELD = {
    "executive-order": 3,
    "tags": 6,
    "subject": 8,
    "references": 60,
    "authority": 8,
    "attention": 6,
    "passing": 4,
}
"""Lines after which a field cannot go on, so that a lost blank line does not swallow the text."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines ``first`` up to but not including ``last`` that are one field or one run of a kind.

    ``kind`` is a segment kind (`redact.documents.model.SEGMENT_KINDS`); ``block`` counts header
    blocks: 0 until the second classification line.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    classification: ClassificationLine | None = None


def divide(text: str, lines: tuple[TextLine, ...], register: Register) -> tuple[Stretch, ...]:
    """The stretches of a telegram, or of any piece of one. They hold every line once, in order."""
    reader = _Reader(text, lines, register)
    for index in range(len(lines)):
        reader.read(index)
    return reader.stretches()


class _Reader:
    """Where in a telegram the reading is. It changes while the lines are read, once from the top."""

    def __init__(self, text: str, lines: tuple[TextLine, ...], register: Register) -> None:
        self.text = text
        self.lines = lines
        self.register = register
        self.place = "open"
        self.block = 0
        self.field: str | None = None
        self.field_lines = 0
        self.after_blank = True
        self.fields_ahead = 0
        self.message: str | None = None
        self.moment: str | None = None
        self.route: str | None = None
        self.attention: set[str] = set()
        self.marks: list[tuple[str, int, bool, ClassificationLine | None]] = []
        self.section_opened = False
        self.record_begins = self.find_record()
        self.look_ahead(-1)

    # -- the record kept ------------------------------------------------------------------------

    def put(
        self, kind: str, *, go_on: bool = False, classification: ClassificationLine | None = None
    ) -> None:
        """Note the kind of the line being read; ``go_on`` joins it to the stretch before."""
        self.marks.append((kind, self.block, go_on, classification))

    def stretches(self) -> tuple[Stretch, ...]:
        """Lines joined to stretches; blank lines inside a field or the text belong to it."""
        found: list[Stretch] = []
        kind, first, last, block = "blank", 0, 0, 0
        classification: ClassificationLine | None = None
        for index, (what, of_block, goes_on, line) in enumerate(self.marks):
            if what == "blank" or (goes_on and what == kind and of_block == block):
                last = last if what == "blank" else index + 1
                continue
            if kind != "blank":
                found.append(Stretch(kind, first, last, block, classification))
            if last < index:
                found.append(Stretch("blank", last, index, of_block))
            kind, first, last, block, classification = what, index, index + 1, of_block, line
        if kind != "blank":
            found.append(Stretch(kind, first, last, block, classification))
        if last < len(self.marks):
            found.append(Stretch("blank", last, len(self.marks), self.block))
        return tuple(found)

    # -- one line -------------------------------------------------------------------------------

    def read(self, index: int) -> None:
        """Judge one line."""
        head = self.lines[index].head
        if not head:
            self.put("blank", go_on=True)
            self.after_blank = True
            return
        self.judge(index, head)
        self.after_blank = False

    def judge(self, index: int, head: str) -> None:
        if self.place == "body" and not _NOT_PLAIN_TEXT.match(head):
            self.put("body", go_on=True)
            return
        if self.page_or_banner(index, head):
            return
        if self.place == "body" and _is_trailer(head):
            self.put("trailer")
            return
        if self.envelope(index, head):
            return
        if self.place in ("open", "captions", "header") and self.header(index, head):
            return
        if self.place == "distribution":
            self.put("distribution", go_on=True)
            return
        self.field = None
        if self.place != "open" or index > self.record_begins or signs.NUMBERED.match(head):
            self.place = "body"
        self.put("body", go_on=True)

    def page_or_banner(self, index: int, head: str) -> bool:
        """Page headings, levels and stamps, which may stand anywhere in the record."""
        if is_page_heading(head, self.register):
            self.put("page-heading")
            if self.office_list_follows(index):
                self.open_section()
                self.place = "distribution"
            return True
        if could_state_a_level(head):
            line = self.classification_line(index)
            if line is not None:
                self.start_header(index, line)
                return True
            if is_banner(head, self.register):
                self.put("banner")
                return True
        if is_stamp(head):
            self.put("wrapper", go_on=True)
            return True
        if self.place != "body" and self.message is None and self.place != "header":
            line = self.classification_line(index)
            if line is not None:
                self.start_header(index, line)
                return True
        return False

    def classification_line(self, index: int) -> ClassificationLine | None:
        """A classification line, if one may stand here: in a body only that of a further section."""
        line = read_classification_line(
            self.text,
            self.lines[index],
            self.register,
            first=self.place in ("envelope", "distribution"),
        )
        if line is None or self.place != "body":
            return line
        if line.number is None:
            return None
        same = self.message is not None and line.number.lstrip("0") == self.message
        return line if same or (line.section and self.message is None) else None

    def start_header(self, index: int, line: ClassificationLine) -> None:
        if not self.section_opened and (self.message is not None or self.place == "body"):
            self.block += 1
        self.section_opened = False
        self.message = (line.number or "").lstrip("0") or self.message or ""
        self.place = "captions"
        self.field = None
        self.look_ahead(index)
        self.put("classification-line", classification=line)

    def open_section(self) -> None:
        """Begin a header block where a further section's envelope begins."""
        if self.place == "body" and not self.section_opened:
            self.block += 1
            self.section_opened = True

    def find_record(self) -> int:
        """Index of the first line of an envelope or header, -1 when none is near the top.

        What stands before it is text of somebody else, and does not make the record's own lines
        text.
        """
        for index, line in enumerate(self.lines[:LOOK_AHEAD]):
            head = line.head
            if head and (
                any(sign.match(head) for sign in _RECORD_BEGINS)
                or (
                    could_state_a_level(head)
                    and read_classification_line(self.text, line, self.register, first=False)
                )
            ):
                return index
        return -1

    def look_ahead(self, index: int) -> None:
        """Find the last E.O., TAGS or SUBJECT line; up to there the lines belong to the header."""
        self.fields_ahead = 0
        ahead, stop = index + 1, index + 1 + LOOK_AHEAD
        while ahead < min(stop, len(self.lines)):
            head = self.lines[ahead].head
            if head and signs.NUMBERED.match(head):
                return
            if head and any(sign.match(head) for _, sign in _FIELDS[:3]):
                self.fields_ahead, stop = ahead, ahead + 1 + FIELD_GAP
            ahead += 1

    def office_list_follows(self, index: int) -> bool:
        """Whether the office list of a new section stands under a page heading."""
        heads = [line.head for line in self.lines[index + 1 : index + 7] if line.head][:2]
        return any(signs.OFFICES.match(head) for head in heads)

    # -- the envelope ---------------------------------------------------------------------------

    def envelope(self, index: int, head: str) -> bool:
        """Transmission lines and the archive's office list."""
        if self.place == "body" and not self.is_a_further_section(index, head):
            return False
        if self.place in ("captions", "header"):
            if signs.BREAK.match(head):
                self.put("envelope")
                return True
            if not self.is_a_further_section(index, head):
                return False
        if any(
            sign.match(head)
            for sign in (
                signs.TRANSMISSION_ID,
                signs.DE,
                signs.OPERATING_SIGNAL,
                signs.DATE_TIME_GROUP,
            )
        ):
            self.enter_envelope(head)
            self.put("envelope")
            return True
        if self.place == "open" and signs.PRECEDENCE.match(head):
            self.place = "envelope"
            self.put("envelope")
            return True
        if self.place == "envelope":
            return self.addressees(head)
        if signs.FROM.match(head):
            self.place = "envelope"
            self.put("envelope")
            return True
        if self.place == "distribution":
            return False
        if self.place == "open":
            if signs.BREAK.match(head):
                self.put("envelope")
                return True
            if signs.OFFICES.match(head) or signs.RULER.match(head) and len(head) > 18:
                self.place = "distribution"
                self.put("distribution", go_on=True)
                return True
            named = re.sub(r"^(?:TO|INFO|XMT):? ", "", head)
            if signs.ROUTED.match(head) or (named != head and signs.KNOWN_ADDRESSEE.match(named)):
                self.place = "envelope"
                self.put("envelope")
                return True
        return False

    def enter_envelope(self, head: str) -> None:
        self.open_section()
        self.place = "envelope"
        if signs.DATE_TIME_GROUP.match(head):
            self.moment = self.moment or _moment_of(head)
        elif signs.DE.match(head):
            self.route = self.route or head.split()[1]

    def addressees(self, head: str) -> bool:
        """Lines of an envelope once it has begun: addressees stand together, without blank lines."""
        if any(
            sign.match(head)
            for sign in (
                signs.PRECEDENCE, signs.FROM, signs.TO, signs.INFO, signs.EXEMPT, signs.ROUTED, signs.BREAK,
            )
        ):  # fmt: skip
            self.put("envelope")
            return True
        if any(sign.match(head) for _, sign in _FIELDS) or is_caption_line(head, self.register):
            return False
        if signs.NUMBERED.match(head):
            return False
        if not self.after_blank or signs.KNOWN_ADDRESSEE.match(head):
            self.put("envelope")
            return True
        return False

    def is_a_further_section(self, index: int, head: str) -> bool:
        """Whether an envelope line inside the text opens a further section of this telegram.

        A telegram quoted in another has transmission lines too, but of its own.
        """
        if signs.DATE_TIME_GROUP.match(head) and len(head) < 60:
            return _moment_of(head) == self.moment or (
                self.moment is None and self.sender_follows(index)
            )
        if signs.DE.match(head):
            return self.route is not None and head.split()[1] == self.route
        return bool(signs.TRANSMISSION_ID.match(head)) and len(head) < 24

    def sender_follows(self, index: int) -> bool:
        """Whether the FM line stands under a date-time group."""
        heads = [line.head for line in self.lines[index + 1 : index + 4] if line.head][:1]
        return any(signs.FROM.match(head) for head in heads)

    # -- captions and header --------------------------------------------------------------------

    def header(self, index: int, head: str) -> bool:
        """Captions, attention lines, E.O., TAGS, subject, references and authority."""
        kind = self.field_at(head)
        if kind is not None:
            self.field, self.field_lines = kind, 1
            self.place = "header"
            self.put(kind)
            return True
        if self.goes_on(index, head):
            self.field_lines += 1
            self.put(self.field or "", go_on=True)
            return True
        self.field = None
        if signs.NUMBERED.match(head):
            return False
        if is_caption_line(head, self.register):
            self.put("caption")
            return True
        if index < self.fields_ahead:
            return self.caption_zone(head)
        if self.place == "open":
            return False
        if self.stands_alone(index) and is_attention_line(head) and self.could_be_attention(head):
            self.field, self.field_lines = "attention", 1
            self.attention.add(head)
            self.put("attention")
            return True
        if self.stands_alone(index) and _PLAIN_PASSING.match(head):
            self.put("passing")
            return True
        return False

    def field_at(self, head: str) -> str | None:
        for kind, sign in _FIELDS:
            if sign.match(head):
                return kind
        if self.place != "open" and signs.BARE_SUBJECT.match(head):
            return "subject"
        return None

    def goes_on(self, index: int, head: str) -> bool:
        """Whether a line carries on the field above it."""
        field = self.field
        if field is None or self.field_lines >= _LONGEST_FIELD.get(field, 1):
            return False
        if signs.NUMBERED.match(head) and field != "references":
            return False
        if self.after_blank:
            return field == "references" and _LETTERED_REFERENCE.match(head) is not None
        if field == "references":
            return not signs.NUMBERED.match(head) or _NUMBERED_REFERENCE.match(head) is not None
        if field == "executive-order":
            return _OPEN_INSTRUCTION.search(self.lines[index - 1].head) is not None
        if field == "tags":
            return _ONLY_TAGS.match(head) is not None
        if field == "subject":
            return not head.endswith(":") and not is_caption_line(head, self.register)
        if field in ("attention", "passing") and _says_for_whom(head):
            return _OPEN_ATTENTION.search(self.lines[index - 1].head) is not None
        return not is_caption_line(head, self.register)

    def caption_zone(self, head: str) -> bool:
        """A line between the classification line and the E.O. line that is no caption."""
        if self.place == "open" and self.message is None:
            return False
        if is_passing_line(head):
            kind = "passing"
        elif is_attention_line(head):
            kind = "attention"
            self.attention.add(head)
        else:
            kind = "caption"
        self.field, self.field_lines = (kind, 1) if kind != "caption" else (None, 0)
        self.put(kind)
        return True

    def could_be_attention(self, head: str) -> bool:
        """Without an E.O. line below it, an attention line must be plain: short and no sentence."""
        if self.block:
            return head in self.attention
        return (
            len(head) < 72 and head[-1] not in ".?!;" and _PLAIN_ATTENTION.match(head) is not None
        )

    def stands_alone(self, index: int) -> bool:
        """Whether a line has a blank line under it, or one more line and then a blank one."""
        under = self.lines[index + 1 : index + 3]
        return not under or any(not line.head for line in under)


_NOT_PLAIN_TEXT = re.compile(
    r"PAGE|T ?O ?P ?S|S ?E ?C ?R|C ?O ?N ?F ?I|U ?N ?C ?L ?A|LIMITED ?O|[^\x00-\x7f]|R ?E ?S ?T ?R ?I|CUI|CONTROLLED"
    r"|V?ZCZC|DE R|(?:[A-Z] ){0,4}\d{6}|RELEASE|DECLASS|APPROVED|DENIED|EXCIS|SANIT|THIS|PARTIAL|\W|REVIEW|CLASSIFICATION"
    r"|[A-Z][A-Z .'-]{1,28} \d{5,8} \d|N{3,5}$|BT|NOTE BY|E E E",
    re.IGNORECASE,
)
"""A quick look at a line of the body: nearly all are plain text and need no more."""

_LETTERED_REFERENCE = re.compile(
    r"\(?[A-Z][.):] ?(?:\(?[A-Z]\) )?\(?(?:\d\d )?[A-Z][A-Z ./'-]+\d", re.IGNORECASE
)
_NUMBERED_REFERENCE = re.compile(
    r"\d\d? ?[.)] ?(?:\d\d )?[A-Z][A-Z .']{1,24} \d{2,6}\b(?:[^a-z]{0,60})$"
)
_ONLY_TAGS = re.compile(r"(?:[A-Z]{2,12}\b[,;: ]*|\[[A-Z]+\]\(\S*\) ?|\([A-Z ,.'-]+\)[,; ]*)+$")
_OPEN_INSTRUCTION = re.compile(
    r"(?:DECL:?|[-,]|\b(?:OF|THE|AND|TO|FROM|AFTER|UPON|UNTIL|ON|IN|FOR|BY|END))$|\([^)]*$",
    re.IGNORECASE,
)
_OPEN_ATTENTION = re.compile(r"[,;:/-]$|\b(?:FOR|AND|TO|PASS)$", re.IGNORECASE)
_PLAIN_ATTENTION = re.compile(r"(?:[A-Z][A-Z0-9/.,&'’ -]{0,50} )?FOR\b:? ?[A-Z0-9]|FROM:? [A-Z]")
_PLAIN_PASSING = re.compile(
    r"(?:[A-Z/]+ )?(?:PLEASE |PLS )?PASS\b[^.?!a-z]{2,60}$|[A-Z/]{2,16} CHANNEL$"
)


_RECORD_BEGINS = (
    signs.TRANSMISSION_ID,
    signs.PRECEDENCE,
    signs.DE,
    signs.OPERATING_SIGNAL,
    signs.DATE_TIME_GROUP,
    signs.FROM,
    signs.EXECUTIVE_ORDER,
    signs.OFFICES,
)


def _says_for_whom(head: str) -> bool:
    return is_attention_line(head) or is_passing_line(head)


def _is_trailer(head: str) -> bool:
    """Whether a line closes the transmission, or is an archive's note behind it."""
    return any(
        sign.match(head)
        for sign in (signs.BREAK, signs.END_OF_MESSAGE, signs.TRAILER_SERIAL, signs.ARCHIVE_NOTE)
    )


def _moment_of(head: str) -> str:
    """The date-time group of a line without its prosigns, to compare with another."""
    match = re.search(r"\d{5,7}Z? ?[A-Z]{3}", head, re.IGNORECASE)
    return match[0].upper() if match else head
