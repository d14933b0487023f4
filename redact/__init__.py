"""Check the markings of government documents, withhold what a policy requires, and prove it.

The names in ``__all__`` are the public interface; each is loaded when first used, so that
``import redact`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redact.api import apply, check, load_policy, names, parse, plan
    from redact.documents.model import Document
    from redact.errors import RedactError
    from redact.findings import Finding, Waiver
    from redact.markings.marking import Marking
    from redact.persons.mention import Mention
    from redact.policy.model import Policy
    from redact.redaction.model import RedactionPlan
    from redact.sources import Source, Span, read

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Finding",
    "Marking",
    "Mention",
    "Policy",
    "RedactError",
    "RedactionPlan",
    "Source",
    "Span",
    "Waiver",
    "__version__",
    "apply",
    "check",
    "load_policy",
    "names",
    "parse",
    "plan",
    "read",
]

_HOME = {
    "Document": "redact.documents.model",
    "Finding": "redact.findings",
    "Marking": "redact.markings.marking",
    "Mention": "redact.persons.mention",
    "Policy": "redact.policy.model",
    "RedactError": "redact.errors",
    "RedactionPlan": "redact.redaction.model",
    "Source": "redact.sources",
    "Span": "redact.sources",
    "Waiver": "redact.findings",
    "read": "redact.sources",
}
"""The modules of the public names that are not in `redact.api`."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'redact' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOME.get(name, "redact.api")), name)


def __dir__() -> list[str]:
    """The public names, loaded or not, for whoever completes or lists them."""
    return sorted({*globals(), *__all__})
