"""What a banner line shows of the sum of all portions.

Requirements: register and manual of the intelligence community (2016), section D.2 and the page of
each marking.
"""

from __future__ import annotations

from redact.markings.arrange import arrange
from redact.markings.compartments import join_systems
from redact.markings.foreign_release import release_list
from redact.markings.marking import Marking, level_rank
from redact.markings.portion_sum import Sum
from redact.markings.register import Register

_STRONGER = {
    "EXDIS": "NODIS",
    "ORCON-USGOV": "ORCON",
    "FEDCON": "FED ONLY",
    "SBU": "SBU NOFORN",
    "LES": "LES NOFORN",
}
"""Controls omitted beside a stronger one."""

_REPLACES_FOUO = frozenset(
    {"SBU", "SBU NOFORN", "LIMDIS", "PROPIN", "EXDIS", "NODIS", "LES", "LES NOFORN"}
)


def required_banner(total: Sum, register: Register, cui_in_classified: bool) -> Marking:
    """The part of a sum that a banner line shows."""
    owner = next(iter(total.owners)) if len(total.owners) == 1 else ()
    level = total.level
    if not owner and level == "RESTRICTED" and register.level("CONFIDENTIAL") is not None:
        # foreign RESTRICTED where the document's own system has no such level
        level = "CONFIDENTIAL"
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
    display = total.release.display - released if not noforn else frozenset()
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
            display_only=release_list(display, groups, register),
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
    """RD supersedes FRD and both supersede TFNI; weapon data of FRD then becomes that of RD."""
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
    """The CUI word first; of the two words, CUI is the usual one."""
    words = [word for word in register.cui_words if word in tokens]
    return (*words[:1], *(tokens - set(register.cui_words)))
