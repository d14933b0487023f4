"""Documents of a set that are copies or sections of one message."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from redact.batch.inputs import Input
from redact.documents.model import Document
from redact.errors import UnreadableError
from redact.sources import Source

MOST = 50
"""Siblings that one document is compared with: a message has its sections and a few copies, but
ten thousand files with one number would be a hundred million pairs."""


def message_id(document: Document) -> str | None:
    """The canonical message number of a telegram, which identifies its copies and sections."""
    number = document.telegram and document.telegram.message_number
    return number.id if number else None


def same_message(numbers: Iterable[str | None]) -> Iterator[list[int]]:
    """The indexes of documents that share a message number, for each number with several."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, number in enumerate(numbers):
        if number:
            groups[number].append(index)
    return (members for members in groups.values() if len(members) > 1)


def nearest(members: Sequence[int], index: int) -> list[int]:
    """The members of a group nearest to one of them, at most `MOST`, in order."""
    others = sorted((abs(n - index), n) for n in members if n != index)
    return sorted(n for _, n in others[:MOST])


def crowded(groups: Iterable[Sequence[int]]) -> str | None:
    """The notice about groups in which not every document was compared with every other."""
    large = [len(members) for members in groups if len(members) > MOST + 1]
    if not large:
        return None
    return (
        f"{sum(large)} documents share a message number with more than {MOST} others; "
        f"each was compared with the {MOST} nearest by name only"
    )


class Siblings:
    """The parsed siblings of documents; a few are cached at a time."""

    def __init__(self, documents: Sequence[Input], parse: Callable[[Source], Document]) -> None:
        self._documents, self._parse = documents, parse
        self._kept: OrderedDict[int, Document | None] = OrderedDict()

    def of(self, index: int, members: Sequence[int]) -> tuple[Document, ...]:
        """The other documents of a group that can still be read, each distinct text once."""
        others = (self._document(n) for n in nearest(members, index))
        unique = {other.source.sha256: other for other in others if other is not None}
        return tuple(unique.values())

    def _document(self, index: int) -> Document | None:
        if index not in self._kept:
            try:
                self._kept[index] = self._parse(self._documents[index].read())
            except UnreadableError:
                self._kept[index] = None
            while len(self._kept) > 2 * MOST:
                self._kept.popitem(last=False)
        return self._kept[index]
