"""Foreign release: to whom each marking allows release, and what several of them allow together.

The precedence of foreign release markings (register and manual of the intelligence community,
2016, section D.2, table 3) amounts to this: text is releasable to the countries that every
classified portion is releasable to. A portion without a release marking allows none.
"""

from __future__ import annotations

from redact.markings.arrange import codes
from redact.markings.marking import Marking, level_rank
from redact.markings.register import Register
from redact.values import dataclass

NO_FOREIGN = frozenset({"NOFORN", "SBU NOFORN", "LES NOFORN", "NODIS", "EXDIS"})
"""Tokens that forbid any release to foreigners."""


@dataclass(frozen=True, slots=True)
class Release:
    """The release that one or more portions allow.

    ``says``: at least one of them has a release marking. ``silent``: at least one is classified
    and has none. ``release`` and ``display`` are the foreign countries all of them allow (what
    may be released may be shown), ``official`` whether all leave it to a disclosure official.
    ``groups`` are the group codes used by any of them.
    """

    says: bool = False
    silent: bool = False
    release: frozenset[str] = frozenset()
    display: frozenset[str] = frozenset()
    official: bool = False
    groups: frozenset[str] = frozenset()

    @property
    def forbids(self) -> bool:
        """Whether release to any foreigner is forbidden: NOFORN."""
        return self.says and (self.silent or not (self.release or self.display or self.official))

    def with_(self, other: Release) -> Release:
        """The release that both allow together."""
        if not self.says or not other.says:
            speaking = self if self.says else other
            return Release(
                says=speaking.says,
                silent=self.silent or other.silent,
                release=speaking.release,
                display=speaking.display,
                official=speaking.official,
                groups=speaking.groups,
            )
        return Release(
            says=True,
            silent=self.silent or other.silent,
            release=self.release & other.release,
            display=self.display & other.display,
            official=self.official and other.official,
            groups=self.groups | other.groups,
        )


def release_of(marking: Marking | None, register: Register) -> Release:
    """The release one portion allows; one that cannot be read is classified without a release mark.

    A bare REL, whose list is in the banner line, allows nothing until the list is filled in.
    """
    if marking is None:
        return Release(silent=True)
    tokens = {*marking.dissem, *marking.non_ic}
    released = _members((*marking.rel_to, *marking.eyes_only), register)
    shown = released | _members(marking.display_only, register)
    if tokens & NO_FOREIGN:
        return Release(says=True)
    if released or shown or marking.rel_to or tokens & {"RELIDO", "REL", "EYES", "DISPLAY ONLY"}:
        listed = {*marking.rel_to, *marking.eyes_only, *marking.display_only}
        return Release(
            says=True,
            release=released,
            display=shown,
            official="RELIDO" in tokens,
            groups=frozenset(listed & register.countries.groups.keys()),
        )
    return Release(silent=level_rank(marking.level) > 0)


def release_list(
    countries: frozenset[str], groups: frozenset[str], register: Register
) -> tuple[str, ...]:
    """Countries as an ordered list; a group replaces its members if all of them are present."""
    left = set(countries)
    found: list[str] = []
    for code in sorted(groups, key=lambda code: (-len(register.countries.members(code)), code)):
        others = register.countries.members(code) - {register.countries.first}
        if others <= left:
            found.append(code)
            left -= others
    return codes((*left, *found), register)


def _members(listed: tuple[str, ...], register: Register) -> frozenset[str]:
    """The foreign countries of a list, with groups expanded where their members are known."""
    found: frozenset[str] = frozenset()
    for code in listed:
        found |= register.countries.members(code)
    return found - {register.countries.first or ""}
