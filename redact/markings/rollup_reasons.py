"""Why each token is in the banner line that portions require."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redact.markings.marking import Marking, level_rank
from redact.markings.portion_sum import RELEASE_WORDS, Sum
from redact.values import dataclass

_WHY = {
    "SBU NOFORN": "sensitive, and not releasable to foreign nationals",
    "LES NOFORN": "law enforcement, and not releasable to foreign nationals",
}
"""Why a token with its own wording is there; others are in a portion."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a token is in the banner line: ``portions`` are positions counted from 0."""

    token: str
    portions: tuple[int, ...]
    why: str


def reasons_of(marking: Marking, sums: Sequence[Sum]) -> Iterable[Reason]:
    """For each token of the banner line, the portions that contribute it."""
    yield from _level_reason(marking, sums)
    yield from _owner_reasons(marking, sums)
    for field in ("sci", "sap", "aea", "non_ic", "dissem", "cui"):
        for token in getattr(marking, field):
            if token not in RELEASE_WORDS:
                contributing = _where(_contributes(one, field, token) for one in sums)
                yield Reason(token, contributing, _WHY.get(token, "in a portion"))
    yield from _release_reasons(marking, sums)


def _level_reason(marking: Marking, sums: Sequence[Sum]) -> Iterable[Reason]:
    if marking.level is None:
        return
    top = max((one.level for one in sums), key=level_rank, default=None)
    lifted = level_rank(top) < level_rank(marking.level)
    why = f"least level here for foreign {top}" if lifted else "highest portion"
    yield Reason(marking.level, _where(one.level == top for one in sums), why)


def _owner_reasons(marking: Marking, sums: Sequence[Sum]) -> Iterable[Reason]:
    """Who owns the whole marking, or whose information a marking of this system holds."""
    if marking.non_us:
        word = "JOINT" if marking.joint else marking.nato or "FGI"
        yield Reason(word, tuple(range(len(sums))), "owned alike in every portion")
    if marking.fgi and (marking.joint or marking.nato or not marking.non_us):
        foreign = [any(one.owners - {()}) or _has_fgi(one) for one in sums]
        why = "foreign government information in a portion"
        if marking.fgi == ("FGI",):
            why = "foreign government information; a concealed source conceals all"
        yield Reason("FGI", _where(foreign), why)


def _has_fgi(one: Sum) -> bool:
    return any(field == "fgi" for field, _ in one.tokens)


def _contributes(one: Sum, field: str, token: str) -> bool:
    """Whether a portion contributes a token, or a part or weaker form of it."""
    name = token.split("-")[0].split(" ")[0] if field in ("sci", "aea", "non_ic") else token
    if field == "sap":
        name = "-".join(token.split("-")[:2]).split(" ")[0]
    held = {t for kept, t in one.tokens if kept == field}
    # FRD beside RD is shown as RD, its weapon data too; TFNI is dropped beside either.
    if field == "aea" and name == "RD":
        held |= {t.removeprefix("F") for t in held}
    return any(t.startswith(name) for t in held)


def _release_reasons(marking: Marking, sums: Sequence[Sum]) -> Iterable[Reason]:
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
