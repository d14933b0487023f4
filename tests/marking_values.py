"""Hypothesis strategies: every marking a register can express, valid or not."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from redact.markings.control import Control, Part
from redact.markings.marking import Marking
from redact.markings.register import Register, load_register

_NAMES = (
    *("7", "14", "20", "Q", "BP", "9Z", "XQZ", "A1B", "777", "JUNO", "K9K9", "PLUMB", "PICNIC"),
)
"""Names for compartments that the register leaves open."""


def _words(register: Register) -> frozenset[str]:
    """First words of the register's spellings, which no free name may take."""
    from redact.markings.lexicon import lexicon_of

    lexicon = lexicon_of(register)
    return frozenset(lexicon.spellings) | {*lexicon.cui_categories, "SP", "JOINT"}


def tokens(register: Register, control: Control) -> st.SearchStrategy[str]:
    """Texts of one control: its name, or its name with compartments."""
    if control.form != "system":
        return st.just(control.name)
    taken = _words(register)

    def name(pattern: str) -> st.SearchStrategy[str]:
        return st.sampled_from([n for n in _NAMES if re.fullmatch(pattern, n) and n not in taken])

    def subs(pattern: str | None) -> st.SearchStrategy[str]:
        if pattern is None:
            return st.just("")
        return st.lists(name(pattern), max_size=2).map(lambda s: "".join(f" {x}" for x in s))

    def part(p: Part) -> st.SearchStrategy[str]:
        first = st.just(p.name) if p.name else name(p.pattern or "")
        return st.tuples(first, subs(p.sub)).map(lambda pair: f"-{pair[0]}{pair[1]}")

    known = [part(p) for p in control.parts]
    parts = st.lists(st.one_of(known), max_size=3) if known else st.just([])
    return st.tuples(subs(control.sub), parts).map(
        lambda pair: control.name + pair[0] + "".join(pair[1])
    )


def markings(name: str = "us", *, with_level: bool = False) -> st.SearchStrategy[Marking]:
    """Markings of a register: any tokens in any order, repeated or not, in each category."""
    register = load_register(name)
    system = register.system

    def some(field: str) -> st.SearchStrategy[tuple[str, ...]]:
        found = [
            tokens(register, c)
            for c in register.controls
            if c.category == field and c.form in ("word", "system")
        ]
        if not found or field not in register.categories:
            return st.just(())
        return st.lists(st.one_of(found), max_size=3).map(tuple)

    codes = st.sampled_from(
        sorted(register.countries.codes | set(register.countries.groups)) or ["USA"]
    )
    lists = {c.list_field for c in register.controls if c.list_field}

    def countries(field: str) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(codes, max_size=4).map(tuple) if field in lists else st.just(())

    nato = [c.name for c in register.controls if c.category == "nato"]
    categories = [c.name for c in register.cui_categories]
    category = st.sampled_from(categories or ["X"])
    cui = st.lists(st.one_of(category, category.map("SP-{}".format)), max_size=3).flatmap(
        lambda c: st.sampled_from(register.cui_words or ("",)).map(lambda w: (w, *c))
    )
    levels = [level.name for level in register.levels if level.portion]
    # A system that writes FGI tells owned markings by the sign before them; in one that does not,
    # a country named is the owner.
    has_fgi = "fgi" in register.categories
    owners = (
        st.one_of(
            countries("fgi"), st.lists(st.one_of(codes, st.just("FGI")), max_size=5).map(tuple)
        )
        if has_fgi
        else st.lists(codes, max_size=0 if register.style.foreign else 1).map(tuple)
    )
    return st.builds(
        lambda owners, foreign, **fields: Marking(
            system=system, fgi=owners, non_us=foreign if has_fgi else bool(owners), **fields
        ),
        owners=owners,
        foreign=st.booleans(),
        level=st.sampled_from(
            levels if with_level or not register.style.foreign else [*levels, None]
        ),
        nato=st.sampled_from([None, None, *nato]),
        joint=st.lists(codes, max_size=3).map(tuple) if register.style.joint else st.just(()),
        sci=some("sci"),
        sap=some("sap"),
        aea=some("aea"),
        dissem=some("dissem"),
        non_ic=some("non_ic"),
        rel_to=countries("rel_to"),
        display_only=countries("display_only"),
        eyes_only=countries("eyes_only"),
        cui=st.one_of(st.just(()), cui) if register.cui_words else st.just(()),
    )
