"""The position in the reading of one marking: its words, and the tally of what they mean."""

from __future__ import annotations

import re

from redact.markings.control import Control
from redact.markings.lexicon import Spelling, lexicon_of, words_of
from redact.markings.register import Register
from redact.markings.tally import Tally

_DATE = re.compile(r"\d{8}")


class Walk:
    """The words of ``text`` (folded, in capitals) from ``start`` on.

    Reading functions take the walk and the index of a word, enter what they find into the tally
    and return the index of the first word after it.
    """

    def __init__(self, text: str, start: int, register: Register, form: str) -> None:
        self.text = text
        self.start = start
        self.register = register
        self.style = register.style
        self.lexicon = lexicon_of(register)
        self.tally = Tally(register, form)
        self.words = words_of(text, start)
        self.lists_before = self._lists_before()
        self.after_cui: str | None = None  # ``word``, or ``list`` inside the categories

    def keep(self, spelling: Spelling, index: int, end: int) -> None:
        """Enter a control; its token is stored here unless compartments or countries may follow."""
        control = spelling.control
        assert control is not None
        word = self.words[index]
        rank = self.lexicon.ranks[control.name]
        self.tally.enter(control.category, word, self.words[end - 1].end, rank, control.attached_by)
        self.tally.written(spelling, self.words[index:end], control.name, control.portion)
        if control.form == "word":
            self.add(control.category, control.name, index, end)

    def is_category(self, index: int) -> bool:
        """Whether a word is a CUI category: after the word CUI, or anywhere with SP-."""
        word = self.words[index]
        if word.text == "SP" and self.lexicon.cui_categories:
            return index + 1 < len(self.words) and self.words[index + 1].before.strip() == "-"
        if self.after_cui is None or word.text not in self.lexicon.cui_categories:
            return False
        return self.after_cui == "word" or word.before.strip() != self.style.category

    def unlisted(self, index: int) -> int:
        """Read a word that is in no list of the register."""
        word = self.words[index]
        if _DATE.fullmatch(word.text):
            self.report("declassification", index, index + 1, "a date in a marking")
            return index + 1
        self.report("unknown-token", index, index + 1, "word is not in the register")
        return index + 1

    def add(self, field: str, token: str, index: int, end: int) -> None:
        """Store a token expressed by the words from ``index`` up to ``end``."""
        self.tally.add(field, token, self.words[index].start, self.words[end - 1].end)

    def report(self, kind: str, index: int, end: int, message: str, fix: str | None = None) -> None:
        """Report a problem of the words from ``index`` up to ``end``."""
        self.tally.report(kind, self.words[index].start, self.words[end - 1].end, message, fix)

    def _lists_before(self) -> dict[int, tuple[int, Control]]:
        """Where lists begin whose control comes after them: first code -> name and control."""
        found: dict[int, tuple[int, Control]] = {}
        for control in self.register.controls:
            if control.form != "list-before":
                continue
            for at, word in enumerate(self.words):
                if word.text != control.name.split()[0] or word.before.strip():
                    continue
                first = at
                while first and self.words[first - 1].text in self.register.countries:
                    first -= 1
                    if self.words[first].before.strip() not in ("/", ","):
                        break
                if first < at and self.lexicon.match(self.words, at) is not None:
                    found[first] = (at, control)
        return found
