"""The walk over the words of one marking."""

from __future__ import annotations

import re

from redact.markings.control import Control, Part
from redact.markings.level import level_names, level_pattern
from redact.markings.lexicon import Spelling, Word, lexicon_of, words_of
from redact.markings.register import Register
from redact.markings.tally import Tally

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,3}")
"""What a country code looks like; one that is not in the register is reported."""

_SCANNED = str.maketrans("01568", "OISGB")
"""Figures that scanners put in the place of letters."""

_DATE = re.compile(r"\d{8}")
_CONCEALED = "FGI"


class Reader:
    """Reads ``text`` (folded, in capitals) from ``start`` on into a tally."""

    def __init__(self, text: str, start: int, register: Register, form: str) -> None:
        self.text = text
        self.start = start
        self.register = register
        self.style = register.style
        self.lexicon = lexicon_of(register)
        self.tally = Tally(register, form)
        self.words = words_of(text, start)
        self.lists_before = self._lists_before()
        self.behind_cui: str | None = None  # ``word``, or ``list`` inside the categories

    def read(self) -> None:
        """Read the whole text."""
        index = self._head()
        while index < len(self.words):
            index = self._entry(index)
        self.tally.rest(
            self.text, self.words[-1].end if self.words else self.start, bool(self.words)
        )
        first = next((tokens[0] for tokens in self.tally.tokens.values() if tokens), None)
        if self.tally.level is None and first in self.lexicon.label_tokens:
            self.tally.level = "UNCLASSIFIED"  # a label alone is a mark, at no level
        if self.tally.is_readable and self.tally.level is None and not self.tally.tokens["cui"]:
            kind = "missing-level" if self.words else "empty"
            self.tally.report(kind, self.start, len(self.text), "the marking states no level")

    # The head: the level, and who owns a marking that is not of this system's own country.

    def _head(self) -> int:
        """Read level and owners; the index of the first word after them."""
        lead = self.words[0].before if self.words else self.text[self.start :]
        foreign = bool(self.style.foreign) and lead.strip().startswith("/")
        self.tally.non_us = foreign
        if not self.words:
            return 0
        if lead.strip() != (self.style.foreign if foreign else ""):
            self.tally.separator(self.words[0], self.style.foreign if foreign else "")
        if self.words[0].text == self.style.joint:
            return self._joint()
        spelling = self.lexicon.match(self.words, 0)
        if spelling and spelling.control and spelling.control.category == "nato":
            return self._nato(spelling, foreign)
        owners = self._owners(foreign)
        if owners:
            return self._owned(owners, foreign)
        return self._level(0) or 0

    def _joint(self) -> int:
        """``JOINT SECRET CAN GBR USA``; the level may also stand after the owners."""
        self.tally.non_us = True
        self._claim_foreign(self.words[0].before.strip() == self.style.foreign)
        index = self._level(1, " ") or 1
        index = self._codes(index, "joint", " ")
        if self.tally.level is None:
            index = self._level(index, " ") or index
        return index

    def _nato(self, spelling: Spelling, foreign: bool) -> int:
        end = len(spelling.words)
        self._claim_foreign(foreign)
        self.tally.non_us = True
        self._keep(spelling, 0, end)
        if spelling.control and spelling.control.level:
            self.tally.level = spelling.control.level
        return end

    def _owners(self, foreign: bool) -> int:
        """How many words at the start name countries that own the marking."""
        count = 0
        if 0 in self.lists_before:
            return 0
        while count < len(self.words) and (count == 0 or not self.words[count].before.strip()):
            text = self.words[count].text
            known = text in self.register.countries or text == _CONCEALED
            shaped = foreign and _CODE.fullmatch(text) and not self.lexicon.match(self.words, count)
            if not known and not shaped:
                break
            count += 1
        return count if count and (foreign or self._level_at(count) is not None) else 0

    def _owned(self, count: int, foreign: bool) -> int:
        self._claim_foreign(foreign)
        self.tally.non_us = True
        for index, word in enumerate(self.words[:count]):
            if index:
                self.tally.separator(word, " ")
            self._keep_code("fgi", word)
        return self._level(count, " ") or count

    def _claim_foreign(self, shown: bool) -> None:
        """Report a marking of another country that does not start with the sign for it."""
        if not shown and not self.style.whole_is_foreign:
            start = self.words[0].start
            message = f"{self.style.foreign} is missing before a marking of another system"
            self.tally.report("foreign-prefix", start, start, message, self.style.foreign)

    def _level_at(self, index: int) -> tuple[str, int, Spelling | None] | None:
        """Level at a word, the index after it, and its spelling when it is not a long one."""
        if index >= len(self.words):
            return None
        match = level_pattern(self.register).match(self.text, self.words[index].start)
        if match is not None and match.lastgroup is not None:
            after = index
            while after < len(self.words) and self.words[after].end <= match.end():
                after += 1
            return level_names(self.register)[int(match.lastgroup[1:])], after, None
        spelling = self.lexicon.match(self.words, index)
        if spelling is not None and spelling.kind == "level":
            return spelling.name, index + len(spelling.words), spelling
        return None

    def _level(self, index: int, before: str | None = None) -> int | None:
        """Read the level at a word, if one stands there."""
        found = self._level_at(index)
        if found is None:
            return None
        name, after, spelling = found
        words = self.words[index:after]
        if self.tally.level is not None:
            before = words[0].before  # two levels are one fault, whatever stands between them
        level = self.register.level(name)
        if level is None:
            return self._label(name, index, after)
        self.tally.enter("level", words[0], words[-1].end, 0, before)
        self.tally.add_level(level.name, words[0].start, words[-1].end)
        portion = level.portion[0] if level.portion else level.word
        if spelling is not None:
            self.tally.written(spelling, words, level.word, portion)
        elif self.text[words[0].start : words[-1].end] not in (level.word, *level.telegram):
            if not self.style.spaced:
                start, end = words[0].start, words[-1].end
                self.tally.report("spaced", start, end, "blanks inside a level", level.word)
        elif self.tally.form == "portion" and level.portion and level.word not in level.portion:
            start, end = words[0].start, words[-1].end
            self.tally.report("spelled-out", start, end, f"{level.name} is spelled out", portion)
        return after

    def _label(self, name: str, index: int, after: int) -> int:
        """Keep the tokens of a label that stands in the place of a level."""
        label = self.register.label(name)
        for token in label.tokens if label else ():
            control = self.lexicon.controls[token]
            rank = self.lexicon.ranks[token]
            self.tally.enter(control.category, self.words[index], self.words[after - 1].end, rank)
            self._add(control.category, token, index, after)
        return after

    # The body: one entry after the other, whatever its category.

    def _entry(self, index: int) -> int:
        """Read what stands at a word; the index of the first word after it."""
        if self._is_category(index):
            return self._category(index)
        self.behind_cui = None
        if index in self.lists_before:
            return self._list_before(index)
        spelling = self.lexicon.match(self.words, index)
        if spelling is None:
            return self._level(index) or self._unlisted(index)
        end = index + len(spelling.words)
        match spelling.kind:
            case "level":
                return self._level(index) or end
            case "cui":
                self.tally.enter("cui", self.words[index], self.words[end - 1].end, -1)
                self._add("cui", spelling.name, index, end)
                self.behind_cui = "word"
                return end
            case "declassification":
                self._report("declassification", index, end, f"{spelling.name} in a marking")
                return end
            case "remark":
                return end
        self._keep(spelling, index, end)
        control = spelling.control
        if control is not None and control.category == "nato":
            self._report("second-system", index, end, f"{control.name} beside another level")
        if control is None or control.form == "word":
            return end
        return self._system(control, end) if control.form == "system" else self._list(control, end)

    def _keep(self, spelling: Spelling, index: int, end: int) -> None:
        """Enter a control; its token is kept here unless compartments or countries may follow."""
        control = spelling.control
        assert control is not None
        word = self.words[index]
        rank = self.lexicon.ranks[control.name]
        self.tally.enter(control.category, word, self.words[end - 1].end, rank, control.attached_by)
        self.tally.written(spelling, self.words[index:end], control.name, control.portion)
        if control.form == "word":
            self._add(control.category, control.name, index, end)

    def _list(self, control: Control, index: int) -> int:
        """The countries after REL TO, DISPLAY ONLY or FGI."""
        field = control.list_field or control.category
        end = index
        if control.form == "list":
            end = self._codes(index, field, control.list_separator)
        if end == index:
            name = "REL" if control.name == "REL TO" else control.name
            self._add(control.category, name, index - 1, index)
            if control.category == "dissem":
                self._report("missing-list", index - 1, index, f"{control.name} names no country")
        return end

    def _list_before(self, index: int) -> int:
        """``USA/GBR EYES ONLY``."""
        at, control = self.lists_before[index]
        word = self.words[index]
        self.tally.enter(
            control.category, word, self.words[at].end, self.lexicon.ranks[control.name]
        )
        for place in range(index, at):
            if place > index:
                self.tally.separator(self.words[place], control.list_separator, "list-separator")
            self._keep_code(control.list_field or control.category, self.words[place])
        return at + len(control.name.split())

    def _codes(self, index: int, field: str, separator: str) -> int:
        """Read country codes from a word on; the index of the first word that is none."""
        first = index
        while index < len(self.words):
            word = self.words[index]
            bare = word.before.strip()
            if bare not in ("", ",", "/") or index in self.lists_before:
                break
            if word.text not in self.register.countries and not (
                (bare == separator.strip() or (index == first and not bare))
                and _CODE.fullmatch(word.text)
                and self.lexicon.match(self.words, index) is None
                and not self._is_category(index)
            ):
                break
            self.tally.separator(word, separator if index > first else " ", "list-separator")
            self._keep_code(field, word)
            index += 1
        return index

    def _keep_code(self, field: str, word: Word) -> None:
        countries = self.register.countries
        if word.text not in countries and word.text != _CONCEALED:
            scanned = word.text.translate(_SCANNED)
            right = scanned if scanned in countries else countries.slips.get(word.text)
            leads = field == "rel_to" and not self.tally.tokens[field]
            # Only a release list names this country, once, before all others.
            if leads != (right == countries.first):
                right = None
            message = "code is not in the register"
            self.tally.report("unknown-code", word.start, word.end, message, right)
        self.tally.add(field, word.text, word.start, word.end)

    def _system(self, control: Control, index: int) -> int:
        """Compartments and sub-compartments of a control system, as many as follow."""
        first = index
        token, index = self._subs(control.name, control.sub, index)
        while index < len(self.words) and (part := self._part(control, index)) is not None:
            self.tally.separator(self.words[index], "-", "compartment-separator")
            name = part.name or self.words[index].text
            written = self.words[index].text
            if written in part.spellings:
                self._report("spelling", index, index + 1, f"unusual spelling of {name}", name)
            token, index = self._subs(f"{token}-{name}", part.sub, index + 1)
        if index < len(self.words) and self.words[index].before == "-":
            index = self._unknown_compartment(control, index)
        self._add(control.category, token, first - 1, index)
        while control.category == "sap" and self._continues(index):
            index = self._next_program(control, index)
        return index

    def _part(self, control: Control, index: int) -> Part | None:
        """The compartment a word names; only known names may follow another sign than a hyphen."""
        word = self.words[index]
        bare = word.before.strip()
        if bare not in ("-", ""):
            return None
        for part in control.parts:
            if part.name is not None and word.text in (part.name, part.portion, *part.spellings):
                return part
        if bare != "-" or self.lexicon.match(self.words, index) is not None:
            return None
        if self.lexicon.hides_control(word.text):
            return None
        patterns = (p for p in control.parts if p.pattern and re.fullmatch(p.pattern, word.text))
        return next(patterns, None)

    def _subs(self, token: str, pattern: str | None, index: int) -> tuple[str, int]:
        """``token`` with the sub-compartments that follow, and the index after them."""
        while (
            pattern is not None
            and index < len(self.words)
            and self.words[index].before == " "
            and re.fullmatch(pattern, self.words[index].text)
            and self.lexicon.match(self.words, index) is None
        ):
            token, index = f"{token} {self.words[index].text}", index + 1
        return token, index

    def _unknown_compartment(self, control: Control, index: int) -> int:
        known = self.lexicon.match(self.words, index)
        another = known is not None and known.control is not None and known.control.parts
        if another and any(part.name for part in control.parts):
            return index  # SI-TK: another system, wrongly separated
        self._report("unknown-token", index, index + 1, "unknown compartment")
        return index + 1

    def _continues(self, index: int) -> bool:
        """Whether another special access program follows without its prefix."""
        return (
            index < len(self.words)
            and self.words[index].before.strip() == "/"
            and self.lexicon.match(self.words, index) is None
            and not self._is_category(index)
        )

    def _next_program(self, control: Control, index: int) -> int:
        word = self.words[index]
        part = next(p for p in control.parts if p.pattern)
        hidden = self.lexicon.hides_control(word.text)
        if hidden or not re.fullmatch(part.pattern or "", word.text):
            return self._unlisted(index)
        self.tally.enter(control.category, word, word.end, self.lexicon.ranks[control.name])
        token, after = self._subs(f"{control.name}-{word.text}", part.sub, index + 1)
        while after < len(self.words) and self._part(control, after) is not None:
            token, after = self._subs(f"{token}-{self.words[after].text}", part.sub, after + 1)
        self._add(control.category, token, index, after)
        return after

    def _is_category(self, index: int) -> bool:
        """Whether a CUI category stands here: behind the word CUI, or anywhere with SP-."""
        word = self.words[index]
        if word.text == "SP" and self.lexicon.cui_categories:
            return index + 1 < len(self.words) and self.words[index + 1].before.strip() == "-"
        if self.behind_cui is None or word.text not in self.lexicon.cui_categories:
            return False
        return self.behind_cui == "word" or word.before.strip() != self.style.category

    def _category(self, index: int) -> int:
        end = index + 2 if self.words[index].text == "SP" else index + 1
        name = self.words[end - 1].text
        word = self.words[index]
        before = self.style.entry if self.behind_cui == "list" else self.style.category
        self.tally.enter("cui", word, self.words[end - 1].end, 0, before)
        self.behind_cui = "list"
        if name not in self.lexicon.cui_categories:
            self._report("unknown-category", index, end, "category is not in the register")
        self._add("cui", f"SP-{name}" if end - index == 2 else name, index, end)
        return end

    def _unlisted(self, index: int) -> int:
        """A word no list of the register holds."""
        word = self.words[index]
        if _DATE.fullmatch(word.text):
            self._report("declassification", index, index + 1, "a date in a marking")
            return index + 1
        self._report("unknown-token", index, index + 1, "word is not in the register")
        return index + 1

    def _lists_before(self) -> dict[int, tuple[int, Control]]:
        """Where a list starts whose name stands behind it: first code -> name and control."""
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

    def _add(self, field: str, token: str, index: int, end: int) -> None:
        self.tally.add(field, token, self.words[index].start, self.words[end - 1].end)

    def _report(
        self, kind: str, index: int, end: int, message: str, fix: str | None = None
    ) -> None:
        self.tally.report(kind, self.words[index].start, self.words[end - 1].end, message, fix)
