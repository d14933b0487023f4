"""What the first words of a line say about its place in a telegram.

Patterns are matched against a line's head (`redact.documents.lines`), so that every one of them
looks at a bounded number of characters.
"""

from __future__ import annotations

import re

ROUTE = r"[RUQ][A-Z]{3,6}"
"""A routing indicator (ACP 121): R, U or Q and three to six letters."""

MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"

TRANSMISSION_ID = re.compile(rf"V?ZCZC\s?\S|[A-Z]{{8}} {ROUTE}\d{{4}} \d{{7}}")
PRECEDENCE = re.compile(rf"[A-Z]{{2}}(?: {ROUTE})+$")
DE = re.compile(rf"DE (?:{ROUTE}\b|.{{0,12}}#\d)")
OPERATING_SIGNAL = re.compile(r"ZN[RY]\b")
DATE_TIME_GROUP = re.compile(
    rf"(?:[A-Z] ){{0,4}}\d{{5,7}}Z? ?(?:{MONTHS})[A-Z]{{0,6}}\.? ?\d{{2}}(?:\d\d)?(?![\d,])",
    re.IGNORECASE,
)
FROM = re.compile(r"FM:? \S")
TO = re.compile(r"TO:? \S")
INFO = re.compile(r"INFO:? \S")
EXEMPT = re.compile(r"XMT:? \S")
ROUTED = re.compile(rf"{ROUTE}/ ?\S")
KNOWN_ADDRESSEE = re.compile(
    rf"(?:{ROUTE}/|SECSTATE|SECDEF|AMM?EMBASSY|AMCONSUL|AMEMB|USMISSION|US ?MISSION|USLO|USINT|USUN|USDOC|USIA"
    r"|USINFO|USNATO|USEU|WHITE ?HOUSE|JCS|JOINT STAFF|CIA\b|DIA\b|NSC\b|DEPT OF|DEA\b|CDR|USCINC|CINC|RUEH"
    r"|IRAQ COLLECTIVE|.{1,60} COLLECTIVE\b)"
)
BREAK = re.compile(r"BT(?: ?#?\d{0,4})?$")
END_OF_MESSAGE = re.compile(r"N{3,5}$")
TRAILER_SERIAL = re.compile(r"#\d{4}$")

PAGE = re.compile(r"PAGE:? ?(?P<page>\d{1,3})\b(?: OF \d{1,3})?(?P<rest>.*)$", re.IGNORECASE)
SECTION_PAGE = re.compile(
    r"(?P<station>[A-Z][A-Z .'-]{1,28}?) (?P<number>\d{5,8}) (?P<section>\d{2,3})(?:\.\d{1,2})? OF (?P<count>\d{2,3})"
    r"(?: \d{6}Z)?$"
)
OFFICES = re.compile(
    r"(?:ACTION|ORIGIN|INFO) (?:[A-Z/]{1,6}-\d{2}\b ?)+|(?:[A-Z/]{1,6}-\d{2} ){2,}[A-Z/]{1,6}-\d{2}"
)
RULER = re.compile(r"-{12,} ?\d{0,6}(?: \d{6}Z)?.{0,12}$")
DRAFTING = re.compile(r"(?:DRAFTED|APPROVED|CLEARED) BY:? ")

EXECUTIVE_ORDER = re.compile(
    r"(?:\(U\) ?)?(?:E\.? ?[O0](?:\b|[.,M;:]{1,2}|(?=\d{5}))|EXECUTIVE ORDER)[.,]? ?(?:[:;]? ?\d{4,6}\b|[:;] ?(?:N/?A\b|DECL|\S))",
    re.IGNORECASE,
)
TAGS = re.compile(
    r"(?:\(U\) ?)?(?:TAGS?|TAOS|T[A-Z]GS|TA[A-Z]S)\b ?(?:[:;.,]|$|(?=[A-Z]{2,4}\b))", re.IGNORECASE
)
SUBJECT = re.compile(
    r"(?:\(U\) ?)?(?:SUBJECTS?|SUBJ?|SUBJ(?:EC|CT|E)|[A-Z]{0,2}[UI]BJ(?:ECT)?)\.? ?(?:[:;]|- )",
    re.IGNORECASE,
)
BARE_SUBJECT = re.compile(r"SUBJ(?:ECT)? [A-Z0-9(\"]")
REFERENCES = re.compile(
    r"(?:\(U\) ?)?REF(?:S|TELS?|ERENCES?|\(S\))?(?: ?\(?[A-Z0-9][.)]?)? ?[:;]|REFS?(?:TEL)? (?:\(?[A-Z1][.)]|(?:\d\d )?[A-Z][A-Z ]{2,20} \d{2,6}\b)",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"(?:\(U\) ?)?(?:(?:DERIVATIVELY )?CLASS?IFIED(?: BY\b| ?:)|DERIVED FROM ?:|DECLASSIFY ON ?:|REASONS?(?: FOR CLASSIFICATION)? ?:"
    r"|DOWNGRADE TO ?:?|CLASSIFICATION AUTHORITY)",
    re.IGNORECASE,
)

NUMBERED = re.compile(r"(?:¶ ?)?\d{1,3} ?\.{1,2} ?(?:\S|$)|(?:¶ ?)?\d{1,3} ?\(|¶")
ATTENTION = re.compile(
    r"(?:(?:ALSO |PLEASE )?(?:FOR|FROM)\b|(?:[A-Z][A-Z0-9/.,&'’ -]{0,60}? )?(?:FOR|ALSO FOR)\b:?)",
    re.IGNORECASE,
)
PASSING = re.compile(
    r"(?:.{0,60}\b)?PASS(?:ED|ING)?\b|.{1,20} CHANNEL$|C ?O ?R ?R ?E ?C ?T ?E ?D ? ?C ?O ?P ?Y",
    re.IGNORECASE,
)
ARCHIVE_NOTE = re.compile(r"NOTE BY OC/T|<< END OF DOCUMENT >>|\*{3} |E(?: E){5,}$")
