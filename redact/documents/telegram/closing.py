"""How a telegram closes: its signature, and what follows the end of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from redact.documents.division.layout import Layout
from redact.documents.division.stretches import Stretch
from redact.documents.field import Field
from redact.documents.head import signs
from redact.documents.lines import TextLine, fold_space, line_at
from redact.documents.quoted_text import is_quoted
from redact.documents.telegram.closing_lines import is_closing_line, is_station_note
from redact.documents.telegram.detached_text import detached_lines
from redact.documents.telegram.signature import (
    MOST_BLANKS,
    ends_sentence,
    find_signature,
    is_name_alone,
    names_of_authority,
)
from redact.patterns import pattern
from redact.sources.capitals import in_capitals
from redact.values import dataclass

_RESUMES = frozenset(("envelope", "distribution", "classification-line"))
"""Stretches that open a further section: text after them continues the paragraph."""
_LONGEST_END = 80
"""Maximum code points of a line that says END OF MESSAGE."""
_MAY_END = pattern(r"\n[^A-Z\n]*+(?:EOM|END\s|CABLE\s)")
"""The head of a further line that may say END OF MESSAGE: a cheap test of all lines at once."""
_INITIALS = pattern(r"[A-Z]{2,3}(?:/\d{1,2})?$")
"""The typist's initials on a 1960s telegram, on the line below the signature."""
_LONGEST_NAME = 3
"""Maximum words of a name that signs a telegram on a line by itself."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How a telegram closes.

    ``text`` holds the lines of the text, including blank ones, without the signature and the
    station's lines below it. ``appended`` holds the start offsets of those lines that follow the
    signature, a sign such as BT, or the header of a section out of sequence: no earlier mark
    applies to them. ``stretches`` are the layout's, with the station's lines as trailer and any
    text in the trailer as body.
    """

    text: list[TextLine]
    signature: Field | None
    appended: frozenset[int]
    stretches: tuple[Stretch, ...]


def find_closing(layout: Layout) -> Closing:
    """The text of a telegram, separated from its signature and from what follows.

    Page headings, banners and headers of further sections count as one blank line each.
    """
    lines, after_end = _text_lines(layout)
    signed_at, signature = _find_signature(layout, lines, after_end)
    if signature is not None:
        line = lines[signed_at]
        end = signature.span.start
        head = fold_space(layout.text[line.start : end])
        lines[signed_at] = line._replace(end=end, stop=end, head=head)
        after_end |= {line.start for line in lines[signed_at + 1 :] if line.head}
        after_end.discard(line.start)
    detached = detached_lines(layout)
    if not after_end:
        _drop_blank_end(lines)
        return Closing(lines, signature, frozenset(detached), layout.stretches)
    station_lines = {
        line.start for line in lines if line.start in after_end and is_closing_line(line.head)
    }
    text = [line._replace(head="") if line.start in station_lines else line for line in lines]
    _drop_blank_end(text)
    appended = frozenset((after_end | detached) - station_lines)
    return Closing(text, signature, appended, tuple(_relabelled(layout, station_lines, appended)))


def _text_lines(layout: Layout) -> tuple[list[TextLine], set[int]]:
    """The lines of the text, and the start offsets of those after a sign that ends it."""
    lines: list[TextLine] = []
    after_end: set[int] = set()
    ended = False
    for stretch in layout.stretches:
        here = layout.lines[stretch.first : stretch.last]
        if stretch.kind == "body":
            lines += here
            above = 0 if ended else _lines_to_end(layout, lines, here)
            after_end.update(line.start for line in here[above:] if line.head)
            ended = ended or above <= len(here)
            continue
        if lines:
            lines.append(TextLine(here[0].start, here[0].start, here[0].start, ""))
        if stretch.kind in _RESUMES:
            ended = False
        elif stretch.kind == "trailer" and lines:
            notes = [line for line in here if signs.STATION_NOTE.match(line.head)]
            text = [note for note in notes if not is_station_note(note.head)]
            ended = ended or any(_is_end(layout, lines, line) for line in here)
            lines += text
            after_end.update(line.start for line in text)
    _drop_blank_end(lines)
    return lines, after_end


def _lines_to_end(layout: Layout, lines: Sequence[TextLine], here: Sequence[TextLine]) -> int:
    """How many of the lines ``here`` run through the one that says END OF MESSAGE; one more than
    there are when none does.
    """
    capitals = in_capitals(layout.text).replace("\r", "\n")
    found = _MAY_END.finditer(capitals, here[0].start, here[-1].end)
    likely = (0, *(line_at(here, sign.end() - 1) for sign in found))
    short = (n for n in likely if 0 < len(here[n].head) <= _LONGEST_END)
    ends = (n + 1 for n in short if _ends_in_words(layout, lines, here[n]))
    return next(ends, len(here) + 1)


def _is_end(layout: Layout, lines: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a trailer line ends the text: BT, a serial, or END OF MESSAGE for this message."""
    if not line.head or signs.STATION_NOTE.match(line.head):
        return False
    return not signs.END_IN_WORDS.match(line.head) or _ends_in_words(layout, lines, line)


def _ends_in_words(layout: Layout, lines: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line says END OF MESSAGE of this message rather than of a quoted one."""
    return signs.END_IN_WORDS.match(line.head) is not None and not is_quoted(
        layout.text, lines[0].start, line.start
    )


def _find_signature(
    layout: Layout, lines: Sequence[TextLine], after_end: set[int]
) -> tuple[int, Field | None]:
    """The signature and the index of its line: below the text, or followed by appended text."""
    own = [index for index, line in enumerate(lines) if line.head and line.start not in after_end]
    last = len(own)
    while last and is_closing_line(lines[own[last - 1]].head):
        last -= 1
    if last > 1 and _INITIALS.match(lines[own[last - 1]].head):
        last -= is_name_alone(lines[own[last - 2]].head)
    signature = find_signature(layout.text, lines[own[last - 1]]) if last else None
    inside = _signed_inside(layout, lines, own[:last], signed=signature is not None)
    if inside is not None:
        return inside, find_signature(layout.text, lines[inside])
    if signature is not None:
        return own[last - 1], signature
    first = next((i for i, line in enumerate(lines) if line.start in after_end), None)
    if first is not None and is_name_alone(lines[first].head):
        return first, find_signature(layout.text, lines[first])  # after END OF MESSAGE
    return 0, None


def _signed_inside(
    layout: Layout, lines: Sequence[TextLine], own: Sequence[int], *, signed: bool
) -> int | None:
    """Index of a line with a name that signs the text above it although more text follows.

    Such a line may also be a heading. It is a signature when the classification authority block
    contains the name, or when it stands apart and neither a signature nor a numbered paragraph
    follows.
    """
    named = [
        index
        for above, index in pairwise(own[:-1])
        if (head := lines[index].head).count(" ") <= MOST_BLANKS
        and head.isupper()
        and ends_sentence(lines[above].head)
        and is_name_alone(head)
    ]
    if not named:
        return None
    names = names_of_authority(layout)
    above_number = (i for i in reversed(own[1:-1]) if signs.NUMBERED.match(lines[i + 1].head))
    last_numbered = next(above_number, -1)
    for index in reversed(named):
        words = lines[index].head.split()
        if names.issuperset(words):
            return index
        apart = len(words) == 1 or (len(words) <= _LONGEST_NAME and not lines[index + 1].head)
        if apart and not signed and last_numbered < index:
            return index
    return None


def _relabelled(
    layout: Layout, station_lines: set[int], appended: frozenset[int]
) -> Iterator[Stretch]:
    """The stretches of the layout, with the lines after the end by their own kinds."""
    for stretch in layout.stretches:
        if stretch.kind not in ("body", "trailer"):
            yield stretch
            continue
        relabelled = [
            stretch._replace(
                kind=_kind(line, stretch.kind, station_lines, appended),
                first=index,
                last=index + 1,
            )
            for index, line in enumerate(layout.lines[stretch.first : stretch.last], stretch.first)
        ]
        for _, run in groupby(relabelled, key=attrgetter("kind")):
            pieces = list(run)
            yield pieces[0]._replace(last=pieces[-1].last)


def _kind(line: TextLine, kind: str, station_lines: set[int], appended: frozenset[int]) -> str:
    if line.start in station_lines:
        return "trailer"
    return "body" if line.start in appended else kind


def _drop_blank_end(lines: list[TextLine]) -> None:
    while lines and not lines[-1].head:
        lines.pop()
