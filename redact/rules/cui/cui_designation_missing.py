"""Checks that a CUI paper says who designated it.

## Why

Whoever holds CUI must be able to ask its owner who controls it, whether it may be passed on and
when control ends. The minimum is the designating agency; Defense also requires its office, the
category, the dissemination control and a point of contact.

## Example

    CUI

    MEMORANDUM FOR ALL PUMP OFFICERS

*Use instead:*

    CUI

    Department of Pumps
    Controlled by: Office of Volunteers

## Limits

The setting `fields` says which lines are required; the profiles `cui` and `dod` differ. If only
`agency` is required, a letterhead with the name of a department, agency or office is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.cui.cui_marks import cui_banner

ID = "cui-designation-missing"
PARAMS = {"fields": ("agency",)}

_LINES = {
    "agency": ("Controlled by", pattern(r"\bCONTROLLED BY ?:", re.IGNORECASE)),
    "controlled-by": ("Controlled by", pattern(r"\bCONTROLLED BY ?:", re.IGNORECASE)),
    "category": ("CUI Category", pattern(r"\bCUI CATEGOR(?:Y(?:\(IES\))?|IES) ?:", re.IGNORECASE)),
    "dissemination": (
        "Distribution/Dissemination Control",
        pattern(r"\b(?:DISSEMINATION CONTROLS?(?:\(S\))?|LDC) ?:", re.IGNORECASE),
    ),
    "contact": ("POC", pattern(r"\bPOC ?:", re.IGNORECASE)),
}
CHOICES = {"fields": tuple(_LINES)}

_AGENCY = pattern(
    r"\b(?:DEPARTMENT|AGENCY|OFFICE|BUREAU|ADMINISTRATION|COMMISSION|EMBASSY|COMMAND|HEADQUARTERS)\b",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on the CUI banner line of a paper without the lines that the profile requires."""
    document = examined.document
    banner = cui_banner(document)
    if banner is None or document.is_classified or document.telegram is not None:
        return
    block = document.cui_designation.text if document.cui_designation else ""
    wanted = [_LINES[field] for field in examined.params["fields"]]
    missing = [name for name, line in wanted if not line.search(block)]
    if not missing or (examined.params["fields"] == ("agency",) and _has_letterhead(document)):
        return
    yield Hit(
        span=banner.span,
        message="CUI paper has no designation indicator"
        if not block
        else f"designation indicator lacks {', '.join(missing)}",
        fix=f"add on the first page: {', '.join(missing)}",
        expected=", ".join(missing),
    )


def _has_letterhead(document: Document) -> bool:
    return any(
        segment.kind == "heading" and _AGENCY.search(document.text_of(segment.span))
        for segment in document.segments
    )
