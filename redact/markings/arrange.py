"""Canonical order: every category in the order of its register, without repetition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from redact.markings.lexicon import lexicon_of
from redact.markings.marking import Marking, nato_level
from redact.markings.register import Register, load_register


def arrange(marking: Marking) -> Marking:
    """``marking`` in canonical order, without repetition. Arranging twice changes nothing."""
    register = load_register(marking.system)
    lexicon = lexicon_of(register)

    def controls(tokens: tuple[str, ...]) -> tuple[str, ...]:
        # Compartments of one system keep digits before letters, which is ASCII order.
        ranks = {token: lexicon.ranks.get(_system(token, lexicon.ranks), -1) for token in tokens}
        return tuple(sorted(dict.fromkeys(tokens), key=lambda token: (ranks[token], token)))

    return replace(
        marking,
        sci=controls(marking.sci),
        sap=controls(marking.sap),
        aea=controls(marking.aea),
        dissem=controls(marking.dissem),
        non_ic=controls(marking.non_ic),
        fgi=codes(marking.fgi, register),
        joint=tuple(sorted(dict.fromkeys(marking.joint))),
        rel_to=codes(marking.rel_to, register, first=register.countries.first),
        eyes_only=codes(marking.eyes_only, register, first=register.countries.first),
        display_only=codes(marking.display_only, register),
        cui=_categories(marking.cui, register),
    )


def modernise(marking: Marking) -> Marking:
    """``marking`` with obsolete controls replaced by their successors."""
    register = load_register(marking.system)

    def renewed(tokens: tuple[str, ...]) -> tuple[str, ...]:
        # EYES ONLY without countries gives no list to replace it with
        return tuple(t if t == "EYES ONLY" else modern(t, register) for t in tokens)

    eyes = register.control("EYES ONLY")
    if eyes is not None and eyes.successor == "REL TO" and marking.eyes_only:
        listed = (*marking.rel_to, *marking.eyes_only)
        marking = replace(marking, rel_to=listed, eyes_only=())
    return replace(
        marking,
        sci=renewed(marking.sci),
        dissem=tuple("REL" if t == "REL TO" else t for t in renewed(marking.dissem)),
        non_ic=renewed(marking.non_ic),
    )


def in_words_of_nato(marking: Marking) -> Marking:
    """A marking owned by NATO in NATO's own words: COSMIC TOP SECRET for NATO TOP SECRET."""
    if marking.nato or not marking.non_us or marking.fgi != ("NATO",):
        return marking
    register = load_register(marking.system)
    words = (control.name for control in register.controls if control.category == "nato")
    name = next((word for word in words if nato_level(word) == marking.level), None)
    return replace(marking, nato=name, fgi=()) if name else marking


def modern(token: str, register: Register) -> str:
    """A token under the name of its successor, with its compartments: KDK-BLFH becomes TK-BLFH."""
    name = token if register.control(token) else token.split("-")[0].split(" ")[0]
    control = register.control(name)
    successor = control.successor if control else None
    return successor + token[len(name) :] if successor else token


def with_codes(marking: Marking, right: Mapping[str, str]) -> Marking:
    """``marking`` with wrong country codes replaced by the right ones."""

    def exchanged(written: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(right.get(code, code) for code in written)

    return replace(
        marking,
        fgi=exchanged(marking.fgi),
        joint=exchanged(marking.joint),
        rel_to=exchanged(marking.rel_to),
        display_only=exchanged(marking.display_only),
        eyes_only=exchanged(marking.eyes_only),
    )


def codes(
    written: tuple[str, ...], register: Register, first: str | None = None
) -> tuple[str, ...]:
    """Country codes in order: ``first``, then countries A to Z, then groups A to Z."""
    groups = register.countries.groups
    return tuple(
        sorted(dict.fromkeys(written), key=lambda code: (code != first, code in groups, code))
    )


def _system(token: str, ranks: dict[str, int]) -> str:
    """The control a token belongs to: ``SI`` for ``SI-G ABCD``, the word itself otherwise."""
    return token if token in ranks else token.split("-")[0].split(" ")[0]


def _categories(cui: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """The CUI word, then specified categories A to Z, then basic ones."""
    words = [word for word in cui if word in register.cui_words]
    rest = {word for word in cui if word not in register.cui_words}
    return (*words[:1], *sorted(rest, key=lambda name: (not name.startswith("SP-"), name)))
