"""Checks that no withheld name or passage can be read encoded, backwards or by initials.

## Why

Every mail program can read a file pasted into a telegram as base64. Reversed letters, digits in
place of letters and the first letters of lines are older ways to say what the page does not show. A
label elsewhere is then worth nothing.

## Example

    1. (U) [(b)(6) name] brought the cake.

    2. (U) The note reads: UXVpbWJseSBicm91Z2h0IGl0Lg==

where the letters encode who brought it.

*Use instead:* the run of letters withheld too.

## Limits

Base64 of sixteen characters and hexadecimal numbers of five bytes are undone; compressed or
encrypted data, other codes and codes within codes are not. Backwards, upside down, with digits for
letters and by initials only surnames of six letters are looked for, and of passages runs of six
words in code, backwards or with letters apart. Morse and numbers for letters are not read. Texts of
more than two million characters are looked at for codes only. Needs the original beside the copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from redact.findings import Examined, Hit, Label, Publication
from redact.patterns import pattern
from redact.rules.redaction.other_readings import Reading, other_readings
from redact.rules.redaction.withheld_names import is_accounted_for, withheld_names
from redact.sources import Span
from redact.sources.folding import Folded, fold
from redact.sources.wording import find_name, surname_of

ID = "red-encoded-residual"

_SURE_LETTERS = 4
_GUESSED_LETTERS = 6
"""Letters a surname needs before it is looked for in a code, and in what must be guessed."""
_RUN = 6
_RUN_LETTERS = 20
"""Words and letters of a run of a withheld passage that is looked for."""
_LONGEST_GUESSED = 2_000_000
_WORD = pattern(r"[^\W_]+")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each place where such a reading shows a withheld name or passage.

    ``case`` is ``guess`` for what no program undoes by itself.
    """
    publication = examined.publication
    if publication is None or not publication.withheld:
        return
    text = examined.document.text
    readings = (
        reading
        for reading in other_readings(text, fold(text))
        if reading.is_sure or reading.whole is not None or len(text) <= _LONGEST_GUESSED
    )
    names = [
        (n.label, surname) for n in withheld_names(publication) if (surname := surname_of(n.text))
    ]
    passages = _passages(publication)
    seen: set[Span] = set()
    for reading in readings:
        for what, place, label in (*_names(reading, names), *_words(reading, passages)):
            if place in seen or is_accounted_for(place, examined):
                continue
            seen.add(place)
            yield Hit(
                span=place,
                message=f"a withheld {what} can be read here: {reading.kind}",
                fix="withhold this too",
                found=reading.kind,
                related=(Label(label, "withheld here"),),
                case="default" if reading.is_sure else "guess",
            )


def _names(reading: Reading, names: list[tuple[Span, str]]) -> Iterator[tuple[str, Span, Span]]:
    """The places of surnames; among initials letters are adjacent, elsewhere as in any text."""
    fewest = _SURE_LETTERS if reading.is_sure else _GUESSED_LETTERS
    by_letters = reading.kind.startswith("first") or reading.kind == "letters apart"
    page = Folded(reading.text, range(len(reading.text) + 1))
    for label, surname in names:
        if len(surname) < fewest:
            continue
        if by_letters:
            start = reading.text.find(surname)
            if start >= 0:
                yield "name", reading.place(Span(start, start + len(surname))), label
        else:
            for place in find_name(page, surname):
                yield "name", reading.place(place), label


def _passages(publication: Publication) -> dict[str, Span]:
    """The first letters of each run of words of a withheld passage, with its label."""
    found: dict[str, Span] = {}
    for withheld in publication.withheld:
        if not withheld.person:
            words = _WORD.findall(fold(withheld.original.of(publication.original.text)).text)
            for first in range(len(words) - _RUN + 1):
                run = "".join(words[first : first + _RUN])
                if len(run) >= _RUN_LETTERS:
                    found.setdefault(run[:_RUN_LETTERS], withheld.public)
    return found


def _words(reading: Reading, passages: dict[str, Span]) -> Iterator[tuple[str, Span, Span]]:
    """The first place of a passage in a reading that has words."""
    if not passages or reading.kind.startswith(("first", "digits")):
        return
    letters = [(n, char) for n, char in enumerate(reading.text) if char.isalnum()]
    row = "".join(char for _, char in letters)
    hits = (n for n in range(len(row) - _RUN_LETTERS + 1) if row[n : n + _RUN_LETTERS] in passages)
    for first in islice(hits, 1):
        place = Span(letters[first][0], letters[first + _RUN_LETTERS - 1][0] + 1)
        yield "passage", reading.place(place), passages[row[first : first + _RUN_LETTERS]]
