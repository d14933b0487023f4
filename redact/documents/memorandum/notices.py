"""Warning notices and handling instructions: prescribed wording about the whole paper.

They appear below the banner line or at the foot of the first page. They are not portions, so they
need no mark. Each is recognized by the words it begins with.
"""

from __future__ import annotations

import re

from redact.patterns import pattern

_STOP = r"(?: ?[.:\u2013\u2014-]| ?$)"

NOTICE = pattern(
    r"(?:\((?:U|CUI)\) ?)?(?:"
    # Atomic energy information (10 CFR part 1045, DoDI 5210.02, 10 CFR part 1017)
    rf"(?:FORMERLY )?RESTRICTED DATA(?:{_STOP}| (?:THIS|UNAUTHORIZED)\b)"
    r"|CRITICAL NUCLEAR WEAPONS? DESIGN INFORMATION\b"
    r"|HANDLE AS RESTRICTED DATA\b"
    r"|(?:DOD |DOE |DEPARTMENT OF (?:DEFENSE|ENERGY) )?UNCLASSIFIED CONTROLLED NUCLEAR"
    r" INFORMATION\b"
    r"|UNAUTHORIZED D(?:ISCLOSURE|ISSEMINATION) (?:IS )?SUBJECT TO\b"
    # Intelligence and law enforcement information
    rf"|(?:LAW ENFORCEMENT|DEA) SENSITIVE{_STOP}"
    r"|(?:FISA|FOREIGN INTELLIGENCE SURVEILLANCE ACT) (?:WARNING|NOTICE|CAVEAT)\b"
    rf"|LIMITED DISTRIBUTION{_STOP}|CONTROLLED IMAGERY{_STOP}"
    r"|CAUTION ?[:\u2013\u2014-] ?PROPRIETARY\b"
    r"|(?:SECURITY )?WARNING(?: NOTICE)?\b ?[:\u2013\u2014-]"
    r"|DISSEMINATION AND EXTRACTION OF INFORMATION CONTROLLED\b"
    rf"|NATIONAL SECURITY INFORMATION{_STOP}"
    r"|NOT RELEASABLE TO (?:FOREIGN NATIONALS|CONTRACTORS)\b"
    # Handling and copies
    r"|HANDLE VIA [A-Z][A-Z /-]{1,40} (?:CHANNELS?|SYSTEMS?)\b"
    r"|DISTRIBUTION STATEMENT [A-FX]\b|DESTRUCTION NOTICE\b"
    r"|DISTRIBUTION (?:IS )?(?:LIMITED|AUTHORIZED) TO\b"
    r"|REPRODUCTION (?:OF THIS|REQUIRES|IS PROHIBITED)\b|FURTHER DISSEMINATION ONLY\b"
    r"|(?:REGRADED?|DOWNGRADED?) (?:TO )?(?:UNCLASSIFIED|CONFIDENTIAL|SECRET) (?:WHEN|UPON|IF)\b"
    r"|WORKING PAPERS?\b ?[.:\u2013\u2014-]"
    r"|(?:THIS PAGE (?:IS )?)?INTENTIONALLY (?:LEFT )?BLANK\b"
    r"|THE OVERALL CLASSIFICATION OF THIS\b"
    r"|THIS (?:DOCUMENT|MATERIAL|PAGE|CONTENT|MEMORANDUM|PAPER|INFORMATION) (?:CONTAINS\b"
    r"|IS (?:CLASSIFIED|UNCLASSIFIED|CUI|CONTROLLED|THE PROPERTY)\b|(?:MAY|MUST) (?:NOT )?BE\b"
    r"|MAY CONTAIN\b)"
    r")",
    re.IGNORECASE,
)
