"""The report's own marking, computed from its content."""

from __future__ import annotations

from collections.abc import Iterator

from redact.markings.register import Level, Register, load_register
from redact.outputs.audit.layout import Layout
from redact.outputs.audit.model import AuditReport
from redact.patterns import pattern
from redact.values import dataclass

_OPENING_MARK = pattern(r"\s*\(([^()/]{1,20})(?:/[^()]*)?\)")


@dataclass(frozen=True, slots=True)
class OwnMarking:
    """The banner line of each page, and the control line below it."""

    banner: str
    control: str


def own_marking(report: AuditReport, layout: Layout) -> OwnMarking:
    """The highest of the layout's level and of the portion marks on free text in the report.

    Marks, citations, counts and file names are not classified by themselves, and a record contains
    no document text. What people wrote (the reason of a waiver, a statement) may be; then it begins
    with a portion mark, and the report is at least at that level (32 CFR 2001.21(b)).
    """
    own = layout.banner[report.edition]
    register = load_register("us")
    levels = [register.level(own.level), *(_level(text, register) for text in _free_text(report))]
    highest = max((level for level in levels if level), key=lambda level: level.rank, default=None)
    return OwnMarking(highest.name if highest else own.level, own.control)


def _level(text: str, register: Register) -> Level | None:
    mark = _OPENING_MARK.match(text)
    if mark is None:
        return None
    found = [level for level in register.levels if mark[1] in (level.name, *level.portion)]
    return found[0] if found else None


def _free_text(report: AuditReport) -> Iterator[str]:
    for document in report.documents:
        if document.statement:
            yield document.statement
        for finding in document.findings:
            if finding.waiver:
                yield finding.waiver.reason
