"""The exemption a span is withheld under, with the categories stated by the document itself."""

from __future__ import annotations

from redact.documents.model import AuthorityBlock, Document

CLASSIFIED = "(b)(1)"
"""5 U.S.C. 552(b)(1): properly classified under an executive order."""

NOT_STATED = "category not stated"
"""Used as the categories where the document gives no reason for its classification."""


def reason_for_portion(code: str, document: Document) -> str:
    """``code``; for (b)(1) with the categories of the document's reason line.

    Documents from before 1982 have no such line: E.O. 12356 was the first to require reasons.
    """
    if code != CLASSIFIED:
        return code
    return f"{code} {categories_of(document.authority) or NOT_STATED}"


def categories_of(authority: AuthorityBlock | None) -> str:
    """The reasons of the authority line, letters grouped by section: ``1.4(b),(d)``."""
    letters: dict[str, dict[str, None]] = {}
    for reason in authority.reasons if authority else ():
        section = letters.setdefault(reason.section, {})
        if reason.letter is not None:
            section[f"({reason.letter.lower()})"] = None
    return ", ".join(section + ",".join(found) for section, found in letters.items())
