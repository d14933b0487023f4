"""Checks that NODIS and EXDIS are used on protected documents only.

## Why

The two captions limit who may read classified or administratively controlled information. On a
plain unclassified document they protect nothing: either the level or the SENSITIVE caption is
missing. In banner lines and portion marks of the intelligence register they require NOFORN and
exclude REL TO.

## Example

    UNCLAS TESTVILLE 000412

    EXDIS

*Use instead:*

    UNCLAS TESTVILLE 000412

    SENSITIVE
    EXDIS

## Limits

A telegram needs no NOFORN beside its captions.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.marking import Marking
from redact.rules.caption.captions import captions_of, states_sensitive
from redact.rules.eras import before_one_syntax
from redact.rules.marks import read_marks
from redact.sources import Span

ID = "cap-nodis-exdis-needs-control"

_CAPTIONS = ("NODIS", "EXDIS")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each such caption of an unprotected telegram, and on each incomplete marking."""
    document = examined.document
    line = document.classification_line
    if document.level == "UNCLASSIFIED" and not states_sensitive(document):
        for caption in captions_of(document):
            if caption.name in _CAPTIONS:
                yield Hit(
                    span=caption.span,
                    message=f"{caption.name} is on a document that is UNCLASSIFIED "
                    "without SENSITIVE",
                    fix="state the level, or add SENSITIVE",
                    related=(Label(line.span, "classification line"),) if line else (),
                )
    # The Department's own marks, in telegrams and extracts of them, write (C/NODIS) and no more.
    of_state = document.telegram is not None or examined.register.style.label_alone
    if not of_state and not before_one_syntax(document):
        for mark, marking in read_marks(examined):
            yield from _incomplete(mark.span, marking)


def _incomplete(span: Span, marking: Marking) -> Iterator[Hit]:
    name = next((n for n in _CAPTIONS if n in marking.non_ic), None)
    if name is None:
        return
    if marking.rel_to:
        yield Hit(
            span=span,
            message=f"marking is {name} and REL TO",
            fix=f"remove REL TO, {name} is NOFORN",
            found=f"{name} REL TO",
        )
    elif "NOFORN" not in marking.dissem:
        yield Hit(
            span=span,
            message=f"marking is {name} without NOFORN",
            fix="add NOFORN",
            expected="NOFORN",
        )
