"""Check the markings of government documents, withhold what a policy says, and prove it.

The names in ``__all__`` are the public interface; each is loaded when first used, so that
``import redact`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redact.api import apply, check, load_policy, names, parse, plan
    from redact.sources import Source, Span, read

__version__ = "0.1.0"

__all__ = [
    "Source",
    "Span",
    "__version__",
    "apply",
    "check",
    "load_policy",
    "names",
    "parse",
    "plan",
    "read",
]

_HOME = {"Source": "redact.sources", "Span": "redact.sources", "read": "redact.sources"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'redact' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOME.get(name, "redact.api")), name)
