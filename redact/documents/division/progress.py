"""The state while a telegram's lines are read: the current position and what was found so far."""

from __future__ import annotations

from bisect import bisect_left

from redact.documents.banner.classification_line import ClassificationLine
from redact.documents.division.stretches import Run, make_run
from redact.documents.head import signs
from redact.documents.head.envelope_lines import group_of
from redact.documents.head.header_lines import HEADER_END
from redact.documents.head.labelled_lines import has_labels, labels_after_text
from redact.documents.head.military_sets import has_sets
from redact.documents.head.printed_forms import has_form
from redact.documents.lines import TextLine
from redact.documents.quoted_text import is_quoted
from redact.markings.register import Register
from redact.markings.spelling import edit_distance
from redact.patterns import pattern

LOOK_AHEAD = 40
"""Number of lines after a classification line searched for an E.O., TAGS or SUBJECT line."""

_MOST_POSTS = 12
"""Names of the sender that are remembered; a telegram has two or three."""

FIELD_GAP = 8
"""Maximum number of lines between one of these lines and the next."""


_WORD = pattern(r"[^\W\d_]{4,}")
_NO_LETTER = pattern(r"[\W\d_]+")


def _letters(name: str) -> str:
    return _NO_LETTER.sub("", name).upper()


class Progress:
    """Mutable state while the lines of a telegram are read, once from the top.

    ``place`` is ``open`` before anything is known, then ``distribution``, ``envelope``,
    ``captions`` (after the classification line), ``header`` (after an E.O., TAGS or other field)
    and ``body``; a further section returns to its envelope. ``index`` is the current line;
    ``stamped`` are the indexes of lines in release stamps.
    """

    def __init__(
        self, text: str, lines: tuple[TextLine, ...], stamped: frozenset[int], register: Register
    ) -> None:
        self.text = text
        self.lines = lines
        self.register = register
        self.index = 0
        self.runs: list[Run] = []
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
        self.posts: set[str] = set()
        self.stamped = stamped
        self.may_be_signs = stamped | signs.lines_like_signs([line.head for line in lines])
        ends = (*self.may_be_signs, len(lines))
        self._stops = sorted(at for at in ends if at <= len(lines))
        self.labelled = has_labels(text, lines)
        self.labels_end = labels_after_text(lines) if self.labelled else len(lines)
        self.in_sets = has_sets(text, lines)
        self.on_form = not self.labelled and has_form(lines)
        self.in_form_list = False
        self.open_set: str | None = None
        self.set_lines = 0
        self._last_fields: dict[int, int] = {}
        self._header_ends: dict[int, bool] = {}
        self.header_ends = self.end_of_header(-1)

    def put(
        self, kind: str, *, continues: bool = False, line: ClassificationLine | None = None
    ) -> bool:
        """Record the kind of the current line. Always true, so that callers can return it."""
        at = self.index
        if kind == "body" and self.first_body is None:
            self.first_body = at
        if kind == "envelope" and signs.FROM.match(self.lines[at].head):
            self.note_post(self.lines[at].head)
        self.runs.append(make_run((kind, at, at + 1, self.block, continues, line)))
        return True

    def pass_text(self) -> None:
        """Skip to the next line that may be something other than text, recording text up to it."""
        stop = self._stops[bisect_left(self._stops, self.index)]
        if stop == self.index:
            return
        written = [at for at in range(self.index, stop) if self.lines[at].head]
        if written:
            run = Run("body", written[0], written[-1] + 1, self.block, continues=True)
            self.runs.append(run)
        self.after_blank = not self.lines[stop - 1].head
        self.index = stop

    def begin_field(self, kind: str) -> bool:
        """Record the current line as the beginning of a header field."""
        self.field, self.field_lines = kind, 1
        return self.put(kind)

    def open_section(self, place: str) -> None:
        """Enter the envelope or distribution list; after text they open a further section."""
        record_seen = self.message is not None or self.group is not None or self.route is not None
        if self.place == "body" and record_seen and not self.section_opened:
            self.block += 1
            self.section_opened = True
        self.place = place

    def is_quoted(self, index: int) -> bool:
        """Whether a line is inside a text quoted in this one."""
        first = index if self.first_body is None else self.first_body
        return is_quoted(self.text, self.lines[first].start, self.lines[index].start)

    def heads_after(self, index: int, count: int) -> list[str]:
        """The heads of the next ``count`` lines after ``index``, without blank ones."""
        return [line.head for line in self.lines[index + 1 : index + 1 + count] if line.head]

    def end_of_header(self, index: int) -> int:
        """Index of the last E.O., TAGS or SUBJECT line after ``index``, 0 when there is none."""
        found = 0
        passed: list[int] = []
        ahead, stop = index + 1, index + 1 + LOOK_AHEAD
        while ahead < min(stop, len(self.lines)):
            head = self.lines[ahead].head
            if head and (head[0].isdecimal() or head[0] == "\u00b6") and signs.NUMBERED.match(head):
                break
            if head and self._ends_header(ahead, head):
                if ahead in self._last_fields:
                    found = self._last_fields[ahead]
                    break
                found, stop = ahead, ahead + 1 + FIELD_GAP
                passed.append(ahead)
            ahead += 1
        # Header blocks with no text between them form one long run: it is walked once.
        self._last_fields.update(dict.fromkeys(passed, found))
        return found

    def _ends_header(self, index: int, head: str) -> bool:
        known = self._header_ends.get(index)
        if known is None:
            known = self._header_ends[index] = HEADER_END.match(head) is not None
        return known

    def opens_further_section(self, index: int, head: str) -> bool:
        """Whether an envelope line inside the text opens a further section of this telegram or
        another telegram in the same file.

        A quoted telegram also has transmission lines, but with its own numbers.
        """
        group = signs.DATE_TIME_GROUP.match(head)
        if group and len(head) < 60 and not self.says_more(head[group.end() :]):
            if self.group is not None and group_of(head) == self.group:
                return True
            origin_follows = any(signs.FROM.match(h) for h in self.heads_after(index, 3)[:1])
            return origin_follows and not self.is_quoted(index)
        if signs.DE.match(head) and not self.says_more(" ".join(head.split()[2:])):
            own = self.route is not None and head.split()[1] == self.route
            return own or ("#" in head and not self.is_quoted(index))
        return signs.TRANSMISSION_ID.match(head) is not None and len(head) < 24

    def note_post(self, name: str | None) -> None:
        """Remember a name of the sending post given in the head of the record."""
        if name and self.place != "body" and len(self.posts) < _MOST_POSTS:
            self.posts.add(_letters(name))

    def is_own_post(self, name: str | None) -> bool:
        """Whether ``name`` can be the station in a page heading: one named in the head of the
        record or part of its name (``TESTVI``), up to one letter garbled. In a fragment without a
        head any can.

        ``THE VALVE AT QUAYSIDE 00123 002 OF 003`` is text and must not be released as a heading.
        """
        letters = _letters(name or "")
        return not self.posts or any(
            letters in post or (len(letters) > 4 and edit_distance(letters, post) <= 1)
            for post in self.posts
        )

    def says_more(self, rest: str) -> bool:
        """Whether the rest of a transmission line has words that do not belong to it."""
        words = _WORD.findall(rest)
        return any(not self.is_own_post(word) for word in words) if self.posts else bool(words)

    def offices_follow(self, index: int) -> bool:
        """Whether the office list of a section follows a page heading."""
        return any(signs.OFFICES.match(head) for head in self.heads_after(index, 6)[:2])

    def stands_alone(self, index: int) -> bool:
        """Whether a blank line follows, either directly or after one more line."""
        under = self.lines[index + 1 : index + 3]
        return not under or any(not line.head for line in under)
