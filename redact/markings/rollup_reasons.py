"""Why each token stands in the banner line that portions require."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redact.markings.marking import Marking, level_rank
from redact.markings.portion_sum import RELEASE_WORDS, Sum


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a token stands in the banner line: ``portions`` are positions counted from 0."""

    token: str
    portions: tuple[int, ...]
    why: str


def reasons_of(marking: Marking, sums: Sequence[Sum]) -> Iterable[Reason]:
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
            if token not in RELEASE_WORDS:
                yield Reason(token, bringing, "in a portion")
    if marking.fgi and not marking.non_us:
        foreign = _where(any(owner for owner in s.owners) or _has_fgi(s) for s in sums)
        yield Reason("FGI", foreign, "foreign government information in a portion")
    yield from _release_reasons(marking, sums)


def _has_fgi(one: Sum) -> bool:
    return any(field == "fgi" for field, _ in one.tokens)


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
