"""All spellings of the words of a register, prepared for matching."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from redact.markings.control import Control
from redact.markings.register import Register
from redact.values import dataclass

_WORD = re.compile(r"[A-Z0-9]+")

_LONGEST_SPACED = 16
"""Letters of the longest word that is recognized with blanks between them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits: ``text`` in upper case, offsets, and the separator before it."""

    text: str
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of an entry: its words and the separators between them.

    ``kind``: ``control``, ``level``, ``cui``, ``declassification``, ``remark``, ``misnomer``.
    ``name`` is the entry's name, for a misnomer the advice; ``form`` distinguishes the canonical
    ``banner`` and ``portion`` spellings (``both`` where they are the same) and the long ``title``
    from ``other`` spellings. ``joined`` is a second control expressed by the same words.
    """

    words: tuple[str, ...]
    separators: tuple[str, ...]
    kind: str
    name: str
    form: str
    control: Control | None = None
    joined: Control | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Spellings of a register by first word, longest first; CUI categories by spelling."""

    spellings: dict[str, tuple[Spelling, ...]]
    controls: dict[str, Control]
    ranks: dict[str, int]
    cui_categories: dict[str, str]
    label_tokens: frozenset[str]
    long_words: tuple[str, ...]
    behind_level: dict[str, Spelling]

    def hides_control(self, name: str) -> bool:
        """Whether a free name ends in a control, which a lost separator may have joined to it."""
        return any(name != word and name.endswith(word) for word in self.long_words)

    def match(self, words: list[Word], index: int) -> Spelling | None:
        """The longest spelling that starts at a word; of equals, the one with matching separators.

        Blanks and hyphens inside a spelling are interchangeable; a long word may be spaced out.
        """
        found = self._spaced(words, index)
        if found is not None:
            return found
        for spelling in self.spellings.get(words[index].text, ()):
            if found is not None and len(found.words) > len(spelling.words):
                break
            after = words[index + 1 : index + len(spelling.words)]
            if tuple(word.text for word in after) != spelling.words[1:]:
                continue
            written = tuple(word.before for word in after)
            if written == spelling.separators:
                return spelling
            if found is None and all(map(_alike, written, spelling.separators)):
                found = spelling
        return found

    def _spaced(self, words: list[Word], index: int) -> Spelling | None:
        """A word of at least four letters with blanks between them: N O F O R N."""
        end = index
        while end < min(len(words), index + _LONGEST_SPACED) and _is_letter(
            words[end], end > index
        ):
            end += 1
        for stop in range(end, index + 3, -1):
            letters = tuple(word.text for word in words[index:stop])
            for spelling in self.spellings.get("".join(letters), ()):
                if len(spelling.words) == 1:
                    blanks = (" ",) * (len(letters) - 1)
                    return replace(spelling, words=letters, separators=blanks, form="other")
        return None


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text, in upper case, from an offset on, each with the separator before it."""
    found: list[Word] = []
    done = start
    for match in _WORD.finditer(text, start):
        found.append(Word(match[0], match.start(), match.end(), text[done : match.start()]))
        done = match.end()
    return found


def _is_letter(word: Word, after_blank: bool) -> bool:
    return len(word.text) == 1 and (word.before == " " or not after_blank)


def _alike(written: str, wanted: str) -> bool:
    bare = written.strip()
    return bare == wanted.strip() or (wanted in (" ", "-") and bare in ("", "-"))


@lru_cache(maxsize=16)
def lexicon_of(register: Register) -> Lexicon:
    """The lexicon of a register, built once."""
    spellings = [
        *_of_levels(register),
        *_of_controls(register),
        *_of_joined(register),
        *_of_other_words(register),
    ]
    by_first: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        by_first.setdefault(spelling.words[0], []).append(spelling)
    return Lexicon(
        spellings={
            first: tuple(sorted(same, key=lambda s: -len(s.words)))
            for first, same in by_first.items()
        },
        controls={control.name: control for control in register.controls},
        ranks={control.name: rank for rank, control in enumerate(register.controls)},
        cui_categories={
            word: category.name
            for category in register.cui_categories
            for word in (category.name, *category.spellings)
        },
        label_tokens=frozenset(
            token
            for label in register.labels
            if label.portion or label.telegram
            for token in label.tokens
        )
        if register.style.label_alone
        else frozenset(),
        long_words=tuple(
            control.name
            for control in register.controls
            if control.form == "word" and len(control.name) > 4
        ),
        behind_level={
            text: _spelling(text, "control", control.name, "portion", control)
            for control in register.controls
            for text in control.behind
        },
    )


def _spelling(
    text: str, kind: str, name: str, form: str, control: Control | None = None
) -> Spelling:
    words = words_of(text)
    return Spelling(
        tuple(w.text for w in words), tuple(w.before for w in words[1:]), kind, name, form, control
    )


def _of_levels(register: Register) -> list[Spelling]:
    found = []
    for level in register.levels:
        found += [_spelling(text, "level", level.name, "portion") for text in level.portion]
        found += [
            _spelling(text, "level", level.name, "banner")
            for text in dict.fromkeys((level.word, *level.telegram))
        ]
        found += [_spelling(text, "level", level.name, "other") for text in level.spellings]
    return found


def _of_controls(register: Register) -> list[Spelling]:
    labels = {
        spelling: token
        for label in register.labels
        for token in label.tokens
        for spelling in label.portion
    }
    found = []
    for control in register.controls:
        forms = dict.fromkeys(control.spellings, "other")
        if control.title.isupper():  # the register's long title may appear in a banner line
            forms[control.title] = "title"
        forms |= {text: "portion" for text, token in labels.items() if token == control.name}
        forms[control.portion] = "portion"
        forms[control.name] = "both" if control.portion == control.name else "banner"
        for text, form in forms.items():
            found.append(_spelling(text, "control", control.name, form, control))
    return found


def _of_joined(register: Register) -> list[Spelling]:
    return [
        replace(_spelling(text, "control", name, form, register.control(name)), joined=control)
        for control in register.controls
        for name, short in control.joined.items()
        for text, form in ((short, "portion"), (f"{name} {control.name}", "banner"))
    ]


def _of_other_words(register: Register) -> list[Spelling]:
    found = [_spelling(text, "cui", text, "both") for text in register.cui_words]
    if register.cui_title is not None:
        found.append(_spelling(register.cui_title, "cui", register.cui_words[0], "title"))
    found += [_spelling(text, "remark", text, "both") for text in register.style.remarks]
    found += [_spelling(no.words, "misnomer", no.advice, "both") for no in register.misnomers]
    for term in register.declassification:
        found += [_spelling(t, "declassification", term.name, "both") for t in term.spellings]
    return found
