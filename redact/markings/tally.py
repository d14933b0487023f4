"""What has been read of a marking so far, and its faults."""

from __future__ import annotations

import re

from redact.markings.control import CATEGORIES
from redact.markings.lexicon import Spelling, Word
from redact.markings.marking import Marking, level_rank
from redact.markings.reading import Problem
from redact.markings.register import Register
from redact.sources import Span

_HARMLESS = re.compile(r"[ /\-,.;:|\\_()\[\]{}~+&*#'\"<>=]*")
"""Characters allowed between words: a wrong one is reported, any other is unknown."""

_NAMES = {", ": "a comma and a blank", " ": "a blank", "-": "a hyphen", " - ": "a dash"}


class Tally:
    """Tokens by field, problems, and the position reached in the order of categories."""

    def __init__(self, register: Register, form: str) -> None:
        self.register = register
        self.form = form
        self.level: str | None = None
        self.non_us = False
        self.tokens: dict[str, list[str]] = {
            field: [] for field in (*CATEGORIES, "joint", "rel_to", "display_only", "eyes_only")
        }
        self.problems: list[Problem] = []
        self.first: str | None = None  # the token that was stored first
        self._kept: set[tuple[str, str]] = set()
        self.category: str | None = None  # of the last entry begun
        self._rank = -1
        self._furthest = -1

    def report(self, kind: str, start: int, end: int, message: str, fix: str | None = None) -> None:
        """Note a problem at ``[start, end)`` of the folded text."""
        self.problems.append(Problem(kind=kind, span=Span(start, end), message=message, fix=fix))

    def enter(
        self, category: str, word: Word, end: int, rank: int, before: str | None = None
    ) -> None:
        """Begin an entry of a category at a word, checking its separator and order.

        ``rank`` is its place in the register; ``before`` the separator wanted, when not the usual.
        """
        style = self.register.style
        if self.category is not None:
            usual = style.entry if category == self.category else style.category
            self.separator(word, before or usual)
        place = self._place(category)
        if 0 <= place < self._furthest or (category == "level" and self._furthest >= 0):
            self.report("category-order", word.start, end, "category out of order")
        elif category == self.category and rank < self._rank:
            self.report("entry-order", word.start, end, "control out of the order of the register")
        self._furthest = max(self._furthest, place)
        self.category, self._rank = category, rank

    def add(self, field: str, token: str, start: int, end: int) -> None:
        """Store a token; a duplicate is reported."""
        if (field, token) in self._kept:
            self.report("duplicate", start, end, f"{token} is repeated")
        self._kept.add((field, token))
        self.first = self.first or token
        self.tokens[field].append(token)

    def add_level(self, level: str, start: int, end: int) -> None:
        """Store a level; the higher of two different ones counts."""
        if self.level not in (None, level):
            self.report("levels-conflict", start, end, f"{self.level} and {level} in one marking")
        elif self.level is not None:
            self.report("level-repeated", start, end, f"{level} is stated twice")
        self.level = max(self.level or level, level, key=level_rank)

    def separator(self, word: Word, wanted: str, kind: str = "separator") -> None:
        """Check the separator before a word."""
        if word.before == wanted:
            return
        start = word.start - len(word.before)
        bare = word.before.strip() or " "
        if not _HARMLESS.fullmatch(word.before):
            self.report("unknown-token", start, word.start, "unknown character")
        elif bare.startswith("-") and "/" in bare:
            self.report("unknown-token", start, word.start, "a compartment is missing")
        elif wanted.strip() != bare and bare in self.register.style.accepted:
            return
        else:
            name = _NAMES.get(wanted, wanted)
            message = f"separator should be {name}" if wanted else "nothing should stand before it"
            self.report(kind, start, word.start, message, wanted)

    def rest(self, text: str, start: int, after_words: bool) -> None:
        """Check the text after the last word, or a text without words."""
        trailing = text[start:].strip()
        if not trailing or (not after_words and trailing == self.register.style.foreign):
            return
        if trailing == ")" and "(" in text[:start]:
            return  # SECRET (NOFORN): the bracket was reported where it opens
        if after_words and _HARMLESS.fullmatch(trailing):
            self.report("separator", start, len(text), "nothing follows the separator", "")
        else:
            self.report("unknown-token", start, len(text), "unknown character")

    def written(self, spelling: Spelling, words: list[Word], name: str, portion: str) -> None:
        """Check that a word is spelt as its form requires."""
        start, end = words[0].start, words[-1].end
        if self.form == "banner" and spelling.form == "portion":
            self.report("abbreviated", start, end, f"{name} is abbreviated", name)
        elif self.form == "portion" and spelling.form in ("banner", "title"):
            self.report("spelled-out", start, end, f"{name} is spelled out in a mark", portion)
        elif self.register.style.spaced and len(words) > 1 and all(len(w.text) == 1 for w in words):
            return  # E F T O, N O F O R N: telegrams space words out
        elif spelling.form == "other" or any(
            word.before != separator
            for word, separator in zip(words[1:], spelling.separators, strict=True)
        ):
            fix = portion if self.form == "portion" else name
            self.report("spelling", start, end, f"unusual spelling of {name}", fix)

    @property
    def is_readable(self) -> bool:
        """Whether every word so far is known."""
        return all(problem.kind != "unknown-token" for problem in self.problems)

    def marking(self) -> Marking:
        """The marking that was read."""
        lists = {field: tuple(values) for field, values in self.tokens.items() if field != "nato"}
        nato = self.tokens["nato"]
        return Marking(
            level=self.level,
            nato=nato[0] if nato else None,
            non_us=self.non_us,
            system=self.register.system,
            **lists,
        )

    def _place(self, category: str) -> int:
        order = self.register.categories
        return order.index(category) if category in order else -1
