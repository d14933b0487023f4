"""Reading the level inside a marking, as words or a letter."""

from __future__ import annotations

from redact.markings.level import level_names, level_pattern
from redact.markings.lexicon import Spelling
from redact.markings.walk import Walk


def level_at(walk: Walk, index: int) -> tuple[str, int, Spelling | None] | None:
    """Level at a word, the index after it, and its spelling unless that is the long one."""
    if index >= len(walk.words):
        return None
    match = level_pattern(walk.register).match(walk.text, walk.words[index].start)
    if match is not None and match.lastgroup is not None:
        after = index
        while after < len(walk.words) and walk.words[after].end <= match.end():
            after += 1
        return level_names(walk.register)[int(match.lastgroup[1:])], after, None
    spelling = walk.lexicon.match(walk.words, index)
    if spelling is not None and spelling.kind == "level":
        return spelling.name, index + len(spelling.words), spelling
    return None


def read_level(walk: Walk, index: int, before: str | None = None) -> int | None:
    """Read the level at a word; the index after it, ``None`` if there is none."""
    found = level_at(walk, index)
    if found is None:
        return None
    name, after, spelling = found
    words = walk.words[index:after]
    if walk.tally.level is not None:
        before = words[0].before  # two levels are one fault, whatever separates them
    level = walk.register.level(name)
    if level is None:
        return _label(walk, name, index, after)
    walk.tally.enter("level", words[0], words[-1].end, 0, before)
    walk.tally.add_level(level.name, words[0].start, words[-1].end)
    portion = level.portion[0] if level.portion else level.word
    if spelling is not None:
        walk.tally.written(spelling, words, level.word, portion)
    elif walk.text[words[0].start : words[-1].end] not in (level.word, *level.telegram):
        if not walk.style.spaced:
            start, end = words[0].start, words[-1].end
            written = walk.text[start:end]
            fault = "blanks" if " " in written else "no blank"
            fault = f"{'a hyphen' if '-' in written else fault} inside a level"
            walk.tally.report("spaced", start, end, fault, level.word)
    elif walk.tally.form == "portion" and level.portion and level.word not in level.portion:
        start, end = words[0].start, words[-1].end
        walk.tally.report("spelled-out", start, end, f"{level.name} is spelled out", portion)
    return after


def _label(walk: Walk, name: str, index: int, after: int) -> int:
    """Store the tokens of a label used in place of a level."""
    label = walk.register.label(name)
    for token in label.tokens if label else ():
        control = walk.lexicon.controls[token]
        rank = walk.lexicon.ranks[token]
        walk.tally.enter(control.category, walk.words[index], walk.words[after - 1].end, rank)
        walk.add(control.category, token, index, after)
    return after
