"""Presidio's e-mail recognizer without fetching the public suffix list."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from presidio_analyzer.predefined_recognizers import EmailRecognizer


class OfflineEmailRecognizer(EmailRecognizer):  # type: ignore[misc]  # Presidio is untyped
    """Finds e-mail addresses; one with a public suffix is certain."""

    def validate_result(self, pattern_text: str) -> bool | None:
        """Whether the domain has a public suffix; ``None``, not certain, when it has none.

        An address of an internal network has no public suffix but is an address nevertheless.
        """
        return True if _domain_parts()(pattern_text.rpartition("@")[2]).suffix else None


@functools.cache
def _domain_parts() -> Callable[[str], Any]:
    import tldextract  # imports a web client, and few documents contain an address

    parts: Callable[[str], Any] = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    return parts
