"""Findings: what is wrong in a document, how severe it is and which authority requires it."""

from redact.findings.examined import STAGES, Examined, Publication, Withheld
from redact.findings.model import Authority, Finding, Hit, Label, Waiver
from redact.findings.report import ExaminedDocument, Notice, Report, Tally, Unexamined
from redact.findings.severity import Severity

__all__ = [
    "STAGES",
    "Authority",
    "Examined",
    "ExaminedDocument",
    "Finding",
    "Hit",
    "Label",
    "Notice",
    "Publication",
    "Report",
    "Severity",
    "Tally",
    "Unexamined",
    "Waiver",
    "Withheld",
]
