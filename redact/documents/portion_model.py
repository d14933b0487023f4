"""A separately marked part of a document's text, and how its mark was parsed."""

from __future__ import annotations

from redact.markings.marking import Marking, level_rank
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A part of the text that carries, or should carry, a portion mark.

    A document's portions hold all of its body text: text before the first numbered paragraph is a
    portion without a number. ``span`` may include page headings (see
    `redact.documents.model.Document.segments`) but never a signature.

    ``kind`` is ``paragraph``, ``sub-paragraph`` (inside the span of its paragraph), ``subject``,
    ``title`` (the subject as repeated by a wrapper), ``heading``, ``table-cell``, ``header``
    (marked text in another header line), ``statement`` (an enclosure, a source or a notice, which
    need no mark) or ``appended-text`` (after a telegram's signature or end-of-message sign, where
    no earlier mark applies). ``mark`` is the text between the brackets as written, ``None`` if
    there is none; ``marking`` is ``None`` when there is no mark or it cannot be parsed. ``defect``
    says why: ``unclosed`` (a bracket is missing) or ``unknown`` (not in the register); an
    ``unknown`` mark has a ``marking`` with only the level when at least that can be read.
    ``entire_text`` is set on a mark that applies to the whole document. ``quoted`` is set on
    numbered text inside BEGIN/END TEXT, which is numbered separately. ``at_least`` is a level
    above its mark at which the portion is handled, because something inside it states that level
    and cannot be separated from the rest; ``at_least_span`` is the first such statement.
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
        """The higher of the mark's level and any level stated inside the text."""
        own = self.marking.level if self.marking else None
        return max(own, self.at_least, key=level_rank)
