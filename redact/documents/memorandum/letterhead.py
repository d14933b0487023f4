"""Whose letterhead a paper has: departments mark their papers by their own manuals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.lines import TextLine
from redact.patterns import pattern

DEFENSE = "defense"
STATE = "state"

_TOP = 14
"""Number of nonblank lines from the top that may contain the letterhead."""
_DEFENSE = pattern(
    r"(?:UNITED STATES |U\.?S\.? )?DEPARTMENT OF (?:DEFENSE|THE (?:ARMY|NAVY|AIR FORCE))$"
    r"|OFFICE OF THE (?:(?:UNDER |ASSISTANT |DEPUTY )?SECRETARY OF (?:DEFENSE|THE ARMY|THE NAVY"
    r"|THE AIR FORCE|WAR)|CHAIRMAN OF THE JOINT CHIEFS|JOINT CHIEFS|CHIEF OF NAVAL)\b"
    r"|(?:THE )?(?:UNDER |ASSISTANT |DEPUTY )?SECRETARY OF (?:DEFENSE|THE (?:ARMY|NAVY|AIR FORCE))$"
    r"|(?:THE )?JOINT (?:CHIEFS OF STAFF|STAFF)$"
    r"|(?:HEADQUARTERS,? )?(?:UNITED STATES|U\.?S\.?) (?:ARMY|NAVY|NAVAL|MARINE CORPS|AIR FORCE"
    r"|SPACE FORCE|[A-Z]+ COMMAND|FORCES)\b"
    r"|DEFENSE [A-Z]+(?: AND [A-Z]+)? (?:AGENCY|SERVICE|OFFICE)\b|NATIONAL GUARD BUREAU\b"
    r"|MISSILE DEFENSE AGENCY\b|(?:CHAIRMAN OF THE )?JOINT CHIEFS OF STAFF\b",
    re.IGNORECASE,
)
_STATE = pattern(
    r"(?:UNITED STATES |U\.?S\.? )?DEPARTMENT OF STATE(?:$|[,.])"
    r"|EMBASSY OF THE UNITED STATES(?: OF AMERICA)?\b"
    r"|(?:UNITED STATES|U\.?S\.?|AMERICAN) (?:EMBASSY|MISSION|CONSULATE)\b",
    re.IGNORECASE,
)
_OFFICE_SYMBOL = pattern(r"[A-Z]{3,4}(?:-[A-Z]{1,4}){1,3}(?: \([0-9A-Za-z-]{1,12}\))?(?: |$)")
"""Army office symbol before the record number and the date (AR 25-50): ATZP-PU."""
_FOR_RECORD = pattern(r"MEMORANDUM (?:FOR|THRU)\b", re.IGNORECASE)
_CONTROLLED_BY = pattern(
    r"CONTROLLED BY ?: ?(?:DOD\b|DEPARTMENT OF DEFENSE\b|OUSD|OSD\b|USD\(|JOINT STAFF\b"
    r"|DEPARTMENT OF THE (?:ARMY|NAVY|AIR FORCE)\b|(?:US|U\.S\.) (?:ARMY|NAVY|AIR FORCE)\b)",
    re.IGNORECASE,
)


def issuer_of(lines: Sequence[TextLine], kinds: Sequence[str]) -> str | None:
    """`DEFENSE` or `STATE` according to the letterhead or CUI designation, otherwise ``None``."""
    top = [
        line.head
        for line, what in zip(lines, kinds, strict=True)
        if line.head and what in ("heading", "body")
    ][:_TOP]
    for head in top:
        if _FOR_RECORD.match(head):
            break  # below it are the addressees
        if _DEFENSE.match(head):
            return DEFENSE
        if _STATE.match(head):
            return STATE
    if any(
        _OFFICE_SYMBOL.match(head) and any(map(_FOR_RECORD.match, top[index + 1 : index + 4]))
        for index, head in enumerate(top)
    ):
        return DEFENSE
    designated = (line.head for line, what in zip(lines, kinds, strict=True) if what == "authority")
    return DEFENSE if any(map(_CONTROLLED_BY.match, designated)) else None
