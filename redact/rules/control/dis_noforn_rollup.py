"""Checks that NOFORN on a portion is also in the overall marking.

## Why

Whoever handles the whole document looks at its banner line, not at every portion. One portion that
must not go to foreign nationals keeps the whole document from them, so NOFORN is in the banner
line; on a telegram it is on the classification line or among the captions.

## Example

    C O N F I D E N T I A L TESTVILLE 000012

    1. (C//NF) The pump test is on Tuesday.

*Use instead:* `C O N F I D E N T I A L TESTVILLE 000012` with the caption `NOFORN` under it.

## Limits

SBU NOFORN and LES NOFORN count in a classified document only. A document without any readable
overall marking is left to other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.rules.scope import line_name

ID = "dis-noforn-rollup"

_ALWAYS = frozenset({"NOFORN"})
_WHEN_CLASSIFIED = frozenset({"NOFORN", "SBU NOFORN", "LES NOFORN"})


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the first NOFORN portion of a document whose overall marking lacks it."""
    document = examined.document
    lines = document.readable_banners
    if not lines or _says_noforn(document):
        return
    wanted = _WHEN_CLASSIFIED if document.is_classified else _ALWAYS
    noforn = [portion for portion in document.portions if _tokens(portion) & wanted]
    if not noforn:
        return
    first, *others = noforn
    name = line_name(lines[0])
    yield Hit(
        span=first.mark_span or first.span,
        message=f"portion is NOFORN, {name} is not",
        fix=f"add NOFORN to the {name}" + (" or as a caption" if document.telegram else ""),
        expected="NOFORN",
        related=(
            Label(lines[0].span, name),
            *(Label(p.mark_span or p.span, "also NOFORN") for p in others),
        ),
    )


def _tokens(portion: Portion) -> frozenset[str]:
    marking = portion.marking
    return frozenset({*marking.dissem, *marking.non_ic}) if marking else frozenset()


def _says_noforn(document: Document) -> bool:
    captions = document.telegram_fields.captions
    markings = [banner.marking for banner in document.banners if banner.marking]
    return any(caption.name == "NOFORN" for caption in captions) or any(
        {*marking.dissem, *marking.non_ic} & _WHEN_CLASSIFIED for marking in markings
    )
