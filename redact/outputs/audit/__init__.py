"""The audit report as values: read from audit records, reduced for release, summarized, laid out.

Renderers (PDF, HTML, Markdown) print these values and compute nothing about the documents
themselves.
"""

from redact.outputs.audit.compose import all_blocks, make_report, sections
from redact.outputs.audit.context import Context
from redact.outputs.audit.edition import EDITIONS, releasable
from redact.outputs.audit.index import IndexRow, withheld_index
from redact.outputs.audit.layout import Layout, load_layout
from redact.outputs.audit.model import AuditReport, RecordedDocument
from redact.outputs.audit.read import read_report
from redact.outputs.audit.results import Entry, enter_record
from redact.outputs.audit.volume import Volume, count_volumes, divide, volume_name

__all__ = [
    "EDITIONS",
    "AuditReport",
    "Context",
    "Entry",
    "IndexRow",
    "Layout",
    "RecordedDocument",
    "Volume",
    "all_blocks",
    "count_volumes",
    "divide",
    "enter_record",
    "load_layout",
    "make_report",
    "read_report",
    "releasable",
    "sections",
    "volume_name",
    "withheld_index",
]
