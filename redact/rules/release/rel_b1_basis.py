"""Checks that exemption 1 names its category and is claimed only for classified text.

## Why

Exemption 1 protects what is properly classified under an executive order, in one of the categories
listed there. Text marked unclassified is not, unless a separate decision upgraded it.

## Example

    4. (U) [B1 - 2 lines]

*Use instead:*

    4. (C) [1.4(D),B1 - 2 lines]

## Limits

Records older than E.O. 12356 give no reason for their classification; the reviewer must name the
category.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.release.deletion import Deletion
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-b1-basis"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on all claims of exemption 1 without a category, one on each in an unclassified
    portion.
    """
    claims = [deletion for deletion in find_deletions(examined) if deletion.cites(1)]
    bare = [claim for claim in claims if not _names_category(claim)]
    if bare:
        # A record of the years before 1982 names no categories: one cause, one finding.
        first, *others = bare
        yield Hit(
            span=first.span,
            message="(b)(1) does not name a category of the executive order",
            fix="name the category, such as 1.4(d)",
            found="(b)(1)",
            related=tuple(Label(other.span, "nor does this claim") for other in others),
        )
    for claim in claims:
        if _names_category(claim) and _is_unclassified(examined, claim):
            yield Hit(
                span=claim.span,
                message="(b)(1) is claimed in a portion marked UNCLASSIFIED",
                fix="correct the exemption, or record the decision that upgraded the portion",
                expected="CONFIDENTIAL or above",
                found="UNCLASSIFIED",
                case="unclassified",
            )


def _names_category(deletion: Deletion) -> bool:
    return any(code.kind in ("category", "automatic") for code in deletion.codes)


def _is_unclassified(examined: Examined, deletion: Deletion) -> bool:
    """Whether the innermost marked portion around the deletion is marked UNCLASSIFIED."""
    portions = examined.document.portions
    after = bisect_right(portions, deletion.span.start, key=lambda portion: portion.span.start)
    for portion in reversed(portions[:after]):
        if portion.marking is not None and portion.span.covers(deletion.span):
            return portion.marking.level == "UNCLASSIFIED"
        if portion.kind == "paragraph" and not portion.quoted:
            break  # what comes before the paragraph does not reach into it
    return False
