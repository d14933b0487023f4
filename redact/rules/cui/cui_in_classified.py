"""Checks that a classified paper with CUI portions shows them as its agency's manual requires.

## Why

The manuals disagree. The National Archives require CUI, with its Specified categories, in the
banner line of a classified paper. Defense keeps it out of the banner line and requires a statement
on the first page that the paper may contain CUI.

## Example

    SECRET//NOFORN

    (CUI) The birthdays of the volunteers are in June.
    (S//NF) The pump test is on Tuesday.

*Use instead:* under the profile `us-national-security` the banner line `SECRET//CUI//NOFORN`;
under `dod` the line as it stands and the statement `This content is classified at the SECRET level
and may contain elements of controlled unclassified information (CUI).`

## Limits

The setting `banner` is `shown` or `absent`; `acknowledgement` is true where the statement is
required.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.marking import Marking
from redact.patterns import pattern
from redact.rules.cui.cui_marks import categories_of, cui_banner, cui_portions

ID = "cui-in-classified"
PARAMS = {"banner": "shown", "acknowledgement": False}
CHOICES = {"banner": ("shown", "absent")}

_STATEMENT = pattern(
    r"\b(?:MAY\s+CONTAIN|CONTAINS)\b[^.]{0,80}\b(?:CUI|CONTROLLED\s+UNCLASSIFIED)\b", re.IGNORECASE
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for the banner line and one for a missing statement, where the profile requires it."""
    document = examined.document
    line = document.classification_line
    if line is None or line.marking is None or not document.is_classified or document.telegram:
        return
    portions = cui_portions(document)
    shown = cui_banner(document)
    if examined.params["banner"] == "absent" and shown is not None:
        yield Hit(
            span=shown.span,
            message="CUI is in the banner line of a classified paper",
            fix="leave CUI out of the banner line and mark it in the portions",
            found="CUI",
        )
    if not portions:
        return
    first = portions[0].mark_span or portions[0].span
    missing = _missing(line.marking, [p.marking for p in portions if p.marking])
    if examined.params["banner"] == "shown" and missing:
        yield Hit(
            span=line.span,
            message=f"portions are marked CUI, banner line lacks {', '.join(missing)}",
            fix=f"add {', '.join(missing)} to the banner line",
            expected=", ".join(missing),
            related=(Label(first, "first CUI portion"),),
        )
    if examined.params["acknowledgement"] and not _STATEMENT.search(document.text):
        yield Hit(
            span=line.span,
            message="portions are marked CUI, no statement says that the paper may contain CUI",
            fix="add the statement to the first page",
            related=(Label(first, "first CUI portion"),),
        )


def _missing(banner: Marking, portions: list[Marking]) -> list[str]:
    """CUI, and the Specified categories of the portions, that the banner line does not show."""
    wanted = {name for p in portions for name in categories_of(p) if name.startswith("SP-")}
    return [name for name in ("CUI", *sorted(wanted)) if name not in banner.cui]
