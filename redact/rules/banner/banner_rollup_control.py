"""Checks that the banner line has the controls of portions that restrict the whole document.

## Why

Compartments, special access programs, atomic energy information, ORCON, IMCON, PROPIN, RSEN, FISA,
NODIS and EXDIS restrict who may have the document at all. One portion with such a control restricts
the document, and the banner line must say so.

## Example

    SECRET//NOFORN

    (S//SI//NF) The pump test is on Tuesday.

*Use instead:* `SECRET//SI//NOFORN`.

## Limits

FOUO, SBU, LIMDIS and UCNI are not shown in a classified banner line. Foreign release is checked by
`dis-noforn-rollup` and `dis-foreign-release-rollup`, foreign government information by `fgi-form`.
Portions whose mark cannot be read are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.arrange import modern, modernise
from redact.markings.marking import Marking
from redact.markings.portion_sum import RELEASE_WORDS
from redact.markings.rollup import roll_up
from redact.rules.banner.tokens import comparable, systems_beyond
from redact.rules.scope import line_name

ID = "banner-rollup-control"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first banner line for every control it lacks, case ``specified`` for a category
    of CUI.
    """
    document = examined.document
    line = next(iter(document.readable_banners), None)
    marked = [p for p in document.portions if p.marking is not None]
    if line is None or line.marking is None or not marked:
        return
    rolled = roll_up([p.marking for p in marked], examined.register)
    sources = {reason.token: reason.portions for reason in rolled.reasons}
    labels = {token for label in examined.register.labels for token in label.tokens}
    # A label that CUI replaced has a finding of its own, cui-legacy-marking.
    exempt = labels if line.marking.cui else set()
    # COMINT in the banner line is SI in a portion; that it is retired is for dis-retired.
    lacking = {*_lacking(modernise(line.marking), modernise(rolled.marking))}
    for token in _lacking(line.marking, rolled.marking):
        if token in exempt or modern(token, examined.register) not in lacking:
            continue
        portions = [marked[index] for index in sources.get(token, ())]
        name = line_name(line)
        yield Hit(
            span=line.span,
            message=f"portions require {token}, {name} lacks it",
            fix=f"add {token} to the {name}",
            expected=token,
            related=tuple(Label(p.mark_span or p.span, f"requires {token}") for p in portions),
            case="specified" if token.startswith("SP-") else "default",
        )


def _lacking(found: Marking, required: Marking) -> Iterator[str]:
    """Tokens the portions require that the line does not hold."""
    yield from systems_beyond(required, comparable(found, required))
    held = {*found.dissem, *found.non_ic}
    held |= {"LES", "SBU"} if {"LES NOFORN", "SBU NOFORN"} & held else set()
    for token in (*required.dissem, *required.non_ic):
        if token not in held and token not in RELEASE_WORDS:
            yield token
    if found.cui and found.level is None:  # cui-in-classified has the others
        # 32 CFR 2002.20(b)(2): Specified categories must be in the banner line, Basic ones may.
        yield from (name for name in required.cui if name[:3] == "SP-" and name not in found.cui)
