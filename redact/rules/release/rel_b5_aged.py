"""Checks that the deliberative process privilege is not claimed for records of 25 years and more.

## Why

Since 2016 exemption 5 no longer protects deliberations in records created 25 years or more before
the day on which they were requested.

## Example

    2. (U) [B5 - 3 lines]

in a telegram of 1985.

*Use instead:* the text, or another exemption that applies.

## Limits

The day of the request is rarely on the copy; the day of the check is used instead. A deletion that
names the attorney-client or the work-product privilege is not reported: those have no limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.eras import years_after
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-b5-aged"
ERA = True
PARAMS = {"years": 25}

_OTHER_PRIVILEGE = pattern(r"attorney|work.product|\bAC\b|\bAWP\b", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every deletion under exemption 5 in such a record."""
    document = examined.document
    years = examined.params["years"]
    if document.date is None or examined.as_of < years_after(document.date, years):
        return
    for deletion in find_deletions(examined):
        if deletion.cites(5) and not _OTHER_PRIVILEGE.search(document.text_of(deletion.span)):
            yield Hit(
                span=deletion.span,
                message=f"(b)(5) is claimed on a record of {document.date}, now {years} years old",
                fix="release the text, or name another exemption or privilege",
                found="(b)(5)",
            )
