"""Checks that the classification line or banner of a public copy is cancelled.

## Why

Markings of a declassified or released record are lined through or cancelled, and a statement says
by what authority; otherwise nobody can tell a public copy from a classified document.

## Example

    S E C R E T TESTVILLE 001234

*Use instead:* a statement above the line, or the line cancelled:

    [SECRET - cancelled for this copy] TESTVILLE 001234

## Limits

Lines that say UNCLASSIFIED need no cancelling. One finding per document, on the first live line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import BannerLine
from redact.findings import Examined, Hit, Label
from redact.markings.marking import level_rank
from redact.patterns import pattern
from redact.rules.release.decision import is_superseded

ID = "rel-banner-not-cancelled"

_STRUCK = pattern("[\u0335\u0336]|~~|cancel", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, the other live lines related to it."""
    document = examined.document
    if is_superseded(document):
        return
    live = [b for b in document.banners if _is_classified(b) and not _STRUCK.search(b.text)]
    if not live:
        return
    first, *others = live
    level = first.marking.level if first.marking else None
    yield Hit(
        span=first.span,
        message=f"{level} is neither cancelled nor superseded by a statement of release",
        fix="cancel the line, or add the statement of declassification or release",
        found=level,
        related=tuple(Label(other.span, "appears here too") for other in others),
    )


def _is_classified(banner: BannerLine) -> bool:
    return banner.marking is not None and level_rank(banner.marking.level) > 0
