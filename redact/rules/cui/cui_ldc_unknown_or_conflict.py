"""Checks that CUI limited dissemination controls are registered and do not conflict.

## Why

Only the controls of the Registry may limit who receives CUI. With two that are mutually exclusive,
or without a list where one is required, every holder must guess.

## Example

    CUI//NOFORN/REL TO USA, GBR
    CUI//DL ONLY

*Use instead:* one of NOFORN and REL TO; with DL ONLY a line `Dissemination list:` in the paper.

## Limits

A dissemination list is recognized by these words or by `distribution list`, anywhere in the paper;
a distribution statement of the Department of Defense says it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.facts import facts_of, names_of
from redact.markings.marking import Marking
from redact.markings.register import load_register
from redact.patterns import pattern
from redact.rules.cui.cui_marks import cui_banner_marks, cui_marks, is_in_place_of_category
from redact.rules.marks import Mark

ID = "cui-ldc-unknown-or-conflict"

_LIST = pattern(
    r"\bDIS(?:SEMINATION|TRIBUTION) LIST\b|\bDISTRIBUTION (?:IS )?AUTHORIZED TO\b", re.IGNORECASE
)


def check(examined: Examined) -> Iterator[Hit]:
    """Hits for unknown controls, pairs that are mutually exclusive, and missing lists."""
    for mark in cui_banner_marks(examined):
        for problem in mark.problems("unknown-token"):
            if not is_in_place_of_category(mark, problem):
                meant = mark.reading.meant
                yield Hit(
                    span=mark.place_of(problem),
                    message="limited dissemination control is not in the CUI Registry"
                    + (f", the line is probably {meant}" if meant else ""),
                    fix=f"write {meant}" if meant else "write a control from the CUI Registry",
                    expected=meant,
                )
                break
    for mark, marking in cui_marks(examined):
        if marking.level not in (None, "UNCLASSIFIED"):
            continue  # dis-noforn-conflict
        yield from _unregistered(mark, marking)
        names = names_of(marking, examined.register)
        pairs = {
            tuple(sorted((fact.name, other)))
            for fact in facts_of(marking, examined.register)
            for other in fact.excludes
            if fact.category == "dissem" and other in names
        }
        for one, other in sorted(pairs):
            yield Hit(
                span=mark.span,
                message=f"{one} and {other} are mutually exclusive",
                fix=f"keep {one} or {other}, whichever the information needs",
                found=f"{one}, {other}",
            )
        if "DL ONLY" in marking.dissem and not _has_list(examined.document):
            yield Hit(
                span=mark.span,
                message="mark says DL ONLY, the paper names no dissemination list",
                fix="add the dissemination list, or say where it is",
                found="DL ONLY",
            )


def _has_list(document: Document) -> bool:
    """Whether the paper mentions its dissemination list; a single marking has no place for one."""
    return document.kind == "marking" or _LIST.search(document.text) is not None


def _unregistered(mark: Mark, marking: Marking) -> Iterator[Hit]:
    """A hit for each control that is one of classified or older markings: ORCON, FOUO."""
    registered = {control.name for control in load_register("cui").controls}
    for name in (*marking.dissem, *marking.non_ic):
        if name not in registered:
            yield Hit(
                span=mark.span,
                message=f"{name} is not a CUI limited dissemination control",
                fix=f"remove {name}, or write a control from the CUI Registry",
                found=name,
            )
