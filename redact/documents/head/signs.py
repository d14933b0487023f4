"""What the first words of a line reveal about its place in a telegram.

Patterns are matched against a line's head (`redact.documents.lines`), so each examines a bounded
number of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents import dates
from redact.patterns import pattern

ROUTE = r"[RUQ][A-Z]{3,6}"
"""A routing indicator (ACP 121): R, U or Q and three to six letters."""

MONTHS = "|".join(dates.MONTHS)
"""Pattern of the first three letters of a month."""


def _sign(*alternatives: str, ignore_case: bool = False) -> re.Pattern[str]:
    return pattern("|".join(alternatives), re.IGNORECASE if ignore_case else 0)


def any_of(*signs: re.Pattern[str]) -> re.Pattern[str]:
    """One pattern for several signs, so that a line is matched once instead of once for each."""
    return pattern(
        "|".join(
            f"(?i:{sign.pattern})" if sign.flags & re.IGNORECASE else f"(?:{sign.pattern})"
            for sign in signs
        )
    )


# -- envelope -------------------------------------------------------------------------------------

TRANSMISSION_ID = _sign(r"V?ZCZC\s?\S", rf"[A-Z]{{8}} {ROUTE}\d{{4}} \d{{7}}")
PRECEDENCE = _sign(rf"[A-Z]{{2}}(?: {ROUTE})+$")
DE = _sign(rf"DE (?:{ROUTE}\b|.{{0,12}}#\d)")
SECTION_LINE = _sign(r"SECT(?:ION)? (?P<section>\d{1,2}) OF (?P<count>\d{1,2})$")
"""The section on a separate line below the level, as in military messages."""
OPERATING_SIGNAL = _sign(r"ZN[RY]\b")
DATE_TIME_GROUP = _sign(
    rf"(?:[A-Z] ){{0,4}}\d{{5,7}}Z? ?(?:{MONTHS})[A-Z]{{0,6}}\.? ?\d{{2}}(?:\d\d)?(?![\d,])",
    ignore_case=True,
)
FROM = _sign(r"FM:? \S")
TO = _sign(r"TO:? \S")
INFO = _sign(r"INFO:? \S")
EXEMPT = _sign(r"XMT:? \S")
ROUTED = _sign(rf"{ROUTE}/ ?\S")
KNOWN_ADDRESSEE = _sign(
    rf"{ROUTE}/",
    r"SECSTATE|SECDEF|AMM?EMBASSY|AMCONSUL|AMEMB|USMISSION|US ?MISSION|USLO|USINT|USUN|USDOC|USIA",
    r"USINFO|USNATO|USEU|WHITE ?HOUSE|JCS|JOINT STAFF|(?:CIA|DIA|NSC|DEA)\b|DEPT OF"
    r"|CDR|USCINC|CINC|COGARD|CCGD|COMUS|COMNAV|USDAO|USAID|DIRNSA|CNO |HQ ",
    r".{1,60} COLLECTIVE\b",
)
BREAK = _sign(r"BT(?: ?#?\d{0,4})?$")
GROUP_COUNT = _sign(r"(?:[A-Z]{2,6} )?GR(?:NC|\d{1,4})$")
"""FL10: the number of groups, NC if not counted; in the 1960s preceded by the agency."""
END_OF_MESSAGE = _sign(r"N{3,5}(?:MAFVVZCZ)?$")
"""Followed by the start of the next transmission where an archive ran them together."""
END_IN_WORDS = _sign(
    r"\W{0,40}(?:END (?:OF )?(?:MESSAGE|CABLE|TELEGRAM)|CABLE ENDS|EOM)\W{0,40}$", ignore_case=True
)
TRAILER_SERIAL = _sign(r"#\d{4}$")

# -- an archive's own lines -----------------------------------------------------------------------

PAGE = _sign(r"PAGE:? ?(?P<page>\d{1,3})\b(?: OF \d{1,3})?(?P<rest>.*)$", ignore_case=True)
SECTION_PAGE = _sign(
    r"(?P<station>[A-Z][A-Z .'-]{1,28}?) (?P<number>\d{5,8}) "
    r"(?P<section>\d{2,3})(?:\.\d{1,2})? OF (?P<count>\d{2,3})(?: \d{6}Z)?$"
)
OFFICES = _sign(
    r"(?:ACTION|ORIGIN|INFO) (?:[A-Z/]{1,6}-\d{2}\b ?)+",
    r"(?:[A-Z/]{1,6}-\d{2} ){2,}[A-Z/]{1,6}-\d{2}",
)
RULER = _sign(r"-{12,} ?[\dA-F]{0,6}(?: \d{6}Z)?.{0,12}$")
DISTRIBUTION = _sign(
    r"[A-Z/]{1,6}-\d{2}\b.{0,60}$",
    r"[\d /-]{1,12}(?: ?[A-Z]{1,2})?$",
    r"(?:DRAFTED|APPROVED|CLEARED) BY\b",
    r"[A-Z][A-Z0-9/ .&]{0,24} ?[-:;] ?[A-Z][A-Z. :/'-]{1,28}(?: ?\([A-Z /.-]{1,16}\))?$",
    r"(?:POSS DUPE|CORRECTED COPY|NOTE BY)\b",
)
RELAY_REMARK = _sign(r"(?:POSS(?:IBLE)? DUP(?:E|LICATE)|DUPLICATE|RETRANSMISSION)$")
STATION_NOTE = _sign(r"NOTE BY (?:OC/T|[A-Z]{1,6}(?:/[A-Z]{1,6})?:)")
ARCHIVE_NOTE = _sign(
    r"ADP\d{3}$", r"NOTE BY OC/T", r"<< END OF DOCUMENT >>$", r"\*{3} ?Current\b", r"E(?: E){5,}$"
)

# -- header ---------------------------------------------------------------------------------------

_UNMARKED = r"(?:\(U\) ?)?"
EXECUTIVE_ORDER = _sign(
    _UNMARKED
    + r"(?:E\.? ?[O0](?:\b|[.,M;:]{1,2}|(?=\d{5}))|EXECUTIVE ORDER)[.,]? ?"
    + r"(?:[:;]? ?\d{4,6}\b|[:;] ?(?:N/?A\b|DECL|\S))",
    ignore_case=True,
)
TAGS = _sign(
    _UNMARKED + r"(?:TAGS?|TAOS|T[A-Z]GS|TA[A-Z]S)\b ?(?:[:;.,]|$|(?=[A-Z]{2,4}\b))",
    ignore_case=True,
)
SUBJECT = _sign(
    _UNMARKED + r"(?:SUBJECTS?|SUBJ?|SUBJ(?:EC|CT|E)|[A-Z]{0,2}[UI]BJ(?:ECT)?)\.? ?(?:[:;]|- )",
    ignore_case=True,
)
BARE_SUBJECT = _sign(r"SUBJ(?:ECT)? [A-Z0-9(\"]")
REFERENCES = _sign(
    _UNMARKED + r"REF(?:S|TELS?|ERENCES?|\(S\))?(?: ?\(?[A-Z0-9][.)]?)? ?[:;]",
    r"REFS?(?:TEL)? (?:\(?[A-Z1][.)]|(?:\d\d )?[A-Z][A-Z ]{2,20} \d{2,6}\b)",
    ignore_case=True,
)
AUTHORITY = _sign(
    _UNMARKED + r"(?:DERIVATIVELY )?CLASS?I?FI?ED(?: BY\b| ?:)",
    _UNMARKED + r"(?:DERIVED FROM|DECLASSIFY ON|REASONS?(?: FOR CLASSIFICATION)?) ?:",
    _UNMARKED + r"(?:DOWNGRADE TO ?:?|CLASSIFICATION AUTHORITY)",
    ignore_case=True,
)
ATTENTION = _sign(
    r"(?:ALSO |PLEASE )?(?:FOR|FROM)\b",
    r"(?:[A-Z][A-Z0-9/.,&'’ -]{0,60}? )?(?:(?<!NOT )FOR|ALSO FOR)\b:?",
    ignore_case=True,
)
CORRECTED = _sign(r"DECAPTIONED\b|C ?O ?R ?R ?E ?C ?T ?E ?D ? ?C ?O ?P ?Y", ignore_case=True)
"""The remark of a corrected copy, followed by what was corrected; or that a caption was removed."""
QUOTED = _sign(r"(?:UN)?QUOTE:?$")
SERIES_NUMBER = _sign(
    r"(?:TO(?:SEC|DEP|VIP|HAK)|(?:SEC|DEP|VIP|HAK)TO) ?\d{1,6}$",
    r"(?:[A-Z]+ADMIN|AL[A-Z]{2,8}) \d{1,4}/\d{2,4}$",
)
"""The number in a series to or from a traveling principal, or of messages to a whole service:
``TOSEC 040111``, ``SECTO 123``, ``NAVADMIN 101/05``, ``ALCOAST 034/09``.
"""
PASSING = _sign(
    r"(?:.{0,60}\b)?PASS(?:ED|ING)?\b",
    r".{1,20} CHANNEL$",
    r"JOINT [A-Z/, -]{3,60}\b(?:MESSAGE|CABLE|TELEGRAM)$",
    r"MILITARY (?:ADDEES?|ADDRESSEES?)?\b.{0,24}\bSPECAT\b",
    ignore_case=True,
)

# -- body -----------------------------------------------------------------------------------------

_REASONS = r"1\.[3-8][ ,;:-]{0,2}[(\[]?[A-Ha-h](?![A-Za-z])"
"""A section and its letter, where a line break splits a statement of reasons: ``1.4 (b)``."""
NUMBERED = _sign(rf"(?!{_REASONS})(?:¶ ?)?(?:\d{{1,3}} ?\.{{1,2}} ?(?:\S|$)|\d{{1,4}}\.? ?\()|¶")
_MAY_BE_A_SIGN = pattern(
    r"\n(?:PAGE|T ?O ?P ?S|S ?E ?C ?R|C ?O ?N ?F ?I|U ?N ?C ?L ?A|LIMITED ?O|R ?E ?S ?T ?R ?I|CUI"
    r"|CONTROLLED|VZCZC|ZCZC|DE R|\d{6}|[A-Z] (?:[A-Z] ){0,3}\d{6}|N{3,5}(?:MAFVVZCZ)?(?=\n)"
    r"|ADP\d{3}(?=\n)|BT|NOTE BY|E E E|[A-Z]{8} [RUQ]|EOM|END |CABLE ENDS"
    r"|[^ -~\n]|[/#<*]|[^\w\n]{1,40}(?:EOM|END |CABLE ENDS))"
)
_MAY_BE_A_SECTION_PAGE = pattern(r" OF \d{2,3}(?: \d{6}Z)?(?=\n)")


def lines_like_signs(heads: Sequence[str]) -> frozenset[int]:
    """Indexes of the lines that may be more than text: a cheap test of all lines at once."""
    capitals = "\n".join(("", *heads, "")).upper()
    pages = _lines_with(_MAY_BE_A_SECTION_PAGE, capitals)
    return frozenset(
        (
            *_lines_with(_MAY_BE_A_SIGN, capitals),
            *(index for index in pages if SECTION_PAGE.match(heads[index])),
        )
    )


def _lines_with(sign: re.Pattern[str], text: str) -> Iterator[int]:
    """Indexes of the lines of ``text`` that hold a sign, after an empty first line."""
    index, done = -1, 0
    for match in sign.finditer(text):
        index += text.count("\n", done, match.start() + 1)
        done = match.start() + 1
        yield index
