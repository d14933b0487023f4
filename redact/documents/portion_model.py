"""A part of a document's text that is marked by itself, and how its mark was read."""

from __future__ import annotations

from redact.markings.marking import Marking, level_rank
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A part of the text that carries, or should carry, a portion mark.

    The portions of a document hold all of its body text: text before the first numbered paragraph
    is a portion without a number. Page headings may stand inside ``span`` (see
    `redact.documents.model.Document.segments`); a signature may not.

    ``kind``: ``paragraph``, ``sub-paragraph`` (inside the span of its paragraph), ``subject``,
    ``title`` (the subject as a wrapper repeats it), ``heading``, ``table-cell``, ``header`` (marked
    text in another line of the header), ``statement`` (an enclosure, a source or a notice, which
    need no mark) or ``appended-text`` (behind the signature of a telegram or the sign that ends it:
    no mark above speaks for it). ``mark`` is what stands between the brackets as written, ``None``
    where there is none; ``marking`` is ``None`` when there is no mark or it cannot be read.
    ``defect`` says why: ``unclosed`` (a bracket is missing) or ``unknown`` (not a mark of the
    register). ``entire_text`` is set on a mark that speaks for the whole document. ``quoted`` is
    set on numbered text inside BEGIN/END TEXT, whose numbers are a sequence of their own.
    ``at_least`` is a level above its mark that the portion counts as, because something inside it
    states that level and cannot be separated from the rest; ``at_least_span`` is the first such
    sign. A mark with the defect ``unknown`` has a ``marking`` where its level can be read, and no
    more.
    """

    number: str | None
    span: Span
    text_span: Span
    kind: str = "paragraph"
    mark: str | None = None
    mark_span: Span | None = None
    marking: Marking | None = None
    defect: str | None = None
    entire_text: bool = False
    quoted: bool = False
    at_least: str | None = None
    at_least_span: Span | None = None

    @property
    def level(self) -> str | None:
        """The higher of what the mark says and what something inside the text states."""
        own = self.marking.level if self.marking else None
        return max(own, self.at_least, key=level_rank)
