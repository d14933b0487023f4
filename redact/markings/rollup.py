"""Roll-up: the banner line that a document's portions require, and why.

Joining two markings gives the lowest marking that protects both, so the result does not depend on
the order of the portions, nor on whether some were joined before. Requirements: register and manual
of the intelligence community (2016), section D.2 and the page of each marking.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from redact.markings.marking import Marking
from redact.markings.portion_sum import NOTHING, joined, sum_of, with_list
from redact.markings.register import Register
from redact.markings.required_banner import required_banner
from redact.markings.rollup_reasons import Reason, reasons_of
from redact.values import dataclass

__all__ = ["Reason", "RollUp", "roll_up"]


@dataclass(frozen=True, slots=True)
class RollUp:
    """The banner line that portions require, with reasons."""

    marking: Marking
    reasons: tuple[Reason, ...]


def roll_up(
    portions: Sequence[Marking | None],
    register: Register,
    *,
    banner: Marking | None = None,
    cui_in_classified: bool = True,
) -> RollUp:
    """The banner line that the portions require.

    A portion that cannot be read (``None``) contributes no token, but counts as classified text
    without release marking. ``banner`` is the existing line; only its list is used, for portions
    with a bare REL. ``cui_in_classified``: whether CUI shows in a classified banner line (the
    National Archives say so, the Department of Defense does not).
    """
    sums = [sum_of(with_list(marking, banner), register) for marking in portions]
    marking = required_banner(reduce(joined, sums, NOTHING), register, cui_in_classified)
    return RollUp(marking, tuple(reasons_of(marking, sums)))
