"""Checks that the reason cites the section that listed reasons at the date of the document.

## Why

The reasons were in section 1.3 of E.O. 12356 and in 1.5 of E.O. 12958, and have been in 1.4 since
that order was amended in 2003. A section from another time shows that the block was copied from an
old document, and its letter may mean something else.

## Example

    O 201131Z APR 08
    Classified By: DCM Jane Sample, Reason: 1.5 (d)

*Use instead:* `Reason: 1.4 (d)`

## Limits

Between the amendment of 25 March 2003 and the new directive of 22 September 2003 both sections are
accepted. Without a date the section is compared with the order on the E.O. line.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.authority.reason_sections import section_span, sections_in_force

ID = "auth-reason-era"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each section cited that was not in force, at its first place."""
    document = examined.document
    block = document.authority
    if block is None or not document.is_classified:
        return
    allowed = sorted({section.section for section in sections_in_force(examined)})
    if not allowed and document.date is None:
        return
    when = f"on {document.date}" if document.date else "under the order cited"
    telegram = document.telegram
    line = telegram.executive_order if telegram else None
    reported = set()
    for reason in block.reasons:
        if reason.section in allowed or reason.section in reported:
            continue
        reported.add(reason.section)
        expected = " or ".join(allowed) or None
        yield Hit(
            span=section_span(document, block, reason),
            message=f"reason cites section {reason.section}, reasons are in "
            f"{f'section {expected}' if expected else 'no section'} {when}",
            fix=f"cite section {expected}" if expected else "remove the reason",
            expected=expected,
            found=reason.section,
            related=(Label(line.span, "E.O. line"),) if line else (),
        )
