"""The label shown in the public copy where something was withheld."""

from __future__ import annotations

import re

from redact.patterns import pattern
from redact.policy.model import ReleaseSettings
from redact.redaction.amount import NAME, amount_of
from redact.redaction.model import Redaction

_CODE = pattern(r"^\((b|j|k)\)(\(\d\w?\))(\([A-Fa-f]\))?\s*(.*)$", re.IGNORECASE)
_CATEGORY = pattern(r"(\d+(?:\.\d+)?)((?:,?\(\w+\))*)")
_LETTER = pattern(r"\((\w+)\)")


def amount_for(redaction: Redaction, text: str) -> str:
    """The amount shown in its label: ``name`` for a name, otherwise words or lines of ``text``."""
    return NAME if redaction.is_name else amount_of(text)


def label_for(redaction: Redaction, settings: ReleaseSettings, encoding: str) -> str:
    """The label of a redaction whose amount is known, in the form the policy prescribes.

    The forms may contain ``{reasons}`` (``(b)(1) 1.4(b),(d)``), ``{codes}`` (the State Department's
    ``1.4(B),1.4(D),B1``) and ``{amount}``. The label never reveals the length of what it replaces.
    """
    form = settings.name_placeholder if redaction.is_name else settings.placeholder
    label = form.format(
        reasons="; ".join(redaction.reasons),
        codes=",".join(dict.fromkeys(code for r in redaction.reasons for code in _codes(r))),
        amount=redaction.amount,
    )
    return in_encoding(label, encoding)


def in_encoding(text: str, encoding: str) -> str:
    """``text`` without what the encoding lacks: a dash becomes a hyphen, anything else ``?``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.replace("–", "-").replace("—", "-")
        return plain.encode(encoding, "replace").decode(encoding)
    return text


def _codes(reason: str) -> list[str]:
    """A reason as the State Department writes it: ``(b)(1) 1.4(b),(d)`` is 1.4(B), 1.4(D), B1."""
    match = _CODE.match(reason)
    if match is None:
        return [reason]
    group, number, letter, categories = match.groups()
    code = f"{group}{number.strip('()')}{letter or ''}".upper()
    return [*_categories(categories), code]


def _categories(text: str) -> list[str]:
    codes: list[str] = []
    for section, letters in _CATEGORY.findall(text):
        found = _LETTER.findall(letters)
        codes += [f"{section}({letter.upper()})" for letter in found] or [section]
    return codes
