"""The layout of a text: its lines and the stretches they form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from operator import attrgetter

from redact.documents.banner.classification_line import ClassificationLine
from redact.documents.division.stretches import Stretch
from redact.documents.lines import TextLine
from redact.sources import Span
from redact.values import dataclass

_first_line = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a telegram with its lines and stretches; both cover all of it, in order.

    The first ``front`` lines and the lines from index ``back`` on are a wrapper around the record.
    ``stamps`` are the line indexes of each release stamp.
    """

    text: str
    lines: tuple[TextLine, ...]
    stretches: tuple[Stretch, ...]
    front: int = 0
    back: int = 0
    stamps: tuple[range, ...] = ()
    _by_kind: dict[str, list[Stretch]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_kind: dict[str, list[Stretch]] = {}
        for stretch in self.stretches:
            by_kind.setdefault(stretch.kind, []).append(stretch)
        object.__setattr__(self, "_by_kind", by_kind)

    def span(self, stretch: Stretch) -> Span:
        """The span of a stretch, without its last line end."""
        return Span(self.lines[stretch.first].start, self.lines[stretch.last - 1].end)

    def of_kind(self, *kinds: str, block: int | None = None) -> Sequence[Stretch]:
        """The stretches of the given kinds in order, in all header blocks or only in ``block``."""
        found = [s for kind in kinds for s in self._by_kind.get(kind, ())]
        if len(kinds) > 1:
            found.sort(key=_first_line)
        return found if block is None else [s for s in found if s.block == block]

    def lines_of(self, *kinds: str, block: int | None = None) -> Iterator[TextLine]:
        """The lines of such stretches, without blank ones."""
        for stretch in self.of_kind(*kinds, block=block):
            for line in self.lines[stretch.first : stretch.last]:
                if line.head:
                    yield line

    def first(self, kind: str) -> Span | None:
        """The span of the first stretch of a kind."""
        stretches = self.of_kind(kind)
        return self.span(stretches[0]) if stretches else None

    @property
    def classification(self) -> ClassificationLine | None:
        """The first classification line."""
        return next((s.classification for s in self.stretches if s.classification), None)

    @property
    def wrapper(self) -> tuple[TextLine, ...]:
        """The lines around the record."""
        return (*self.lines[: self.front], *self.lines[self.back :])
