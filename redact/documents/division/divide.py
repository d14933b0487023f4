"""Divides the lines of a telegram by kind.

What a line can be depends on its place in the telegram: ``TO`` begins an addressee in the envelope
and is an ordinary word in the body. The lines are therefore read once, from the top, and each is
classified by what preceded it. A line that fits nothing is text: text is marked, withheld and
counted, whereas envelope lines are not.

A function ``take_…`` records the current line if it is of its kind, and returns whether it was.
"""

from __future__ import annotations

from redact.documents.banner.banner_span import is_banner
from redact.documents.banner.classification_line import (
    ClassificationLine,
    could_state_a_level,
    read_classification_line,
)
from redact.documents.division.envelope import take_envelope_line
from redact.documents.division.header import take_header_line
from redact.documents.division.labels_sets_forms import (
    take_form_line,
    take_labelled_line,
    take_set_line,
)
from redact.documents.division.progress import LOOK_AHEAD, Progress
from redact.documents.division.stretches import Stretch, join
from redact.documents.head import signs
from redact.documents.head.envelope_lines import begins_record, opens_envelope
from redact.documents.head.page_headings import is_page_heading, read_page_heading
from redact.documents.lines import TextLine
from redact.markings.register import Register

_ENDING = signs.any_of(signs.BREAK, signs.END_OF_MESSAGE, signs.TRAILER_SERIAL, signs.ARCHIVE_NOTE)


_CUT_TO = 6
"""Letters that a page line keeps of the name of a station."""

TRAILER = 12
"""Number of lines after END OF MESSAGE that must not contain text."""


def divide(
    text: str, lines: tuple[TextLine, ...], stamped: frozenset[int], register: Register
) -> tuple[Stretch, ...]:
    """The stretches of a telegram or a fragment of one, containing every line once, in order.

    ``stamped`` are the indexes of lines that belong to a release stamp.
    """
    return _Division(text, lines, stamped, register).stretches()


class _Division(Progress):
    """Classifies each line by what preceded it."""

    def __init__(
        self, text: str, lines: tuple[TextLine, ...], stamped: frozenset[int], register: Register
    ) -> None:
        super().__init__(text, lines, stamped, register)
        self.record_begins = self.find_record()

    def stretches(self) -> tuple[Stretch, ...]:
        while self.index < len(self.lines):
            head = self.lines[self.index].head
            if head:
                self.read_line(self.index, head)
            self.after_blank = not head
            self.index += 1
            if self.place == "body" and not (self.in_sets or self.labelled or self.on_form):
                self.pass_text()
        return join(self.runs, len(self.lines))

    def read_line(self, index: int, head: str) -> None:
        """Record the first kind that fits a line, or text when none does."""
        if index in self.stamped:
            self.put("wrapper", continues=True)
        elif self.in_sets and take_set_line(self, head):
            pass
        elif self.labelled and take_labelled_line(self, index, head):
            self.field = None
        elif self.on_form and take_form_line(self, index, head):
            pass
        elif self.place == "body" and index not in self.may_be_signs:
            self.put("body", continues=True)
        elif not (
            self.take_page_or_banner(index, head)
            or self.take_trailer_line(index, head)
            or take_envelope_line(self, index, head)
            or take_header_line(self, index, head)
        ):
            self.field = None
            if self.place != "open" or index > self.record_begins or signs.NUMBERED.match(head):
                self.place = "body"
            self.put("body", continues=True)

    # -- lines that may occur anywhere ------------------------------------------------------------

    def take_page_or_banner(self, index: int, head: str) -> bool:
        """Record a page heading, classification line or banner line."""
        if is_page_heading(head, self.register) and self.is_own_page(index):
            self.put("page-heading")
            if self.offices_follow(index):
                self.open_section("distribution")
            return True
        may_state_a_level = could_state_a_level(head)
        line = self.classification_line(index, may_state_a_level=may_state_a_level)
        if line is not None and not self.stands_above_envelope(index, line):
            return self.take_classification_line(index, line)
        return may_state_a_level and is_banner(head, self.register) and self.put("banner")

    def is_own_page(self, index: int) -> bool:
        """Whether what looks like a page heading names the station of this record.

        ``PAGE 02  PORTEX 00412  041731Z`` of an intermixed message counts too: such a line keeps
        only six letters of a station, which leaves no room for a sentence.
        """
        heading = read_page_heading(self.lines[index], self.register)
        self.note_post(heading.station)
        if self.place != "body" or self.is_own_post(heading.station):
            return True
        complete = heading.page is not None and self.lines[index].head.endswith("Z")
        return complete and len(heading.station or "") <= _CUT_TO

    def classification_line(
        self, index: int, *, may_state_a_level: bool
    ) -> ClassificationLine | None:
        """The classification line, if allowed here: in a body only for a new section or message.

        Directly after the envelope and at the top of the record its level may be unreadable,
        because the position identifies it.
        """
        expected = self.place in ("envelope", "distribution") or (
            self.place == "open" and self.first_body is None
        )
        if not (expected or may_state_a_level):
            return None
        line = read_classification_line(self.text, self.lines[index], self.register, first=expected)
        if line is None or self.place != "body":
            return line
        if line.number is None:
            return None
        if self.message is None:
            return line if line.section or self.end_of_header(index) else None
        own = line.number.lstrip("0") == self.message and self.is_own_post(line.station)
        return line if own or self.begins_another_message(index) else None

    def stands_above_envelope(self, index: int, line: ClassificationLine) -> bool:
        """Whether a spaced-out level at the top is a banner line, with the envelope below it."""
        if self.place != "open" or line.number is not None or line.section is not None:
            return False
        return any(map(opens_envelope, self.heads_after(index, 3)[:1]))

    def begins_another_message(self, index: int) -> bool:
        """Whether a header below the text begins another message in the file, not a quoted one.

        ``index`` is that of a classification line with another number; an E.O., TAGS or SUBJECT
        line below distinguishes it from a line of text.
        """
        return self.end_of_header(index) > 0 and not self.is_quoted(index)

    def take_trailer_line(self, index: int, head: str) -> bool:
        """Record a line that closes the transmission after the text, or an archive's note."""
        if self.place != "body":
            return False
        if signs.END_IN_WORDS.match(head) and len(self.heads_after(index, TRAILER)) <= 2:
            return self.put("trailer")
        return _ENDING.match(head) is not None and self.put("trailer")

    # -- the header -------------------------------------------------------------------------------

    def take_classification_line(self, index: int, line: ClassificationLine) -> bool:
        self.note_post(line.station)
        if not self.section_opened and self.message is not None:
            self.block += 1
        self.section_opened = False
        self.message = (line.number or "").lstrip("0") or self.message or ""
        self.place = "captions"
        self.field = None
        self.header_ends = self.end_of_header(index)
        return self.put("classification-line", line=line)

    # -- looking ahead ----------------------------------------------------------------------------

    def find_record(self) -> int:
        """Index of the first line of an envelope or header, -1 when none is near the top.

        What precedes it was written by somebody else and does not make the record's own lines
        text.
        """
        for index, line in enumerate(self.lines[:LOOK_AHEAD]):
            if line.head and (
                begins_record(line.head)
                or self.classification_line(index, may_state_a_level=could_state_a_level(line.head))
            ):
                return index
        return -1
