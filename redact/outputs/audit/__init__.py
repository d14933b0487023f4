"""The audit report as values: read from audit records, reduced for release, summed up.

Renderers (PDF today) print these values and compute nothing about the documents themselves.
"""

from redact.outputs.audit.edition import EDITIONS, releasable
from redact.outputs.audit.index import IndexRow, withheld_index
from redact.outputs.audit.layout import Layout, load_layout
from redact.outputs.audit.model import AuditReport, RecordedDocument
from redact.outputs.audit.read import read_report

__all__ = [
    "EDITIONS",
    "AuditReport",
    "IndexRow",
    "Layout",
    "RecordedDocument",
    "load_layout",
    "read_report",
    "releasable",
    "withheld_index",
]
