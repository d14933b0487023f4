"""JSON as ``INTERFACES`` promises it: two blanks of indent, keys in their order, no escapes."""

from __future__ import annotations

import json
from typing import Any

from redact.findings import Report


def render(report: Report) -> str:
    """The report as ``redact/findings/v1``."""
    return dump(report.to_dict())


def dump(value: Any) -> str:
    """``value`` as an indented JSON text with a final newline; lone surrogates are escaped."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def line(value: Any) -> str:
    """``value`` as one line of JSON Lines."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
