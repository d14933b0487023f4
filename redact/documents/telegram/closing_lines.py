"""Lines that stations and archives add after the text of a telegram and that reveal none of it.

No form leaves room for a sentence: anything else is text, and text has a level.
"""

from __future__ import annotations

import re

from redact.documents.sentence_words import is_sentence
from redact.patterns import pattern

_LONGEST = 100
"""Maximum code points of such a line."""

_OFFICE = r"[A-Z]{1,8}(?:[/-][A-Z0-9]{1,8}){0,4}"
_POST = r"(?: ?\([A-Z /-]{1,16}\))?"
_PERSON = (
    rf"(?:{_OFFICE} ?[:-] ?)?(?:(?:MRS?|MS|DR|AMB)\.? )?"
    rf"[A-Z][\w.'\u2019-]{{1,20}}(?: [A-Z][\w.'\u2019-]{{0,20}}){{0,2}}{_POST}"
)
_OFFICER = rf"{_OFFICE}:[A-Z][A-Z.'\u2019-]{{1,20}}(?:/\d{{1,2}})?{_POST}"
_DAY = r"\d{1,2}[ /-](?:\d{1,2}|[A-Z]{3,9})[ /-]\d{2,4}|[A-Z]{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d"
_PARTED = r" ?[,;/] ?"

_CLOSING = pattern(
    r"(?:"
    rf"(?:DRAFT(?:ED|ER)|APPROV(?:ED|ER)|CLEAR(?:ED|ANCES?)|RELEAS(?:ED|ER)|AUTHORIZED)"
    rf"(?: BY)?(?: ?[:-] ?| ){_PERSON}(?:{_PARTED}{_PERSON}){{0,4}}"
    rf"|{_OFFICER}(?:(?:{_PARTED}| ){_OFFICER}){{0,6}}"
    rf"|(?:DECAPTIONED|DECONTROLLED)(?: BY [A-Z0-9/. -]{{2,40}})?(?: (?:ON |DATED? )?(?:{_DAY}))?"
    r"|PAGE:? \d{1,3}(?: OF \d{1,3})?|-{1,2} ?\d{1,3} ?-{1,2}|[-=_*#~.+ ]{1,120}"
    r"|(?:SSN|CSN|MCN|TOR|TOD|DIST|OSRI)[: ]{1,3}[A-Z0-9/]{0,12}\d[A-Z0-9/]{0,12}"
    r"|#?\d{1,6}|COURAGE IS CONTAGIOUS|BACK TO TOP|PRINT|VIEWING CABLE [A-Z0-9, ]{1,24}"
    r"|(?:ATTACHMENTS?|ENCLOSURES?) ?: ?(?:NONE|N/?A)"
    r"|(?:19|20)\d\d[A-Z]{3,24}\d{3,6} - CLASSIFICATION: [A-Z /]{6,40}"
    r")\.?$",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:DRAFTED BY|(?:(?:TELEGRAPHIC TRANSMISSION|CONTENTS) AND CLASSIFICATION )?APPROVED BY"
    r"|CLEARANCES?) ?:"
)
_BY_OFFICE = r"[A-Z]{1,8}(?:[/:-][A-Z0-9]{1,8}){0,4} ?[:-] ?"
_NAMED = rf"[A-Z][\w.'\u2019-]{{1,20}}{_POST}"
_SIGNED_FOR = (
    rf"{_BY_OFFICE}(?:(?:MRS?|MISS|MS|DR|AMB)\.? )?{_NAMED}"
    r"(?::[A-Z]{2,4})?(?: \d{1,2}/\d{1,2}/\d{2,4})?(?: (?:X|EXT\.?) ?\d{3,5})?"
)
_FOOT_OF_A_FORM = pattern(
    rf"(?:{_LABEL} ?{_SIGNED_FOR}(?: {_LABEL} ?{_SIGNED_FOR})?"
    rf"|{_BY_OFFICE}(?:MRS?|MISS|MS|DR|AMB)\.? {_NAMED})$",
    re.IGNORECASE,
)
"""``Drafted by: ECON:JQRoe:ab 6/2/69`` or ``EUR - Mr. Sample``, below the signature on a form."""
_OF_A_FORM = pattern(
    r"(?:END|NODIS|EXDIS|LIMDIS|STADIS|CLEARANCES? ?:?|(?-i:[A-Z]{2,3}/\d{1,2})"
    r"|GP ?-? ?[1-4]|GROUP[ -]?[1-4](?: ?[-:;.,] ?)?"
    r"|(?:GROUP[ -]?[1-4] ?[-:;.,]? ?)?(?:DOWNGRADED AT (?:3|12)[ -]YEAR INTERVALS[;,.]?"
    r"|EXCLUDED FROM AUTOMATIC|DOWNGRADING AND|DECLASSIFICATION)"
    r"(?: (?:NOT AUTOMATICALLY|DOWNGRADING AND DECLASSIFICATION|DECLASSIFIED AFTER 12 YEARS))?"
    r"|(?:NOT AUTOMATICALLY )?DECLASSIFIED(?: AFTER 12 YEARS)?"
    r"|REPRODUCTION FROM THIS COPY IS(?: PROHIBITED(?: UNLESS \W?UNCLASSIFIED\W?)?)?"
    r"|(?:STATE )?FORM DS-? ?\d{2,4}[A-Z]?)\.?$",
    re.IGNORECASE,
)
"""Downgrading (E.O. 10501 as amended by E.O. 10964) and copying notices on 1960s forms."""
_STATION_NOTE = pattern(r"NOTE BY (?:[A-Z]{1,4}/[A-Z]{1,4}|[A-Z]{2,6}) ?[:.-]*(?P<words>.*)$")
_NOTE_WORD = pattern(r"[^\W\d_]+")
_STATION_WORDS = frozenset(
    """
    A AS ALL AND ANY ABOVE ADDEE ADDEES ADDRESSEE ADDRESSEES ARA AF EA EAP EUR NEA SA IO AIG BE
    BEING BY COPY CORRECT CORRECTED CORRECTION CORRECTIONS DELAYED DUPE DUPLICATE FIRST FOLLOW
    FOLLOWS FOR FROM GARBLE GARBLED GARBLES HAS HAVE IN INFO IS LINE LINES LAST MESSAGE MISSING
    MRN NO NOT NUMBER NUMBERING OF OMISSION ON ORIGINAL PARA PARAS PARAGRAPH PASSED POSS
    POSSIBLE POST POSTS RECEIVED REPEAT RETRANSMISSION RETRANSMITTED SEC SECS SECT SECTION
    SECTIONS SENT SERVICE SERVICED SUBJ SUBJECT TAGS TELEGRAM TEXT THE TO WAS WILL WITH UPON
    RECEIPT INCOMPLETE OC T COMM CENTER
    """.split()
)
"""Words with which a communications center notes how a telegram was received and relayed."""


def is_closing_line(head: str) -> bool:
    """Whether a line after the signature was added by the station or an archive: who drafted and
    cleared the telegram, the removal of a caption, a serial number, the foot of a page.
    """
    if len(head) > _LONGEST:
        return False
    if _OF_A_FORM.match(head):
        return True
    if (":" in head or " - " in head) and _FOOT_OF_A_FORM.match(head):
        return True
    if is_sentence(head):
        return False
    return _CLOSING.match(head) is not None or is_station_note(head)


def is_station_note(head: str) -> bool:
    """Whether a line is a communications center's note made up of `_STATION_WORDS` only."""
    note = _STATION_NOTE.match(head)
    return note is not None and all(
        word.upper() in _STATION_WORDS for word in _NOTE_WORD.findall(note["words"])
    )
