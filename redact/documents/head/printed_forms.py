"""Telegrams and airgrams on the printed forms in use until telegrams were automated in 1973.

    INCOMING TELEGRAM            Department of State
    EUR       FROM:   Testville
    Info      TO:     Secretary of State
              NO:     412, August 5, 7 p.m.

Labels take the place of an envelope; the offices that received a copy are in a column beside them.
No form of line leaves room for a sentence: anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.head import signs
from redact.documents.lines import TextLine
from redact.documents.sentence_words import is_sentence
from redact.patterns import pattern
from redact.sources import Span

_LOOK_AHEAD = 16
"""Number of nonblank lines from the top searched for the title of a form."""
_LABELS_WITHIN = 40
"""Number of lines from the top searched for its labels."""
_LONGEST = 100
"""Maximum code points of a line of a form."""
_DEPARTMENT = (
    r"(?:(?:U\.?S\.? )?DEPARTMENT OF STATE|FOREIGN SERVICE OF THE UNITED STATES OF AMERICA)"
)
_KIND = r"(?:(?:INCOMING|OUTGOING) )?(?:TELEGRAM|T E L E G R A M|AIRGRAM|A I R G R A M|CABLEGRAM)"
_TITLE = pattern(
    rf"(?:{_DEPARTMENT}[, -]*)?{_KIND}(?:[, -]*{_DEPARTMENT})?(?: \W?CONTINUED\W?)?"
    r"(?:[, -]*(?:ACTION|INFO|INFORMATION|FILE) COPY)?$"
    r"|(?:[\d./-]{3,24} ?: ?)?(?:CIRCULAR )?(?:TELEGRAM|AIRGRAM)(?: NO\. ?\d{1,5})? FROM THE"
    r" (?:EMBASSY|LEGATION|CONSULATE|MISSION|DEPARTMENT|DELEGATION|INTERESTS)\b[^.:;]{0,90}$",
    re.IGNORECASE,
)
_COLUMN = r"(?:(?:ACTION|INFO|\d{1,3}|(?-i:[A-Z]{1,5}(?:/[A-Z]{1,4})?))[ \t]{1,80})?"
"""An office or a number of copies in front of a label."""
LABEL = pattern(
    rf"\s{{0,120}}{_COLUMN}(?P<label>FROM|SENT TO|TO|NO|NUMBER|NR|ACTION|INFO|ORIGIN"
    r"|RPTD INFO|REPEATED INFO|REPEATED TO|DATE|CONTROL"
    r"|MESSAGE REFERENCE NO|REC'?D|RECEIVED|CHARGE(?: TO)?|CLASSIFICATION|INDICATE|PRIORITY"
    r"|PRECEDENCE)\.?[ \t]{0,40}:[ \t]{0,80}(?P<value>.*)$",
    re.IGNORECASE,
)
_VALUES = {
    **dict.fromkeys(("NO", "NUMBER", "NR"), pattern(r"\d")),
    "MESSAGE REFERENCE NO": pattern(r"$|(?:CA|A) ?- ?\d"),
    **dict.fromkeys(("DATE", "CONTROL", "REC'D", "RECD", "RECEIVED"), pattern(r"$|[^\d]{0,12}\d")),
    **dict.fromkeys(("CHARGE", "CHARGE TO", "INDICATE", "PRIORITY"), pattern(r".{0,32}$")),
    **dict.fromkeys(("CLASSIFICATION", "PRECEDENCE"), pattern(r"(?:[A-Z]{4,20} ?){0,3}$")),
}
"""Values after labels other than sender and addressee; with any other value the line is text."""
_EVIDENCE = frozenset(("FROM", "TO", "SENT TO", "NO", "ACTION", "CONTROL", "INFO", "DATE"))
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]{0,6}\.?"
_HOUR = r"\d{1,2}(?:[:. ]\d\d)? ?(?:[AP]\.? ?M\.?|NOON|MIDNIGHT)"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}},? ?\d{{4}}|\d{{1,2}} {_MONTH},? ?\d{{2,4}}|\d{{4}} {_MONTH} \d{{1,2}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})"
)
_MARGIN = pattern(
    rf"(?:{_COLUMN}(?:{_DAY}(?:,? {_HOUR}| (?:AM|PM) [\d ]{{1,5}})?|{_HOUR})"
    rf"|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}), {_MONTH} \d{{1,2}}, \d{{4}}"
    rf" ?[\u2014\u2013,-]{{1,2}} ?{_HOUR}"
    r"|(?:ACTION|FILE|INFO|INFORMATION|RM|AMBASSADOR'S) COPY|(?:INFO|ACTION)|FOR RM USE ONLY|NO\.?"
    r"|(?:INCOMING|OUTGOING)(?: AMERICAN (?:EMBASSY|CONSULATE|LEGATION)(?-i: [A-Z ]{3,30}))?"
    rf"|{_DEPARTMENT}|FOREIGN SERVICE OF THE|UNITED STATES OF AMERICA"
    r"|(?:INDICATE ?: ?)?(?:\[[ X]?\] ?(?:COLLECT|CHARGE TO) ?){1,2}"
    r"|(?:STATE )?(?:FORM )?DS-? ?\d{2,4}[A-Z]?(?: \d{1,2}-\d\d)?"
    r"|(?-i:[A-Z]{1,5}(?:[/-][A-Z0-9]{1,4})?)|\d{1,3}"
    r"|(?-i:(?:ACTION |INFO |ORIGIN )?(?:[A-Z/]{1,6}[ -]\d\d[, ]{0,2}){1,20}"
    r"(?:/?\d{3} ?[A-Z]{0,2})?)"
    r"|(?-i:(?:POL|DEF|ECIN|E|FT|FN|FSE|AID|CSM|SOC|EDU|CUL|STR|TP|AV|SP|PET|INCO|PS|REF|RM|ORG|BG"
    r"|DP|LAB|LEG|NBC|AE|AGR|HLTH|IT|PO|TEL|UN)(?: \d{1,2}(?:-\d{1,3}){0,2})?(?: [A-Z]{2,20}){0,3})"
    r"|[\d.]{3,10}/\d[\d-]{2,9}(?: ?: ?(?:TELEGRAM|AIRGRAM))?)$",
    re.IGNORECASE,
)
"""Text in the margins: copies, files, days and hours of receipt, form numbers."""
_PRECEDENCE = pattern(
    r"(?:(?:NIACT|OPERATIONAL|EMERGENCY|RUSH|URGENT) ?)*"
    r"(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|DEFERRED|NIACT|RUSH|URGENT)(?: NIACT)?$",
    re.IGNORECASE,
)
_DISTRIBUTION = pattern(
    r"(?:LIMIT(?:ED)? DISTRIBUTION|NO DISTRIBUTION(?: OUTSIDE (?:THE )?DEPARTMENT)?"
    r"|NO FOREIGN DISSEM(?:INATION)?|(?:STRICTLY )?(?:PERSONAL )?EYES ONLY"
    r"(?: FOR(?: [A-Z.]+){1,4})?"
    r"|VERBATIM TEXT|SECTION (?:ONE|TWO|THREE|FOUR|\d) OF \w{1,5}"
    r"|(?-i:JOINT (?:[A-Z]+(?:/[A-Z]+){1,4}|[A-Z]+-[A-Z]+) MESSAGE)"
    r"|(?:CIRTEL|CIRCULAR|USITO|AIDTO|TOAID|POLTO|TOPOL|ECTO|DEPTO|TOSEC|SECTO|CA)[ -]?\d{0,6})$",
    re.IGNORECASE,
)
AIRGRAM_NUMBER = pattern(r"(?P<number>(?:CA|A) ?- ?\d{1,5})\b")
_LEVEL = (
    r"(?P<level>(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|LIMITED OFFICIAL USE"
    r"|OFFICIAL USE ONLY)(?:[ /-]{1,3}(?:NO ?FORN|NO FOREIGN DISSEM(?:INATION)?|LIMDIS|EXDIS|NODIS)"
    r"){0,2})"
)
_STATED = pattern(
    r"[ \t]{0,120}(?:(?:(?:CHARGE[^\r\n]{0,60})?CLASSIFICATION\s{0,8}:"
    r"|(?:CA|A)\s?-\s?\d{1,5}|\d{1,2}-\d\d|\d{1,3})"
    rf"[ \t]{{1,80}}{_LEVEL}|{_LEVEL.replace('level', 'above', 1)}"
    r"(?:[ \t]{1,8}\d{1,4}(?:[ \t]\d{1,3}){0,2}|[ \t]{1,80}(?:CA|A)\s?-\s?\d{1,5}))[ \t]{0,120}$",
    re.IGNORECASE,
)
STATION_AND_NUMBER = pattern(r"(?P<station>[A-Z]{3,16}(?: [A-Z]{2,12})?) (?P<number>\d{3,6})$")
"""The identification of a telegram on a separate line: ``STATE 187766``."""
_UNTITLED = ("FROM:", "FROM :", "ACTION:", "ACTION :")
"""Every form without a title has one of these."""
_NUMBER_AND_HOUR = pattern(
    rf"\d{{1,5}}, ?{_MONTH} \d{{1,2}}(?:, \d{{4}})?,? {_HOUR}", re.IGNORECASE
)
_AIRGRAM_LINE = pattern(rf"(?:CA|A) ?- ?\d{{1,5}} {_LEVEL}$", re.IGNORECASE)
_PAGE = pattern(
    r"(?:[-\u2013 ]{0,3}\d{1,2}[-\u2013 ]{0,3},? ?)?(?:"
    rf"(?:NO\.? ?|#)?\d{{1,5}}, {_MONTH} \d{{1,2}},(?: \d{{4}},)? {_HOUR},?"
    r" FROM(?-i: [A-Z][A-Za-z]+){1,3}|PAGE \d{1,2} OF (?:TELEGRAM|AIRGRAM|(?:CA|A)-\d{1,5})"
    r"(?: (?:TO|FROM)(?-i: [A-Z][A-Za-z]+){1,4})?)\.?$",
    re.IGNORECASE,
)
_SENT = pattern(r"(?:SENT|ADDRESSED|REPEATED|RPTD|REPTD)\b", re.IGNORECASE)
_PARTED = pattern(r"[,;.]|\bAND\b", re.IGNORECASE)
_SENT_TO = pattern(
    r"(?: ?(?:SENT|ADDRESSED|REPEATED|RPTD|REPTD|RPT|INFO(?:RMATION)?|TO|PRIORITY|NIACT)\b){0,4}"
    r"(?: [A-Z][A-Z'-]*){0,3} \d{1,5} ?$| ?[A-Z]{3,16} ?$",
    re.IGNORECASE,
)
"""A post and the number under which it received the telegram; a single word may have none."""


def has_form(lines: Sequence[TextLine]) -> bool:
    """Whether the lines near the top are those of such a form.

    The evidence is its title with a label or a sender, or, where the title was not copied, labels
    with values found only in telegrams and airgrams.
    """
    heads = [line.head for line in lines[:_LABELS_WITHIN] if line.head]
    top = "\n".join(heads[:_LOOK_AHEAD]).upper()
    if "GRAM" in top or "G R A M" in top:
        title = next((head for head in heads[:_LOOK_AHEAD] if _TITLE.match(head)), None)
        if title is not None:
            return " FROM THE " in title.upper() or any(map(_is_evidence, heads))
    return any(sign in top for sign in _UNTITLED) and _has_own_labels(heads[:_LOOK_AHEAD])


def _has_own_labels(heads: Sequence[str]) -> bool:
    """Whether labels alone identify a telegram or airgram: the hour after the sender's number, a
    post after ACTION, an airgram number together with a sender and addressee.
    """
    labels = [match for head in heads if (match := LABEL.match(head))]
    values = {match["label"].upper(): match["value"] for match in labels}
    if "ACTION" in values and is_further_addressee(values["ACTION"]):
        return True
    if not {"FROM", "TO"} <= values.keys():
        return False
    if any(_NUMBER_AND_HOUR.match(values.get(name, "")) for name in ("NO", "NUMBER", "NR")):
        return True
    return any(AIRGRAM_NUMBER.fullmatch(head) or _AIRGRAM_LINE.match(head) for head in heads)


def _is_evidence(head: str) -> bool:
    label = LABEL.match(head)
    if label is None:
        return signs.FROM.match(head) is not None and head.isupper()
    return label["label"].upper() in _EVIDENCE


def kind_of_form_line(head: str) -> str | None:
    """The segment kind of a line of a form's head; ``None`` for text, banners and header fields."""
    if len(head) > _LONGEST:
        return None
    if _is_sent_line(head):
        return "envelope"
    if is_sentence(head):
        return None
    if _STATED.match(head):
        return "banner"
    if _is_labelled(head) or AIRGRAM_NUMBER.fullmatch(head):
        return "envelope"
    if _DISTRIBUTION.match(head):
        return "caption"
    if _PRECEDENCE.match(head):
        return "envelope"
    if _TITLE.match(head) or _MARGIN.match(head):
        return "distribution"
    return "envelope" if STATION_AND_NUMBER.match(head) else None


def _is_labelled(head: str) -> bool:
    """Whether a line has a label of the form followed by a suitable value."""
    label = LABEL.match(head)
    if label is None:
        return False
    value = _VALUES.get(label["label"].upper())
    return value is None or value.match(label["value"]) is not None


def is_further_addressee(head: str) -> bool:
    """Whether a line below the label of a list is one more post on it."""
    return len(head) <= _LONGEST and signs.KNOWN_ADDRESSEE.match(head.upper()) is not None


def is_page_of_form(head: str) -> bool:
    """Whether a line heads a further page: ``-2- 412, August 5, 7 p.m., from Testville``."""
    return len(head) <= _LONGEST and _PAGE.match(head) is not None


def level_stated(text: str, start: int, end: int) -> Span | None:
    """The span of a level after a label or next to a number of the form, ``None`` without one."""
    match = _STATED.match(text, start, end) if end - start < 3 * _LONGEST else None
    if match is None:
        return None
    return Span(*match.span("level" if match["level"] else "above"))


def _is_sent_line(head: str) -> bool:
    """Whether a line lists the posts a telegram was sent or repeated to and its number at each."""
    if _SENT.match(head) is None or not any(map(str.isdigit, head)):
        return False
    parts = [part for part in _PARTED.split(head) if part.strip()]
    return all(_SENT_TO.match(part) for part in parts)
