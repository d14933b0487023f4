"""Roll-up: the banner line that a document's portions require, and why.

Joining two markings gives the least marking that protects both, so the outcome does not depend on
the order of the portions, nor on whether some were joined before. Requirements: register and manual
of the intelligence community (2016), section D.2 and the pages of each marking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from redact.markings.arrange import arrange
from redact.markings.compartments import join_systems
from redact.markings.foreign_release import Release, release_list, release_of
from redact.markings.marking import Marking, level_rank, nato_level
from redact.markings.register import Register

_STRONGER = {
    "EXDIS": "NODIS",
    "ORCON-USGOV": "ORCON",
    "FEDCON": "FED ONLY",
    "SBU": "SBU NOFORN",
    "LES": "LES NOFORN",
}
"""A control that is left out beside one that says more."""

_REPLACES_FOUO = frozenset(
    {"SBU", "SBU NOFORN", "LIMDIS", "PROPIN", "EXDIS", "NODIS", "LES", "LES NOFORN"}
)
_RELEASE_WORDS = frozenset({"NOFORN", "RELIDO", "REL", "EYES", "DISPLAY ONLY", "EYES ONLY"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a token stands in the banner line: ``portions`` are positions counted from 0."""

    token: str
    portions: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class RollUp:
    """The banner line that portions require."""

    marking: Marking
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    """Everything that portions bring, before it is decided what of it shows."""

    level: str | None
    owners: frozenset[tuple[str, ...]]
    tokens: frozenset[tuple[str, str]]
    release: Release


def roll_up(
    portions: Sequence[Marking | None],
    register: Register,
    *,
    banner: Marking | None = None,
    cui_in_classified: bool = True,
) -> RollUp:
    """The banner line the portions require.

    A portion that cannot be read (``None``) brings no token, but counts as classified text without
    release marking. ``banner`` is the line as it stands; it only lends its list to portions that
    say REL alone. ``cui_in_classified``: whether CUI shows in a classified banner line (the
    National Archives say so, the Department of Defense does not).
    """
    resolved = [_with_list(marking, banner) for marking in portions]
    sums = [_sum(marking, register) for marking in resolved]
    total = _Sum(None, frozenset(), frozenset(), Release())
    for one in sums:
        total = _join(total, one)
    marking = _shown(total, register, cui_in_classified)
    return RollUp(marking, tuple(_reasons(marking, sums, register)))


def _with_list(marking: Marking | None, banner: Marking | None) -> Marking | None:
    """A portion that says REL alone, with the list of the banner line put in."""
    if marking is None or banner is None or not {"REL", "EYES"} & {*marking.dissem}:
        return marking
    kept = tuple(token for token in marking.dissem if token not in ("REL", "EYES"))
    lists = (*banner.rel_to, *banner.eyes_only)
    return replace(marking, dissem=kept, rel_to=lists) if lists else marking


def _sum(marking: Marking | None, register: Register) -> _Sum:
    if marking is None or marking == Marking():
        silence = release_of(marking, register)
        return _Sum(None, frozenset(), frozenset(), silence)
    tokens = {
        (field, token)
        for field in ("sci", "sap", "aea", "dissem", "non_ic", "cui")
        for token in getattr(marking, field)
        if token not in _RELEASE_WORDS
    }
    owner: tuple[str, ...] = ()
    if marking.joint:
        owner = ("JOINT", *sorted(set(marking.joint)))
    elif marking.non_us and marking.nato:
        owner = ("NATO", marking.nato)
    elif marking.non_us:
        owner = ("FGI", *sorted(set(marking.fgi)))
    if owner[:1] != ("FGI",):
        tokens |= {("fgi", code) for code in marking.fgi}
    if marking.nato and owner[:1] != ("NATO",):
        tokens.add(("fgi", "NATO"))
    # NATO's words state a level of their own; of two the higher counts.
    level = max(marking.level, nato_level(marking.nato), key=level_rank)
    return _Sum(level, frozenset({owner}), frozenset(tokens), release_of(marking, register))


def _join(left: _Sum, right: _Sum) -> _Sum:
    return _Sum(
        max(left.level, right.level, key=level_rank),
        left.owners | right.owners,
        left.tokens | right.tokens,
        left.release.with_(right.release),
    )


def _shown(total: _Sum, register: Register, cui_in_classified: bool) -> Marking:
    """What of a sum a banner line shows."""
    owner = next(iter(total.owners)) if len(total.owners) == 1 else ()
    level = total.level
    if not owner and level == "RESTRICTED" and register.level("CONFIDENTIAL") is not None:
        level = (
            "CONFIDENTIAL"  # foreign RESTRICTED in a document of a system that has no such level
        )
    classified = level_rank(level) > 0
    fields = {
        field: {token for kept, token in total.tokens if kept == field}
        for field in ("sci", "sap", "aea", "fgi", "dissem", "non_ic", "cui")
    }
    if classified:
        for field in ("aea", "dissem", "non_ic"):
            fields[field] = {t for t in fields[field] if _rolls_up(t, register)}
        fields["non_ic"] = {"LES" if t == "LES NOFORN" else t for t in fields["non_ic"]}
    if classified and not cui_in_classified:
        fields["cui"] = set()
    noforn = total.release.forbids
    if noforn and not classified:
        fields["non_ic"] = {
            {"SBU": "SBU NOFORN", "LES": "LES NOFORN"}.get(t, t) for t in fields["non_ic"]
        }
    stated = fields["non_ic"] & {"SBU NOFORN", "LES NOFORN"}
    dissem = _without_weaker(fields["dissem"] | fields["non_ic"])
    if noforn and not stated:
        dissem |= {"NOFORN"}
    if not noforn and total.release.official:
        dissem |= {"RELIDO"}
    first = register.countries.first or ""
    groups = total.release.groups
    released = total.release.release if not noforn else frozenset()
    shown = total.release.display - released if not noforn else frozenset()
    return arrange(
        Marking(
            level=None if fields["cui"] and not classified else level,
            sci=join_systems(fields["sci"]),
            sap=join_systems(fields["sap"], programs=True),
            aea=_atomic(fields["aea"]),
            fgi=_foreign(total.owners, owner, fields["fgi"]),
            nato=owner[1] if owner[:1] == ("NATO",) else None,
            joint=owner[1:] if owner[:1] == ("JOINT",) else (),
            dissem=tuple(dissem & (fields["dissem"] | {"NOFORN", "RELIDO"})),
            non_ic=tuple(dissem & fields["non_ic"]),
            rel_to=(first, *release_list(released, groups, register)) if released else (),
            display_only=release_list(shown, groups, register),
            cui=_controlled(fields["cui"], register),
            non_us=bool(owner),
            system=register.system,
        )
    )


def _rolls_up(token: str, register: Register) -> bool:
    control = register.control(token)
    return control is None or control.rolls_up


def _without_weaker(tokens: set[str]) -> set[str]:
    kept = {token for token in tokens if _STRONGER.get(token) not in tokens}
    return kept - {"FOUO"} if kept & _REPLACES_FOUO else kept


def _atomic(tokens: set[str]) -> tuple[str, ...]:
    """RD goes before FRD and both before TFNI; weapon data of FRD is then weapon data of RD."""
    systems = {token.split("-")[0].split(" ")[0] for token in tokens}
    if "RD" in systems:
        tokens = {"RD" + t[3:] if t.startswith("FRD") else t for t in tokens} - {"TFNI"}
    elif "FRD" in systems:
        tokens = tokens - {"TFNI"}
    plain = {t for t in tokens if not t.startswith(("RD", "FRD", "SIGMA"))}
    return (*join_systems(tokens - plain), *plain)


def _foreign(
    owners: frozenset[tuple[str, ...]], owner: tuple[str, ...], tokens: set[str]
) -> tuple[str, ...]:
    """Countries of the FGI marking; one concealed source conceals them all."""
    codes = set(tokens)
    if owner[:1] == ("FGI",):
        return owner[1:]
    if not owner:
        for one in owners:
            codes |= {"NATO"} if one[:1] == ("NATO",) else {*one[1:]} - {"USA"}
    return ("FGI",) if "FGI" in codes else tuple(codes)


def _controlled(tokens: set[str], register: Register) -> tuple[str, ...]:
    """The CUI word first; CUI is the usual one of the two."""
    words = [word for word in register.cui_words if word in tokens]
    return (*words[:1], *(tokens - set(register.cui_words)))


def _reasons(marking: Marking, sums: list[_Sum], register: Register) -> Iterable[Reason]:
    """For each token of the banner line, the portions that bring it."""
    if marking.level:
        top = max((s.level for s in sums), key=level_rank, default=None)
        yield Reason(marking.level, _where(s.level == top for s in sums), "highest portion")
    for field in ("sci", "sap", "aea", "non_ic", "dissem", "cui"):
        for token in getattr(marking, field):
            name = token.split("-")[0] if field in ("sci", "aea") else token
            bringing = _where(
                any(kept == field and t.startswith(name) for kept, t in s.tokens) for s in sums
            )
            if token not in _RELEASE_WORDS:
                yield Reason(token, bringing, "in a portion")
    if marking.fgi and not marking.non_us:
        foreign = _where(any(owner for owner in s.owners) or _has_fgi(s) for s in sums)
        yield Reason("FGI", foreign, "foreign government information in a portion")
    yield from _release_reasons(marking, sums)


def _has_fgi(one: _Sum) -> bool:
    return any(field == "fgi" for field, _ in one.tokens)


def _release_reasons(marking: Marking, sums: list[_Sum]) -> Iterable[Reason]:
    says = [s.release.says for s in sums]
    silent = [s.release.silent for s in sums]
    if "NOFORN" in marking.dissem or {"SBU NOFORN", "LES NOFORN"} & {*marking.non_ic}:
        own = _where(s.release.forbids for s in sums)
        if own:
            yield Reason("NOFORN", own, "not releasable to foreign nationals")
        elif any(silent):
            yield Reason("NOFORN", _where(silent), "classified portion without release marking")
        else:
            yield Reason("NOFORN", _where(says), "release markings have no country in common")
    if marking.rel_to:
        yield Reason("REL TO", _where(says), "releasable to these countries in every portion")
    if marking.display_only:
        yield Reason("DISPLAY ONLY", _where(says), "may be shown to these in every portion")
    if "RELIDO" in marking.dissem:
        yield Reason("RELIDO", _where(says), "in every classified portion")


def _where(facts: Iterable[bool]) -> tuple[int, ...]:
    return tuple(index for index, fact in enumerate(facts) if fact)
