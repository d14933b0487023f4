"""Marks of controlled unclassified information, their parts, and portions that have one."""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.documents.portion_model import Portion
from redact.findings import Examined
from redact.markings.marking import Marking
from redact.markings.reading import Problem
from redact.rules.marks import Mark, banner_marks, marks

_CONTROL_WORDS = ("ONLY", "FED", "NO", "REL", "DISPLAY", "ATTORNEY", "DELIB", "DL")


def cui_banner_marks(examined: Examined) -> Iterator[Mark]:
    """Every banner line that begins with the word CUI or CONTROLLED, readable or not."""
    return (mark for mark in banner_marks(examined) if mark.is_cui)


def cui_marks(examined: Examined) -> Iterator[tuple[Mark, Marking]]:
    """Every CUI mark that could be parsed, banner lines and portion marks alike."""
    for mark in marks(examined):
        if mark.marking is not None and mark.marking.cui:
            yield mark, mark.marking


def cui_banner(document: Document) -> BannerLine | None:
    """The first banner line that says CUI."""
    return next((b for b in document.banners if b.marking and b.marking.cui), None)


def cui_portions(document: Document) -> tuple[Portion, ...]:
    """The portions marked CUI."""
    return tuple(p for p in document.portions if p.marking is not None and p.marking.cui)


def categories_of(marking: Marking) -> tuple[str, ...]:
    """The categories after the word CUI, as written."""
    return marking.cui[1:]


def is_in_place_of_category(mark: Mark, problem: Problem) -> bool:
    """Whether an unknown word is where categories belong: in the first part after the word CUI.

    A line whose first part is a misspelled control has no categories.
    """
    text = mark.reading.text
    if text[: problem.span.start].count("//") > 1:
        return False
    meant = mark.reading.meant
    if meant is not None:
        parts = meant.split("//")
        if len(parts) == 2 and parts[1].startswith(_CONTROL_WORDS):
            return False
    return not problem.span.of(text).upper().startswith(_CONTROL_WORDS)
