"""Words of withheld text that a released portion says again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_SENTENCE = pattern(r"[^.!?]+")
_WORD = pattern(r"[^\W_]+")
_FEWEST_WORDS = 6
_FEWEST_LONG = 3
_LONG_WORD = 5
_FEWEST_TELLING = 4
_SHORT_PHRASE = 5
_PASSAGE = 9
"""Words in a row that nobody repeats by chance, whatever words they are."""
_GRAMMAR = frozenset(
    (
        *("the", "this", "that", "these", "those", "and", "but", "nor", "for", "from", "with"),
        *("was", "were", "are", "has", "had", "have", "been", "being", "will", "would", "shall"),
        *("should", "can", "could", "may", "might", "must", "did", "does", "not", "its", "his"),
        *("her", "hers", "him", "she", "they", "them", "their", "who", "whom", "whose", "which"),
        *("what", "when", "where", "while", "there", "here", "such", "any", "all", "some", "more"),
        *("most", "other", "into", "over", "under", "about", "than", "then", "also", "our", "you"),
        *("your", "said", "says", "told", "asked", "noted", "added", "stated", "out", "per"),
    )
)
"""Words of three letters and more without meaning of their own; shorter ones have none."""

Words = tuple[str, ...]
Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class WithheldWords:
    """The sentences of withheld text, and its runs of five words, each with its span."""

    sentences: dict[Words, Span]
    runs: dict[Words, Span]

    @classmethod
    def of(cls, text: str, withheld: Iterable[Span]) -> WithheldWords:
        """What is withheld at these places."""
        sentences: dict[Words, Span] = {}
        runs: dict[Words, Span] = {}
        for span in withheld:
            for sentence, _ in _sentences(text, span):
                sentences.setdefault(sentence, span)
            words = [word for word, _, _ in _words(text, span)]
            for first in range(len(words) - _SHORT_PHRASE + 1):
                runs.setdefault(tuple(words[first : first + _SHORT_PHRASE]), span)
        return cls(sentences, runs)

    def first_in(self, text: str, shown: Span) -> tuple[Span, Span, str] | None:
        """The place of the most serious repetition, where it is withheld, and what it is."""
        for sentence, place in _sentences(text, shown):
            if sentence in self.sentences:
                return place, self.sentences[sentence], "a sentence"
        phrase = None
        for row in self._rows(_words(text, shown)):
            words = tuple(word for word, _, _ in row)
            place, source = Span(row[0][1], row[-1][2]), self.runs[words[:_SHORT_PHRASE]]
            if len(row) >= _PASSAGE:
                return place, source, "a passage"
            if phrase is None and _is_telling(words):
                phrase = (place, source, "a phrase")
        return phrase

    def _rows(self, words: list[Word]) -> Iterator[list[Word]]:
        """The longest rows of words whose every run of five is withheld."""
        begun: int | None = None
        for last in range(_SHORT_PHRASE, len(words) + 2):
            run = tuple(word for word, _, _ in words[last - _SHORT_PHRASE : last])
            if last <= len(words) and run in self.runs:
                begun = last - _SHORT_PHRASE if begun is None else begun
            elif begun is not None:
                yield words[begun : last - 1]
                begun = None


def _is_telling(words: Words) -> bool:
    """Whether a row of words is more than a formula of grammar and diplomacy."""
    telling = sum(len(word) > 2 and word not in _GRAMMAR for word in words)
    if len(words) == _SHORT_PHRASE:
        return telling == _SHORT_PHRASE
    return telling >= _FEWEST_TELLING or sum(map(_is_long, words)) >= _FEWEST_LONG


def _is_long(word: str) -> bool:
    return len(word) >= _LONG_WORD


def _sentences(text: str, span: Span) -> Iterator[tuple[Words, Span]]:
    """The sentences of a stretch as words in small letters, with their places."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        found = list(_WORD.finditer(match[0]))
        if len(found) >= _FEWEST_WORDS:
            start = match.start() + found[0].start()
            end = match.start() + found[-1].end()
            yield tuple(word[0].casefold() for word in found), Span(start, end)


def _words(text: str, span: Span) -> list[Word]:
    """The words of a stretch in small letters, each with its beginning and end."""
    return [
        (match[0].casefold(), match.start(), match.end())
        for match in _WORD.finditer(text, span.start, span.end)
    ]
