"""Dividing the lines of a telegram by what they are.

The order of a telegram decides what a line can be: ``TO`` names an addressee in the envelope and is
a word of the text in the body. So the lines are read once, from the top, and each is judged by what
stood before it. A line that fits nothing is text: text is marked, withheld and counted, whereas
lines of the envelope are not.
"""

from __future__ import annotations

from redact.documents import signs
from redact.documents.captions import is_attention_line, is_caption_line, is_passing_line
from redact.documents.classification_line import (
    ClassificationLine,
    could_state_a_level,
    is_banner,
    read_classification_line,
)
from redact.documents.envelope_lines import (
    begins_record,
    group_of,
    is_address_line,
    is_distribution_line,
    is_lone_addressee,
    opens_envelope,
)
from redact.documents.header_lines import (
    HEADER_END,
    carries_on,
    could_be_a_caption,
    field_begun_by,
    is_plain_attention,
    is_plain_passing,
)
from redact.documents.labelled_lines import has_labels, is_labelled_line, labels_behind_text
from redact.documents.lines import TextLine
from redact.documents.military_sets import TEXT_SET, has_sets, kind_of_set
from redact.documents.page_headings import is_page_heading
from redact.documents.quoted_text import is_quoted
from redact.documents.stamps import find_stamps
from redact.documents.stretches import Judged, Stretch, join
from redact.markings.register import Register

_ENDING = signs.any_of(signs.BREAK, signs.END_OF_MESSAGE, signs.TRAILER_SERIAL, signs.ARCHIVE_NOTE)

LOOK_AHEAD = 40
"""Lines after a classification line among which an E.O., TAGS or SUBJECT line is looked for."""

LONGEST_LABELLED = 100
"""Code points of a line that carries on a label behind the text; longer ones are text."""

LONGEST_SET = 6
"""Lines of a set of the header of a military message."""

TRAILER = 12
"""Lines behind END OF MESSAGE among which no text may follow."""

FIELD_GAP = 8
"""Lines that may stand between one of these lines and the next."""


def divide(text: str, lines: tuple[TextLine, ...], register: Register) -> tuple[Stretch, ...]:
    """The stretches of a telegram, or of any piece of one. They hold every line once, in order."""
    return _Division(text, lines, register).stretches()


class _Division:
    """Where in a telegram the reading is. It changes while the lines are read, once from the top.

    ``place`` is ``open`` before anything is known, then ``distribution``, ``envelope``,
    ``captions`` (after the classification line), ``header`` (after an E.O., TAGS or other field)
    and ``body``; a further section goes back to its envelope.
    """

    def __init__(self, text: str, lines: tuple[TextLine, ...], register: Register) -> None:
        self.text = text
        self.lines = lines
        self.register = register
        self.judged: list[Judged] = []
        self.first_body: int | None = None
        self.place = "open"
        self.block = 0
        self.section_opened = False
        self.after_blank = True
        self.field: str | None = None
        self.field_lines = 0
        self.message: str | None = None
        self.group: str | None = None
        self.route: str | None = None
        self.attention: set[str] = set()
        self.stamps = frozenset(i for stamp in find_stamps(text, lines) for i in stamp)
        self.labelled = has_labels(lines)
        self.labels_end = labels_behind_text(lines) if self.labelled else len(lines)
        self.in_sets = has_sets(lines)
        self.open_set: str | None = None
        self.set_lines = 0
        self.record_begins = self.find_record()
        self.header_ends = self.end_of_header(-1)

    def stretches(self) -> tuple[Stretch, ...]:
        for index, line in enumerate(self.lines):
            if line.head:
                self.judge(index, line.head)
            else:
                self.put("blank")
            self.after_blank = not line.head
        return join(self.judged)

    def put(
        self, kind: str, *, goes_on: bool = False, line: ClassificationLine | None = None
    ) -> bool:
        """Note what the line being read is. Returns true, so that a judgement may end with it."""
        if kind == "body" and self.first_body is None:
            self.first_body = len(self.judged)
        self.judged.append(Judged(kind, self.block, goes_on, line))
        return True

    def judge(self, index: int, head: str) -> None:
        """Find what a line is; the first that fits, and text when nothing does."""
        if index in self.stamps:
            self.put("wrapper", goes_on=True)
        elif self.in_sets and self.is_set(head):
            pass
        elif self.labelled and self.is_labelled(index, head):
            self.field = None
        elif self.place == "body" and not signs.MAY_BE_A_SIGN.match(head):
            self.put("body", goes_on=True)
        elif not (
            self.is_page_or_banner(index, head)
            or self.is_trailer(index, head)
            or self.is_envelope(index, head)
            or self.is_header(index, head)
        ):
            self.field = None
            if self.place != "open" or index > self.record_begins or signs.NUMBERED.match(head):
                self.place = "body"
            self.put("body", goes_on=True)

    # -- what may stand anywhere ------------------------------------------------------------------

    def is_page_or_banner(self, index: int, head: str) -> bool:
        """Page headings, classification lines and banner lines."""
        if is_page_heading(head, self.register):
            self.put("page-heading")
            if self.offices_follow(index):
                self.open_section("distribution")
            return True
        line = self.classification_line(index, head)
        if line is not None:
            return self.begin_header(index, line)
        return could_state_a_level(head) and is_banner(head, self.register) and self.put("banner")

    def classification_line(self, index: int, head: str) -> ClassificationLine | None:
        """A classification line, if one may stand here: in a body only that of a further section.

        Directly after the envelope, and on top of the record, its level may be misspelt beyond
        reading: its place tells.
        """
        expected = self.place in ("envelope", "distribution") or (
            self.place == "open" and self.first_body is None
        )
        if not (expected or could_state_a_level(head)):
            return None
        line = read_classification_line(self.text, self.lines[index], self.register, first=expected)
        if line is None or self.place != "body":
            return line
        if line.number is None:
            return None
        if self.message is None:
            return line if line.section or self.end_of_header(index) else None
        own = line.number.lstrip("0") == self.message
        return line if own or self.begins_another_message(index) else None

    def begins_another_message(self, index: int) -> bool:
        """Whether a header under the text is that of another message in the same file, not quoted.

        ``index`` is that of a classification line with another number; E.O., TAGS or SUBJECT below
        tell it from a line of the text.
        """
        return self.end_of_header(index) > 0 and not self.is_quoted(index)

    def is_quoted(self, index: int) -> bool:
        """Whether a line stands between the signs of a text quoted in this one."""
        first = index if self.first_body is None else self.first_body
        return is_quoted(self.text, self.lines[first].start, self.lines[index].start)

    def is_trailer(self, index: int, head: str) -> bool:
        """What closes the transmission behind the text, and an archive's notes."""
        if self.place != "body":
            return False
        if signs.END_IN_WORDS.match(head) and len(self.heads_after(index, TRAILER)) <= 2:
            return self.put("trailer")
        return _ENDING.match(head) is not None and self.put("trailer")

    # -- the envelope -----------------------------------------------------------------------------

    def is_envelope(self, index: int, head: str) -> bool:
        """Transmission lines, addressees and an archive's distribution list."""
        if self.place in ("captions", "header") and signs.BREAK.match(head):
            return self.put("envelope")
        if self.place in ("captions", "header", "body"):
            if not self.opens_further_section(index, head):
                return False
            return self.enter_envelope(head)
        if opens_envelope(head):
            return self.enter_envelope(head)
        if self.place == "distribution" and is_distribution_line(head):
            return self.put("distribution", goes_on=True)
        if self.place == "envelope":
            is_address = is_address_line(head, self.register, after_blank=self.after_blank)
            return is_address and self.put("envelope")
        if signs.OFFICES.match(head) or (signs.RULER.match(head) and len(head) > 18):
            self.place = "distribution"
            return self.put("distribution", goes_on=True)
        if signs.FROM.match(head) or signs.PRECEDENCE.match(head) or is_lone_addressee(head):
            self.place = "envelope"
            return self.put("envelope")
        return signs.BREAK.match(head) is not None and self.put("envelope")

    def enter_envelope(self, head: str) -> bool:
        self.open_section("envelope")
        if signs.DATE_TIME_GROUP.match(head):
            self.group = self.group or group_of(head)
        elif signs.DE.match(head):
            self.route = self.route or head.split()[1]
        return self.put("envelope")

    def open_section(self, place: str) -> None:
        """Go to the envelope or distribution list; after a text they open a further section."""
        record_seen = self.message is not None or self.group is not None or self.route is not None
        if self.place == "body" and record_seen and not self.section_opened:
            self.block += 1
            self.section_opened = True
        self.place = place

    def opens_further_section(self, index: int, head: str) -> bool:
        """Whether an envelope line inside the text opens a further section of this telegram, or
        another telegram in the same file.

        A telegram quoted in another has transmission lines too, but of its own.
        """
        if signs.DATE_TIME_GROUP.match(head) and len(head) < 60:
            if self.group is not None and group_of(head) == self.group:
                return True
            origin_follows = any(signs.FROM.match(h) for h in self.heads_after(index, 3)[:1])
            return origin_follows and not self.is_quoted(index)
        if signs.DE.match(head):
            own = self.route is not None and head.split()[1] == self.route
            return own or ("#" in head and not self.is_quoted(index))
        return signs.TRANSMISSION_ID.match(head) is not None and len(head) < 24

    def offices_follow(self, index: int) -> bool:
        """Whether the office list of a section stands under a page heading."""
        return any(signs.OFFICES.match(head) for head in self.heads_after(index, 6)[:2])

    def heads_after(self, index: int, count: int) -> list[str]:
        """The heads of the lines that follow, without blank ones."""
        return [line.head for line in self.lines[index + 1 : index + 1 + count] if line.head]

    def is_set(self, head: str) -> bool:
        """A set of a military message that is none of its text, over all its lines.

        One that is never closed ends where a paragraph or blank line does, or after a few lines:
        what follows is text and must not be let go with it.
        """
        kind = kind_of_set(head)
        if kind is not None and (kind == "authority" or self.place != "body"):
            self.open_set, self.set_lines = kind, 0
        self.set_lines += 1
        ends = self.after_blank or signs.NUMBERED.match(head) or self.set_lines > LONGEST_SET
        if self.open_set is None or (kind is None and ends) or TEXT_SET.match(head):
            self.open_set = None
            return False
        self.put(self.open_set, goes_on=kind is None or kind in ("references", "authority", "body"))
        if head.endswith("//"):
            self.open_set = None
        return True

    def is_labelled(self, index: int, head: str) -> bool:
        """Labels in place of an envelope, and those behind the text with the lines under them."""
        if self.place == "body":
            if index >= self.labels_end:
                self.place = "trailer"
                return self.put("trailer", goes_on=True)
        elif self.place == "trailer":
            line = self.lines[index]
            indented = self.text[line.start] in " \t" and len(head) <= LONGEST_LABELLED
            if indented or is_labelled_line(head, behind_text=True):
                return self.put("trailer", goes_on=True)
        elif is_labelled_line(head, behind_text=False):
            self.place = "envelope"
            return self.put("envelope")
        return False

    # -- the header -------------------------------------------------------------------------------

    def begin_header(self, index: int, line: ClassificationLine) -> bool:
        if not self.section_opened and self.message is not None:
            self.block += 1
        self.section_opened = False
        self.message = (line.number or "").lstrip("0") or self.message or ""
        self.place = "captions"
        self.field = None
        self.header_ends = self.end_of_header(index)
        return self.put("classification-line", line=line)

    def is_header(self, index: int, head: str) -> bool:
        """Captions, attention and passing lines, E.O., TAGS, subject, references, authority."""
        if self.place == "body":
            return False
        kind = field_begun_by(head, in_header=self.place != "open")
        if kind is not None:
            self.place = "header"
            return self.begin_field(kind)
        if self.field is not None and carries_on(
            self.field,
            self.field_lines,
            head,
            self.lines[index - 1].head,
            self.register,
            after_blank=self.after_blank,
        ):
            self.field_lines += 1
            return self.put(self.field, goes_on=True)
        self.field = None
        if signs.NUMBERED.match(head):
            return False
        if is_caption_line(head, self.register):
            if self.place == "open":
                self.place = "captions"
            return self.put("caption")
        if self.place == "open":
            return index < self.header_ends and self.is_attention_without_header(head)
        if self.place not in ("captions", "header"):
            return False
        if index < self.header_ends:
            return self.is_caption_zone(head)
        return self.stands_alone(index) and self.is_attention_without_header(head)

    def begin_field(self, kind: str) -> bool:
        self.field, self.field_lines = kind, 1
        return self.put(kind)

    def is_caption_zone(self, head: str) -> bool:
        """A line between the classification line and the E.O. line that is no caption."""
        if is_passing_line(head):
            return self.begin_field("passing")
        if is_attention_line(head):
            self.attention.add(head)
            return self.begin_field("attention")
        if could_be_a_caption(head):
            return self.put("caption")
        return self.put("body", goes_on=True)

    def is_attention_without_header(self, head: str) -> bool:
        """An attention or passing line with no E.O. line below it; a later section repeats them."""
        if head in self.attention or (self.block == 0 and is_plain_attention(head)):
            self.attention.add(head)
            return self.begin_field("attention")
        return is_plain_passing(head) and self.put("passing")

    def stands_alone(self, index: int) -> bool:
        """Whether a line has a blank line under it, or one more line and then a blank one."""
        under = self.lines[index + 1 : index + 3]
        return not under or any(not line.head for line in under)

    # -- looking ahead ----------------------------------------------------------------------------

    def find_record(self) -> int:
        """Index of the first line of an envelope or header, -1 when none is near the top.

        What stands before it is text of somebody else, and does not make the record's own lines
        text.
        """
        for index, line in enumerate(self.lines[:LOOK_AHEAD]):
            if line.head and (
                begins_record(line.head) or self.classification_line(index, line.head)
            ):
                return index
        return -1

    def end_of_header(self, index: int) -> int:
        """Index of the last E.O., TAGS or SUBJECT line after ``index``, 0 when there is none."""
        found = 0
        ahead, stop = index + 1, index + 1 + LOOK_AHEAD
        while ahead < min(stop, len(self.lines)):
            head = self.lines[ahead].head
            if head and signs.NUMBERED.match(head):
                break
            if head and HEADER_END.match(head):
                found, stop = ahead, ahead + 1 + FIELD_GAP
            ahead += 1
        return found
