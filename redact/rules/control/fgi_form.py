"""Checks the form of foreign government information and that the banner line shows it.

## Why

Information of another government keeps that government's protection. The countries are in order and
separated by spaces, and the United States is not among them; a source that must stay concealed is
plain FGI, and one concealed source conceals them all. A document of the United States with such
portions has FGI in its banner line.

## Example

    SECRET//FGI GBR AUS

*Use instead:* `SECRET//FGI AUS GBR`.

## Limits

Reason 1.4(b) on a telegram is not an FGI marking and requires none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit, Label
from redact.markings.arrange import codes
from redact.markings.marking import Marking
from redact.markings.rollup import roll_up
from redact.rules.marks import Mark, names_no_owner, read_marks
from redact.rules.scope import line_name

ID = "fgi-form"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each list out of form, then one where the banner line lacks the portions' FGI."""
    for mark, marking in read_marks(examined):
        yield from _form(examined, mark, marking)
    yield from _rolled_up(examined)


def _form(examined: Examined, mark: Mark, marking: Marking) -> Iterator[Hit]:
    if "FGI" in marking.fgi and len(marking.fgi) > 1:
        yield Hit(
            span=mark.span,
            message="a concealed source is listed with named ones",
            fix="write FGI without countries",
            expected="FGI",
        )
        return
    if mark.form == "banner" and names_no_owner(marking):  # a portion: portion-unknown
        yield Hit(
            span=mark.span,
            message="marking starts with // but names no country",
            fix="name its country or owners, or remove the obliques before the level",
            expected="a country code",
        )
    own = examined.register.countries.first
    if own is not None and own in marking.fgi:
        yield Hit(
            span=mark.span,
            message=f"{own} is listed among the countries of foreign government information",
            fix=f"remove {own}, whose own information is marked without FGI and //",
            found=own,
        )
        return
    right = codes(marking.fgi, examined.register)
    separators = [p for p in mark.problems("list-separator") if p.fix == " "]
    if marking.fgi and (marking.fgi != right or separators):
        yield Hit(
            span=mark.span,
            message="FGI countries are out of order or not separated by single spaces",
            fix=f"write {mark.written(replace(marking, fgi=right))}",
            expected=" ".join(right),
            edits=mark.rewritten(replace(marking, fgi=right)),
        )


def _rolled_up(examined: Examined) -> Iterator[Hit]:
    document, register = examined.document, examined.register
    line = next(iter(document.readable_banners), None)
    marked = [p for p in document.portions if p.marking is not None]
    foreign = [p for p in marked if p.marking and (p.marking.fgi or p.marking.non_us)]
    if line is None or line.marking is None or not foreign or line.marking.non_us:
        return
    required = roll_up([p.marking for p in marked], register).marking
    found = codes(line.marking.fgi, register)
    if required.non_us or required.fgi == found:
        return
    expected = " ".join(("FGI", *(code for code in required.fgi if code != "FGI")))
    name = line_name(line)
    said = " ".join(("FGI", *(code for code in found if code != "FGI"))) if found else "no FGI"
    yield Hit(
        span=line.span,
        message=f"portions require {expected}, {name} says {said}",
        fix=f"write {expected} in the {name}",
        expected=expected,
        found=said,
        related=tuple(Label(p.mark_span or p.span, "foreign portion") for p in foreign),
    )
