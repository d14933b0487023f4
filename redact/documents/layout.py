"""A text laid out: its lines and the stretches they form."""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.classification_line import ClassificationLine
from redact.documents.lines import TextLine
from redact.documents.stretches import Stretch
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a telegram with its lines and stretches; both hold all of it, in order.

    ``front`` lines at the top and the lines from ``back`` on are a wrapper around the record.
    """

    text: str
    lines: tuple[TextLine, ...]
    stretches: tuple[Stretch, ...]
    front: int = 0
    back: int = 0

    def span(self, stretch: Stretch) -> Span:
        """Where a stretch stands, without its last line end."""
        return Span(self.lines[stretch.first].start, self.lines[stretch.last - 1].end)

    def of_kind(self, *kinds: str, block: int | None = None) -> Iterator[Stretch]:
        """The stretches of some kinds, in all header blocks or in one."""
        return (
            s for s in self.stretches if s.kind in kinds and (block is None or s.block == block)
        )

    def lines_of(self, *kinds: str, block: int | None = None) -> Iterator[TextLine]:
        """The lines of such stretches, without the blank ones."""
        for stretch in self.of_kind(*kinds, block=block):
            for line in self.lines[stretch.first : stretch.last]:
                if line.head:
                    yield line

    def first(self, kind: str) -> Span | None:
        """Where the first stretch of a kind stands."""
        stretch = next(self.of_kind(kind), None)
        return self.span(stretch) if stretch else None

    @property
    def classification(self) -> ClassificationLine | None:
        """The first classification line."""
        return next((s.classification for s in self.stretches if s.classification), None)

    @property
    def wrapper(self) -> tuple[TextLine, ...]:
        """The lines around the record."""
        return (*self.lines[: self.front], *self.lines[self.back :])
