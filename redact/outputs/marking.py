"""Single markings: what one means, whether it is valid, what banner line portions require.

A marking is turned into a document of one line and checked by the rules for documents; there is no
separate set of checks.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from redact import engine
from redact.documents.model import BannerLine, Document, Segment
from redact.documents.portion_model import Portion
from redact.findings import Finding, Severity
from redact.markings.parse import parse_marking
from redact.markings.reading import Reading
from redact.markings.register import Register
from redact.markings.rollup import roll_up
from redact.outputs.frame import visible
from redact.policy.model import Policy
from redact.rules import RULES
from redact.rules.marks import names_no_owner
from redact.sources import Source, Span

FORMS = ("auto", "banner", "portion")

_IN_EITHER_FORM = (
    "banner-declass-in-banner",
    "cap-nodis-exdis-needs-control",
    "cap-nodis-exdis-together",
    "mark-lookalike",
)
_ABOUT_WHOLE_DOCUMENTS = frozenset(
    {
        "banner-placement",
        "banner-unsupported",
        "class-missing",
        "class-line-no-mrn",
        "cui-banner-missing",
        "cui-designation-missing",
        "dod-distribution",
        "notice-missing",
        "portion-bare-rel",
        "portion-missing",
        "portion-subject-missing",
    }
)
"""Rules that require something besides the marking, which a single one cannot have."""


def report_marking(
    text: str,
    *,
    policy: Policy,
    register: Register,
    as_of: datetime.date,
    form: str = "auto",
) -> dict[str, Any]:
    """One object of ``redact marking --format json`` for the marking in ``text``.

    ``form`` is one of `FORMS`; ``auto`` treats brackets, or a level abbreviated as in a portion
    mark, as a portion. ``valid`` is false when a finding is an error or the marking is unreadable.
    """
    reading = _read(text, register, form)
    document = _document(reading, register)
    marking = reading.marking
    rules = _of_a_marking(policy, reading.form)
    findings = engine.check(document, rules, register, as_of=as_of)
    return {
        "text": text,
        "form": reading.form,
        "valid": marking is not None and not any(f.severity is Severity.ERROR for f in findings),
        "marking": marking.to_dict() if marking else None,
        "banner": marking.banner() if marking else None,
        "portion": marking.portion() if marking else None,
        "meant": reading.meant,
        "candidates": list(reading.candidates),
        "findings": [_finding(finding) for finding in findings],
    }


def report_rollup(marks: Sequence[str], *, register: Register) -> dict[str, Any]:
    """The banner line that portion marks require, with the reason for each of its tokens.

    ``portions`` of a reason count from 1; ``unread`` are the marks that could not be read, which
    count as classified text without release marking.
    """
    readings = [parse_marking(mark, register, "portion") for mark in marks]
    rolled = roll_up([reading.marking for reading in readings], register)
    return {
        "portions": list(marks),
        "unread": [number for number, r in enumerate(readings, 1) if r.marking is None],
        "marking": rolled.marking.to_dict(),
        "banner": rolled.marking.banner(),
        "reasons": [
            {"token": r.token, "portions": [n + 1 for n in r.portions], "why": r.why}
            for r in rolled.reasons
        ],
    }


def _read(text: str, register: Register, form: str) -> Reading:
    if form != "auto":
        return parse_marking(text, register, form)
    if text.strip().startswith("("):
        return parse_marking(text, register, "portion")
    banner = parse_marking(text, register, "banner")
    portion = parse_marking(text, register, "portion")
    if portion.marking is not None and len(portion.problems) < len(banner.problems):
        return portion
    return banner


def _document(reading: Reading, register: Register) -> Document:
    """A document that contains only the marking."""
    text = reading.text
    source = Source.from_text(text, "-")
    whole = Span(0, len(text))
    if reading.form == "banner":
        return Document(
            source=source,
            kind="marking",
            register=register.name,
            segments=(Segment(whole, "banner"),),
            banners=(BannerLine(whole, text, reading.marking, "top"),),
        )
    portion = Portion(
        number=None,
        span=whole,
        text_span=Span(len(text), len(text)),
        mark=text.strip().strip("()"),
        mark_span=whole,
        marking=reading.marking,
        defect=_defect(reading),
    )
    return Document(
        source=source,
        kind="marking",
        register=register.name,
        segments=(Segment(whole, "body"),),
        portions=(portion,),
    )


def _defect(reading: Reading) -> str | None:
    """What is wrong with the mark as a whole; one without any brackets is accepted."""
    text = reading.text.strip()
    if reading.marking is None or names_no_owner(reading.marking):
        return "unknown"
    opened, closed = text.startswith(("(", "[", "{")), text.endswith((")", "]", "}"))
    return "unclosed" if opened != closed else None


def _of_a_marking(policy: Policy, form: str) -> Policy:
    """The policy with only the rules that a single marking of a form can break."""
    families = (form, "control", "cui")
    bound = {
        name: binding
        for name, binding in policy.rules.items()
        if (RULES[name].family in families or name in _IN_EITHER_FORM)
        and name not in _ABOUT_WHOLE_DOCUMENTS
    }
    return dataclasses.replace(policy, rules=bound)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": finding.fix,
        "start": finding.span.start,
        "end": finding.span.end,
    }


def table(entry: dict[str, Any]) -> str:
    """One object of `report_marking` for people: the verdict, the canonical forms, the findings."""
    rows = [f"{visible(entry['text'])}: {'valid' if entry['valid'] else 'not valid'}"]
    rows += [f"  {name:<8} {entry[name]}" for name in ("banner", "portion", "meant") if entry[name]]
    for finding in entry["findings"]:
        fix = f"; {finding['fix']}" if finding["fix"] else ""
        rows.append(f"  {finding['severity']} {finding['rule']}: {finding['message']}{fix}")
    return "".join(f"{row}\n" for row in rows)


def table_of_rollup(rolled: dict[str, Any]) -> str:
    """The object of `report_rollup` for people: the banner line and the reason for each token."""
    rows = [str(rolled["banner"])]
    for reason in rolled["reasons"]:
        numbers = ", ".join(str(number) for number in reason["portions"])
        rows.append(f"  {reason['token']}: {reason['why']} (portion {numbers})")
    rows += [f"  portion {number} could not be read" for number in rolled["unread"]]
    return "".join(f"{row}\n" for row in rows)
