"""Checks that a JOINT marking names its owners and is releasable to all of them.

## Why

Information owned by several countries belongs to each of them: the list contains the United States
and at least one other, A to Z, and the marking is releasable to all. NOFORN would keep an owner
from its own information. The United States has no JOINT RESTRICTED, and HCS is never shared in this
way.

## Example

    //JOINT SECRET CAN GBR USA//REL TO USA, CAN

*Use instead:* `//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR`.

## Limits

A portion may leave its list to the banner line (`REL`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.rules.marks import Mark, read_marks

ID = "joint-form"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every fault of a JOINT marking."""
    for mark, marking in read_marks(examined):
        if marking.joint:
            yield from _owners(examined.register, mark, marking)
            yield from _release(examined.register, mark, marking)
            for name in _foreign_to_it(marking):
                yield Hit(
                    span=mark.span,
                    message=f"{name} is in a JOINT marking",
                    fix=f"remove {name}, or mark US information separately",
                    found=name,
                )


def _owners(register: Register, mark: Mark, marking: Marking) -> Iterator[Hit]:
    first = register.countries.first
    right = tuple(sorted(set(marking.joint)))
    if first not in right or len(right) < 2:
        yield Hit(
            span=mark.span,
            message=f"JOINT needs {first} and another owner",
            fix="name every owner",
            expected=first,
        )
    elif right != marking.joint or any(p.fix == " " for p in mark.problems("list-separator")):
        written = mark.written(replace(marking, joint=right))
        yield Hit(
            span=mark.span,
            message="owners of a JOINT marking are out of order or repeated"
            if right != marking.joint
            else "owners of a JOINT marking are not separated by single spaces",
            fix=f"write {written}",
            expected=written,
            edits=mark.rewritten(replace(marking, joint=right)),
        )


def _release(register: Register, mark: Mark, marking: Marking) -> Iterator[Hit]:
    allowed = {c for code in marking.rel_to for c in register.countries.members(code)}
    lacking = sorted(set(marking.joint) - allowed - {register.countries.first})
    if lacking and not {"REL", "NOFORN"} & {*marking.dissem}:
        yield Hit(
            span=mark.span,
            message=f"REL TO does not name {', '.join(lacking)}, an owner"
            if marking.rel_to
            else "JOINT marking has no REL TO for its owners",
            fix=f"add {', '.join(lacking)} to the REL TO list",
            expected=", ".join(lacking),
        )


def _foreign_to_it(marking: Marking) -> Iterator[str]:
    if marking.level == "RESTRICTED":
        yield "RESTRICTED"
    if any(token.split("-")[0] == "HCS" for token in marking.sci):
        yield "HCS"
    if "NOFORN" in marking.dissem:
        yield "NOFORN"
