"""Checks that TAGS terms about a person or a visit are followed by the name.

## Why

Terms such as OVIP (visits of very important persons) and OTRA (travel) file a telegram under a
person. Without the name in brackets it cannot be found.

## Example

    TAGS: OVIP, XX

*Use instead:* `TAGS: OVIP (SAMPLE, JANE), XX`

## Limits

The register says which terms take a name. Posts often omitted it. Telegrams older than the
instruction of July 1974 are not reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "tags-person-required"
ERA = True
PARAMS = {"required_since": datetime.date(1974, 7, 12)}
"""State telegram 150591 of 1974 asked for the names."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each such term that no name follows."""
    telegram = examined.document.telegram
    day = examined.document.date
    if day is not None and day < examined.params["required_since"]:
        return
    if telegram is None or any(tag.kind == "person" for tag in telegram.tags):
        return
    for tag in telegram.tags:
        if tag.text.upper() in examined.register.tags.person:
            yield Hit(
                span=tag.span,
                message="TAGS term takes a name in brackets, none follows",
                fix="add the name, surname first",
            )
