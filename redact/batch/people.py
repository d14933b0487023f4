"""The persons of a set: whose name is withheld in one document is withheld in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from redact.persons.known import KnownName, written_words

_OFTEN = 8
_LEAST_SHARE = 0.15


class People:
    """Collects who is withheld anywhere in the set, document by document.

    First `add` the names of every document, then `look` at every text, then call `sure_of`.
    """

    def __init__(self, ledger: Iterable[KnownName] = ()) -> None:
        self.names: set[KnownName] = set()
        self._named: Counter[str] = Counter()
        self._written: Counter[str] = Counter()
        self._by_surname: dict[str, set[KnownName]] = defaultdict(set)
        for name in ledger:
            self._know(name)

    def add(self, names: Iterable[KnownName]) -> None:
        """Add the names that one document withholds."""
        for name in names:
            self._named.update(name.surnames)
            self._know(name)

    def _know(self, name: KnownName) -> None:
        self.names.add(name)
        for surname in name.surnames:
            self._by_surname[surname].add(name)

    def look(self, text: str) -> frozenset[KnownName]:
        """The known persons whose surname is a word of the text; counts the occurrence."""
        found = written_words(text) & self._by_surname.keys()
        self._written.update(found)
        return frozenset(name for surname in found for name in self._by_surname[surname])

    def sure_of(self, names: Iterable[KnownName]) -> Iterator[KnownName]:
        """The names that may be searched for in other documents, sorted.

        Leaves out a word that only the language model took for a name and that occurs in many
        documents without being taken for one: it would withhold every COCA in a set about coca.
        """
        return (name for name in sorted(names) if name.sure or not self._is_doubtful(name))

    def _is_doubtful(self, name: KnownName) -> bool:
        return any(
            self._written[surname] >= _OFTEN
            and self._named[surname] < _LEAST_SHARE * self._written[surname]
            for surname in name.surnames
        )
