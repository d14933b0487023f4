"""The header of a public copy: what was done to it, under which policy.

A copy never claims more than is known: it calls a record declassified only where there is evidence,
names whose decision it was, and never does so where classified text was withheld from it.
"""

from __future__ import annotations

from redact.documents.model import Document
from redact.markings.marking import level_rank
from redact.patterns import pattern
from redact.policy.model import Policy
from redact.redaction.label import in_encoding
from redact.redaction.model import Declassification, Redaction
from redact.redaction.reasons import CLASSIFIED
from redact.sources import Edit, Span

CANCELLED = "RELEASED IN PART; classification markings below are cancelled for this copy"
"""First line of every copy of a classified record without evidence that it was declassified."""

_LINE_END = pattern(r"\r{0,3}\n|\r")
"""Teleprinters end a line with two carriage returns and a line feed."""


def header_edit(
    document: Document,
    redactions: tuple[Redaction, ...],
    policy: Policy,
    evidence: Declassification | None,
) -> Edit:
    """The header and a blank line, in the encoding and with the line ends of the source."""
    newline = _LINE_END.search(document.source.text)
    end = newline[0] if newline else "\n"
    lines = [
        *_decision(document, redactions, evidence),
        _withheld(redactions),
        f"Policy: {policy.name} {policy.version}",
        "",
    ]
    text = "".join(line + end for line in lines)
    return Edit(Span(0, 0), in_encoding(text, document.source.origins.encoding))


def _decision(
    document: Document, redactions: tuple[Redaction, ...], evidence: Declassification | None
) -> list[str]:
    withheld_as_classified = any(
        reason.startswith(CLASSIFIED) for r in redactions for reason in r.reasons
    )
    classified = level_rank(document.highest_level) > 0
    if withheld_as_classified or (classified and evidence is None):
        return [CANCELLED]
    lines = ["RELEASED IN PART" if redactions else "RELEASED IN FULL"]
    if classified and evidence is not None:
        lines.append(f"{_statement(evidence)}; classification markings below are cancelled")
    return lines


def _statement(evidence: Declassification) -> str:
    """Whose decision it was; a stamp is only referred to, since its words may be withheld."""
    if evidence.stamped:
        return "Declassified as stamped on this record"
    parts = (
        f" by {evidence.by}" if evidence.by else "",
        f" on {evidence.on}" if evidence.on else "",
        f" under {evidence.authority}" if evidence.authority else "",
    )
    return f"Declassified{''.join(parts)}"


def _withheld(redactions: tuple[Redaction, ...]) -> str:
    if not redactions:
        return "Nothing was withheld."
    reasons = sorted({reason for redaction in redactions for reason in redaction.reasons})
    return f"Withheld: {'; '.join(reasons)}. Each deletion is labelled at its place."
