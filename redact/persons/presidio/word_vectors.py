"""Word vectors of a model, of which only those used are read into memory.

spaCy lets a model name the class that holds its vectors; `MappedVectors` reads the files of
spaCy's own class. The table is memory-mapped, and processes share it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.strings import StringStore
from spacy.util import registry
from spacy.vectors import BaseVectors
from spacy.vocab import Vocab

Array = np.ndarray[Any, Any]

NAME = "redact.MappedVectors.v1"


class MappedVectors(BaseVectors):  # type: ignore[misc]  # compiled, untyped
    """Read-only vectors of the words of a vocabulary."""

    mode = "default"

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings
        self.name: str | None = None
        self._table: Array = np.zeros((0, 0), np.float32)
        self._rows: dict[int, int] = {}

    def from_disk(self, path: str | Path, **options: Any) -> MappedVectors:
        """Read the files ``vectors`` and ``key2row`` in the folder ``path``."""
        self._rows = srsly.read_msgpack(Path(path) / "key2row")
        self._table = np.load(Path(path) / "vectors", mmap_mode="r")
        return self

    def get_batch(self, keys: Array) -> Array:
        """The vectors of words, given by their hashes; zeros for a word without one."""
        rows = np.fromiter((self._rows.get(key, -1) for key in keys.tolist()), np.int64)
        vectors: Array = self._table[rows]
        vectors[rows < 0] = 0.0
        return vectors

    def __getitem__(self, key: int) -> Array:
        vector: Array = self.get_batch(np.array([key], np.uint64))[0]
        return vector

    def __contains__(self, key: int) -> bool:
        return key in self._rows

    def __len__(self) -> int:
        return len(self._table)

    @property
    def is_full(self) -> bool:
        """True: no word can be added."""
        return True

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the table."""
        return self._table.shape[0], self._table.shape[1]

    @property
    def size(self) -> int:
        """Number of values in the table."""
        return self._table.size

    @property
    def vectors_length(self) -> int:
        """Number of values in a vector."""
        return self.shape[1]

    @property
    def n_keys(self) -> int:
        """Number of words that have a vector."""
        return len(self._rows)


@registry.vectors(NAME)  # type: ignore[untyped-decorator]  # spaCy's
def mapped_vectors() -> Callable[[Vocab], MappedVectors]:
    """The factory spaCy calls for the vectors of a new vocabulary."""
    return lambda vocab: MappedVectors(vocab.strings)
