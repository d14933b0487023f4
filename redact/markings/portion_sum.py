"""The sum of all portions, before deciding which of it the banner line shows."""

from __future__ import annotations

from dataclasses import replace

from redact.markings.foreign_release import Release, release_of
from redact.markings.marking import Marking, level_rank, nato_level
from redact.markings.register import Register
from redact.values import dataclass

RELEASE_WORDS = frozenset({"NOFORN", "RELIDO", "REL", "EYES", "DISPLAY ONLY", "EYES ONLY"})
"""Foreign release tokens, which are summed separately."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Everything the portions contribute, before deciding which of it is shown."""

    level: str | None
    owners: frozenset[tuple[str, ...]]
    tokens: frozenset[tuple[str, str]]
    release: Release


NOTHING = Sum(None, frozenset(), frozenset(), Release())
"""The sum of no portions."""


def sum_of(marking: Marking | None, register: Register) -> Sum:
    """What one portion contributes; an unreadable one only that it has no release marking."""
    if marking is None or marking == Marking():
        silence = release_of(marking, register)
        return Sum(None, frozenset(), frozenset(), silence)
    tokens = {
        (field, token)
        for field in ("sci", "sap", "aea", "dissem", "non_ic", "cui")
        for token in getattr(marking, field)
        if token not in RELEASE_WORDS
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
    # NATO's words state a level of their own; the higher of the two counts.
    level = max(marking.level, nato_level(marking.nato), key=level_rank)
    return Sum(level, frozenset({owner}), frozenset(tokens), release_of(marking, register))


def joined(left: Sum, right: Sum) -> Sum:
    """What both contribute together."""
    return Sum(
        max(left.level, right.level, key=level_rank),
        left.owners | right.owners,
        left.tokens | right.tokens,
        left.release.with_(right.release),
    )


def with_list(marking: Marking | None, banner: Marking | None) -> Marking | None:
    """A portion marked with a bare REL, with the list of the banner line filled in."""
    if marking is None or banner is None or not {"REL", "EYES"} & {*marking.dissem}:
        return marking
    kept = tuple(token for token in marking.dissem if token not in ("REL", "EYES"))
    lists = (*banner.rel_to, *banner.eyes_only)
    return replace(marking, dissem=kept, rel_to=lists) if lists else marking
