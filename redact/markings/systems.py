"""Reading control systems with compartments: SI-G ABCD, SAR-BP-J12/CD, RD-SIGMA 14."""

from __future__ import annotations

import re

from redact.markings.control import Control, Part
from redact.markings.walk import Walk


def read_system(walk: Walk, control: Control, index: int) -> int:
    """Read the compartments and sub-compartments that follow a control system."""
    first = index
    if control.category == "sap" and walk.tally.tokens["sap"]:
        message = f"{control.name}- is written once, before the first program"
        walk.report("prefix-repeated", first - 1, first, message)
    token, index = _subs(walk, control.name, control.sub, index)
    program = control.category == "sap" and token == control.name
    while index < len(walk.words) and (part := _part(walk, control, index, program)) is not None:
        program = False
        walk.tally.separator(walk.words[index], "-", "compartment-separator")
        name = part.name or walk.words[index].text
        written = walk.words[index].text
        if written in part.spellings:
            walk.report("spelling", index, index + 1, f"unusual spelling of {name}", name)
        token, index = _subs(walk, f"{token}-{name}", part.sub, index + 1)
    if index < len(walk.words) and walk.words[index].before == "-":
        index = _unknown_compartment(walk, control, index)
    walk.add(control.category, token, first - 1, index)
    while control.category == "sap" and _continues(walk, index):
        index = _next_program(walk, control, index)
    return index


def _part(walk: Walk, control: Control, index: int, program: bool = False) -> Part | None:
    """The compartment a word names; without a hyphen before it only a known one, or a ``program``
    directly after its prefix.
    """
    word = walk.words[index]
    bare = word.before.strip()
    if bare not in ("-", ""):
        return None
    for part in control.parts:
        if part.name is not None and word.text in (part.name, part.portion, *part.spellings):
            return part
    if (bare != "-" and not program) or walk.lexicon.match(walk.words, index) is not None:
        return None
    if walk.lexicon.hides_control(word.text):
        return None
    patterns = (p for p in control.parts if p.pattern and re.fullmatch(p.pattern, word.text))
    return next(patterns, None)


def _subs(walk: Walk, token: str, pattern: str | None, index: int) -> tuple[str, int]:
    """``token`` with the sub-compartments that follow, and the index after them."""
    while (
        pattern is not None
        and index < len(walk.words)
        and walk.words[index].before == " "
        and re.fullmatch(pattern, walk.words[index].text)
        and walk.lexicon.match(walk.words, index) is None
    ):
        token, index = f"{token} {walk.words[index].text}", index + 1
    return token, index


def _unknown_compartment(walk: Walk, control: Control, index: int) -> int:
    known = walk.lexicon.match(walk.words, index)
    another = known.control if known is not None else None
    if another is not None and (
        (another.parts and any(part.name for part in control.parts))
        or (control.category == "sci" and another.category == "dissem")
    ):
        return index  # SI-TK, SI-NF: another system or control, wrongly separated
    walk.report("unknown-token", index, index + 1, "unknown compartment")
    return index + 1


def _continues(walk: Walk, index: int) -> bool:
    """Whether another special access program follows without its prefix."""
    return (
        index < len(walk.words)
        and walk.words[index].before.strip() == "/"
        and walk.lexicon.match(walk.words, index) is None
        and not walk.is_category(index)
    )


def _next_program(walk: Walk, control: Control, index: int) -> int:
    word = walk.words[index]
    part = next(p for p in control.parts if p.pattern)
    hidden = walk.lexicon.hides_control(word.text)
    if hidden or not re.fullmatch(part.pattern or "", word.text):
        return walk.unlisted(index)
    walk.tally.enter(control.category, word, word.end, walk.lexicon.ranks[control.name])
    token, after = _subs(walk, f"{control.name}-{word.text}", part.sub, index + 1)
    while after < len(walk.words) and _part(walk, control, after) is not None:
        token, after = _subs(walk, f"{token}-{walk.words[after].text}", part.sub, after + 1)
    walk.add(control.category, token, index, after)
    return after
