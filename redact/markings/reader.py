"""Reading a whole marking: its head, then one entry after another."""

from __future__ import annotations

from dataclasses import replace

from redact.markings.countries import read_list, read_list_before, starts_list
from redact.markings.head import read_head
from redact.markings.level_words import read_level
from redact.markings.lexicon import Spelling
from redact.markings.register import Register
from redact.markings.systems import read_system
from redact.markings.tally import Tally
from redact.markings.walk import Walk


def read_words(text: str, start: int, register: Register, form: str) -> Tally:
    """The meaning of ``text`` (folded, in upper case) from ``start`` on."""
    walk = Walk(text, start, register, form)
    index = read_head(walk)
    while index < len(walk.words):
        index = read_entry(walk, index)
    walk.tally.rest(walk.text, walk.words[-1].end if walk.words else walk.start, bool(walk.words))
    if walk.tally.level is None and walk.tally.first in walk.lexicon.label_tokens:
        walk.tally.level = "UNCLASSIFIED"  # a label alone is a mark without a classified level
    if walk.tally.is_readable and walk.tally.level is None and not walk.tally.tokens["cui"]:
        kind = "missing-level" if walk.words else "empty"
        walk.tally.report(kind, walk.start, len(walk.text), "the marking states no level")
    return walk.tally


def read_entry(walk: Walk, index: int) -> int:
    """Read the entry at a word; the index of the first word after it."""
    if index in walk.lists_before:  # GEO is both a country and a CUI category
        walk.after_cui = None
        return read_list_before(walk, index)
    if walk.is_category(index):
        return read_category(walk, index)
    walk.after_cui = None
    spelling = _spelling_at(walk, index)
    if spelling is None:
        if walk.tally.tokens["cui"] and walk.words[index].text in walk.lexicon.cui_categories:
            return read_category(walk, index)  # CUI//NOFORN//PRVCY
        return read_level(walk, index) or walk.unlisted(index)
    end = index + len(spelling.words)
    match spelling.kind:
        case "level":
            return read_level(walk, index) or end
        case "cui":
            walk.tally.enter("cui", walk.words[index], walk.words[end - 1].end, -1)
            if spelling.form == "title":
                walk.report(
                    "spelling", index, end, f"{spelling.name} is spelled out", spelling.name
                )
            walk.add("cui", spelling.name, index, end)
            walk.after_cui = "word"
            return end
        case "misnomer":
            walk.report("unknown-token", index, end, "word is no marking", spelling.name)
            return end
        case "declassification":
            walk.report("declassification", index, end, f"{spelling.name} in a marking")
            return end
        case "remark":
            return end
    walk.keep(spelling, index, end)
    control = spelling.control
    if control is not None and control.category == "nato":
        walk.report("second-system", index, end, f"{control.name} beside another level")
    if control is None or control.form == "word":
        return end
    return (
        read_system(walk, control, end)
        if control.form == "system"
        else read_list(walk, control, end)
    )


def _spelling_at(walk: Walk, index: int) -> Spelling | None:
    """The spelling that starts at a word, in the light of its context.

    NC is NOCONTRACT after NF, and REL followed by countries is REL TO.
    """
    behind = walk.lexicon.behind_level.get(walk.words[index].text)
    if behind is not None and behind.control is not None:
        control = behind.control
        if walk.tally.category == control.category and walk.tally.level in control.levels:
            return behind
    spelling = walk.lexicon.match(walk.words, index)
    if spelling is not None and spelling.control is not None and spelling.name == "REL":
        with_list = walk.lexicon.controls["REL TO"]
        after = index + len(spelling.words)
        following = walk.words[after + 1].text if after + 1 < len(walk.words) else None
        # In "REL TTO USA" the first word is not a country but a misspelt TO.
        if following != walk.register.countries.first and starts_list(walk, after):
            return replace(spelling, name=with_list.name, control=with_list, form="other")
    return spelling


def read_category(walk: Walk, index: int) -> int:
    """Read a category of CUI, with or without SP-."""
    end = index + 2 if walk.words[index].text == "SP" else index + 1
    written = walk.words[end - 1].text
    word = walk.words[index]
    before = walk.style.entry if walk.after_cui == "list" else walk.style.category
    walk.tally.enter("cui", word, walk.words[end - 1].end, 0, before)
    walk.after_cui = "list"
    name = walk.lexicon.cui_categories.get(written, written)
    if written not in walk.lexicon.cui_categories:
        walk.report("unknown-category", end - 1, end, "category is not in the register")
    elif name != written:
        walk.report("spelling", end - 1, end, f"unusual spelling of {name}", name)
    walk.add("cui", f"SP-{name}" if end - index == 2 else name, index, end)
    return end
