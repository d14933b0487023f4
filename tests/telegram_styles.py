"""Invented telegrams of every era and style, with what a reader would note of each.

`telegrams` draws what a telegram says (`Content`) from a seed; a style writes it down as an era or
a kind of copy did, and a quirk changes the writing but not what it says.
"""

from __future__ import annotations

import datetime
import random
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace

POSTS = (("TESTVILLE", "RUEHTV"), ("PORT EXAMPLE", "RUEHPX"), ("SAN INVENTO", "RUEHSI"))
HEARD = "MARZIPAN"
"""A word that stands in every classified sentence and in no other."""

_OPEN = (
    "THE PUMP WAS PAINTED ON MONDAY AND THE GARDENERS WERE CONTENT WITH THE COLOR.",
    "RAIN IS EXPECTED FOR THE PICNIC; THE TENT WILL BE PITCHED BEHIND THE LIBRARY.",
    "POST REQUESTS TWO LADDERS AND ONE WHEELBARROW FOR THE ORCHARD AT THE EARLIEST.",
    "THE CHOIR SANG FOR AN HOUR. MORE THAN 200 PEOPLE CAME, 3.5 PERCENT MORE THAN IN 1971.",
)
_CLOSED = (
    f"THE RECIPE FOR THE {HEARD} CAKE WILL BE SHOWN TO THE COOKS ON FRIDAY.",
    f"{HEARD} IS KEPT IN THE NORTHERN CELLAR, WHERE THE MICE HAVE NOT FOUND IT SO FAR.",
    f"THE BAKER TOLD US THAT THE {HEARD} SUPPLY WOULD LAST UNTIL THE END OF THE YEAR.",
)
_SUBJECTS = (
    "GARDEN SHOW: PLANS FOR THE SPRING",
    "PICNIC AT THE LAKE",
    "VISIT OF THE CHOIR, JUNE 3-5",
    "PUMP TEST - SECOND REPORT",
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Content:
    """What a telegram says. ``paragraphs`` are pairs of mark and text, the mark ``None`` where the
    era or the drafter set none; ``references`` the canonical ids.
    """

    post: str
    route: str
    number: int
    moment: datetime.datetime
    precedence: str
    level: str
    captions: tuple[str, ...]
    tags: tuple[str, ...]
    subject: str
    references: tuple[tuple[str, str, int], ...]
    paragraphs: tuple[tuple[str | None, str], ...]
    signature: str
    to: tuple[str, ...]
    info: tuple[str, ...]
    declassify_on: datetime.date | None
    classifier: str
    title: str
    reasons: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.moment:%y}{self.post.replace(' ', '')}{self.number}"

    @property
    def group(self) -> str:
        month = _MONTHS[self.moment.month - 1]
        return f"{self.moment:%d%H%M}Z {month} {self.moment:%y}"

    @property
    def spaced(self) -> str:
        """The level as classification lines have it."""
        if self.level == "UNCLASSIFIED":
            return "UNCLAS"
        return "   ".join(" ".join(word) for word in self.level.split())

    @property
    def letter(self) -> str:
        return {"UNCLASSIFIED": "U", "CONFIDENTIAL": "C", "SECRET": "S"}[self.level]

    @property
    def reference_ids(self) -> list[str]:
        return [f"{year}{post.replace(' ', '')}{number}" for year, post, number in self.references]


def content(seed: str, year: int, *, level: str | None = None, marked: bool = True) -> Content:
    """What a telegram of that year says, drawn from the seed."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    post, route = draw.choice(POSTS)
    others = [name for name, _ in POSTS if name != post]
    moment = datetime.datetime(
        year, draw.randint(1, 12), draw.randint(1, 28), draw.randint(0, 23), draw.randint(0, 59)
    )
    level = level or draw.choice(("UNCLASSIFIED", "CONFIDENTIAL", "SECRET"))
    letter = {"UNCLASSIFIED": "U", "CONFIDENTIAL": "C", "SECRET": "S"}[level]
    paragraphs: list[tuple[str | None, str]] = []
    for number in range(draw.randint(3, 6)):
        closed = level != "UNCLASSIFIED" and (not marked or number % 2 == 1)
        text = " ".join(draw.sample(_CLOSED if closed else _OPEN, 2))
        paragraphs.append(((letter if closed else "U") if marked else None, text))
    return Content(
        post=post,
        route=route,
        number=draw.randint(12, 9876),
        moment=moment,
        precedence=draw.choice(("R", "P", "O")),
        level=level,
        captions=(),
        tags=tuple(draw.sample(("PREL", "ECON", "PGOV", "EAGR", "TBIO"), draw.randint(1, 3))),
        subject=draw.choice(_SUBJECTS),
        references=(
            (f"{year % 100:02d}", draw.choice(others), draw.randint(100, 9000)),
            (f"{year % 100 - 1:02d}", "STATE", draw.randint(10000, 99000)),
        ),
        paragraphs=tuple(paragraphs),
        signature=draw.choice(("ROE", "MERRIDEW", "VAN TUYL", "O'FICTIVE")),
        to=("SECSTATE WASHDC",),
        info=("AMEMBASSY SAMPLETOWN", "AMCONSUL NORTH SAMPLE"),
        declassify_on=None
        if level == "UNCLASSIFIED"
        else datetime.date(year + (6 if year < 1982 else 10), moment.month, moment.day),
        classifier=draw.choice(("Jane Q. Roe", "Ann Example", "John B. Van Tuyl")),
        title=draw.choice(("Ambassador", "DCM", "Acting Political Counselor")),
        reasons=("1.4(b)", "1.4(d)") if year >= 2004 else ("1.5(b)", "1.5(d)"),
    )


# -- pieces ---------------------------------------------------------------------------------------


def _wrapped(text: str, width: int = 65) -> str:
    return "\n".join(textwrap.wrap(text, width))


def _body(said: Content, form: str = "{n}. ({m}) ", bare: str = "{n}. ") -> str:
    parts = []
    for number, (mark, text) in enumerate(said.paragraphs, 1):
        head = form.format(n=number, m=mark) if mark else bare.format(n=number)
        parts.append(_wrapped(head + text))
    return "\n\n".join(parts)


def _references(said: Content, label: str = "REF: ") -> str:
    own = f"{said.moment:%y}"
    entries = [
        f"{letter}. {'' if year == own else year + ' '}{post} {number}"
        for letter, (year, post, number) in zip("AB", said.references, strict=True)
    ]
    return label + ("\n" + " " * len(label)).join(entries)


def _addresses(said: Content, *, routes: bool = False) -> str:
    word = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE"}[said.precedence]
    to = [f"{'RUEHC/' if routes else ''}{name} {word} 1234" for name in said.to]
    info = [f"{'RUEHSM/' if routes else ''}{name} {100 + n}" for n, name in enumerate(said.info)]
    return "TO " + "\n".join(to) + "\nINFO " + "\n".join(info)


def _line(said: Content, number: str | None = None) -> str:
    return f"{said.spaced} {said.post} {number or f'{said.number:06d}'}"


def _letters(reasons: tuple[str, ...]) -> list[str]:
    return [reason[-2] for reason in reasons]


# -- styles ---------------------------------------------------------------------------------------


def archive_1974(said: Content) -> str:
    """A record of the Central Foreign Policy File, 1973 to 1978: no portion marks."""
    long_level = said.level
    head = f"PAGE 01  {said.post} {said.number:05d}  {said.moment:%d%H%M}Z"
    order = "N/A" if said.level == "UNCLASSIFIED" else "GDS"
    return f"""{long_level}

{head}

62
ACTION EUR-12

INFO  OCT-01  ISO-00  SS-15  INR-07  /035 W
                       ---------------------     080426
{said.precedence} {said.group}
FM AMEMBASSY {said.post}
{_addresses(said)}

{_line(said, f"{said.number:04d}")}

E.O. 11652: {order}
TAGS: {", ".join(said.tags)}
SUBJ: {said.subject}

{_references(said)}

{_body(said)}
{said.signature}


{long_level}




NNN
"""


def archive_1977_attributes(said: Content) -> str:
    """The same with the table of attributes an archive prints behind it."""
    return (
        archive_1974(said).replace("\n\n\n\n\nNNN\n", "\n\n")
        + f"""<< END OF DOCUMENT >>

Message Attributes

Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Concepts: GARDENS, PICNICS
Control Number: n/a
Copy: SINGLE
Draft Date: {said.moment:%d} {_MONTHS[said.moment.month - 1]} {said.moment:%Y}
Decaption Date: 01 JAN 1960
Disposition Action: RELEASED
Disposition Date: 28 MAY 2004
Document Number: {said.moment:%Y}{said.post.replace(" ", "")}{said.number:05d}
Enclosure: n/a
Executive Order: GS
From: {said.post}
Markings: Declassified/Released US Department of State EO Systematic Review 28 MAY 2004
Original Classification: {said.level}
Page Count: '1'
Review Date: 22 JUL 2004
Subject: {said.subject}
TAGS: {", ".join(said.tags)}
To: STATE
Type: TE
Markings: Declassified/Released US Department of State EO Systematic Review 28 MAY 2004
"""
    )


def marked_1979(said: Content) -> str:
    """E.O. 12065: the classifying officer in the E.O. line, one mark for the whole text."""
    day = said.declassify_on
    order = "N/A" if day is None else f"GDS {day.month}/{day.day}/{day:%y} (ROE, JANE) OR-P"
    return f"""{said.level}

PAGE 01        {said.post} {said.number:05d}  {said.moment:%d%H%M}Z
ACTION EUR-12

INFO  OCT-01  ADS-00  EB-08  /024 W
                    ------------------084670  {said.moment:%d%H%M}Z /46
{said.precedence} {said.group}
FM AMEMBASSY {said.post}
{_addresses(said)}

{_line(said, f"{said.number:04d}")}

E.O. 12065: {order}
TAGS: {", ".join(said.tags)}
SUBJECT: {said.subject}

{_references(said)}

{_body(said)}
{said.signature}


{said.level}




NNNN
"""


def cable_1985(said: Content) -> str:
    """E.O. 12356: DECL: OADR."""
    order = "N/A" if said.level == "UNCLASSIFIED" else "DECL: OADR"
    return f"""{said.precedence} {said.group}
FM AMEMBASSY {said.post}
{_addresses(said)}

{_line(said, f"{said.number:05d}")}

E.O. 12356: {order}
TAGS: {", ".join(said.tags)}
SUBJECT: {said.subject}

{_references(said)}

{_body(said)}
{said.signature}
"""


def cable_1997(said: Content) -> str:
    """The first years of E.O. 12958: the statement in capitals, reasons of section 1.5."""
    day = said.declassify_on
    order = "N/A" if day is None else f"DECL: {day.month}/{day.day}/{day:%y}"
    by = (
        ""
        if day is None
        else (
            f"\nCLASSIFIED BY {said.title.upper()} {said.classifier.upper()}. "
            f"REASON: {said.reasons[0][:3]} ({_letters(said.reasons)[0].upper()}) AND "
            f"({_letters(said.reasons)[1].upper()}).\n"
        )
    )
    return f"""{said.precedence} {said.group}
FM AMEMBASSY {said.post}
{_addresses(said)}

{_line(said)}

E.O. 12958: {order}
TAGS: {" ".join(said.tags)}
SUBJECT: {said.subject}

{_references(said)}
{by}
{_body(said)}
{said.signature}
"""


def cable_2006(said: Content) -> str:
    """The full envelope of the 2000s."""
    day = said.declassify_on
    order = "N/A" if day is None else f"DECL: {day:%m/%d/%Y}"
    letters = _letters(said.reasons)
    by = (
        ""
        if day is None
        else (
            f"\nClassified By: {said.title} {said.classifier}, Reasons {said.reasons[0][:3]} "
            f"({letters[0]}) and ({letters[1]}).\n"
        )
    )
    security = "UUUUU" if day is None else "CCCCC" if said.level == "CONFIDENTIAL" else "SSSSS"
    sign = "ZNR" if day is None else "ZNY"
    return f"""VZCZCXYZ0001
{said.precedence * 2} RUEHWEB

DE {said.route} #{said.number:04d} {said.moment:%j%H%M}
{sign} {security} ZZH
{said.precedence} {said.group}
FM AMEMBASSY {said.post}
{_addresses(said, routes=True)}
BT
{_line(said)}

SIPDIS

E.O. 12958: {order}
TAGS: {" ".join(said.tags)}
SUBJECT: {said.subject}

{_references(said)}
{by}
{_body(said)}
{said.signature}
BT
#{said.number:04d}

NNNN
"""


def web_copy_2008(said: Content) -> str:
    """A copy from a web page: its labels stand before the record."""
    named = "UNCLASSIFIED" if said.level == "UNCLASSIFIED" else said.level
    return f"""Viewing cable {said.id}, {said.subject}

If you are new to these pages, please read an introduction on the structure of a cable.

Reference ID\tCreated\tClassification\tOrigin
{said.id}\t{said.moment:%Y-%m-%d %H:%M}\t{named}\tEmbassy {said.post.title()}

""" + cable_2006(said)


def smart_2011(said: Content) -> str:
    """The form of the messaging system of 2010 and after: labels instead of an envelope."""
    day = said.declassify_on
    by = (
        ""
        if day is None
        else (
            f"Classified By:\tName: {said.classifier}, Title: {said.title}\n"
            f"Reasons:\t{said.reasons[0]}, {said.reasons[1]}\n"
            f"Declassify On:\t{day:%Y/%m/%d}\n"
        )
    )
    group = said.group
    return f"""{said.level}

MRN:\t{said.moment:%y} {said.post} {said.number}
Date/DTG:\t{said.moment:%b %d, %Y} / {group}
From:\tAMEMBASSY {said.post}
Action:\t{said.to[0]} ROUTINE
E.O.:\t13526
TAGS:\t{", ".join(said.tags)}
Captions:\tSIPDIS
Reference:\t{", ".join(f"{y} {p} {n}" for y, p, n in said.references)}
Subject:\t{said.subject}

{by}
{_body(said)}

Signature:\t{said.signature.title()}

Drafted By:\tTESTVILLE:Roe, Jane
Cleared By:\tPOL:Example, Ann
Approved By:\tEXEC:Van Tuyl, John B.
Released By:\tTESTVILLE:Roe, Jane
Info:\t{said.info[0]} ROUTINE; {said.info[1]} ROUTINE
Dissemination Rule:\tDIS_EUR, DIS_INR

{said.level}
"""


def entire_text_1983(said: Content) -> str:
    """E.O. 12356 with one mark for the whole text, in the first paragraph."""
    plain = replace(said, paragraphs=tuple((None, text) for _, text in said.paragraphs[1:]))
    body = "\n\n".join(
        _wrapped(f"{number}. {text}") for number, (_, text) in enumerate(plain.paragraphs, 2)
    )
    mark = f"({said.letter} - ENTIRE TEXT.)" if said.level != "UNCLASSIFIED" else "BEGIN."
    return cable_1985(said).replace(_body(said), f"1. {mark}\n\n{body}")


def sections_1999(said: Content) -> str:
    """Sent in two sections, the head repeated on the second, and joined in one file."""
    whole = cable_1997(said)
    first = whole.replace(_line(said), _in_section(said, 1))
    cut = first.index("\n\n2. ")
    envelope = first[: first.index("\nE.O.")]
    second = envelope.replace("SECTION 01", "SECTION 02") + first[cut:].lstrip("\n")
    return f"{first[:cut]}\n\n\n{second}"


def foia_2007(said: Content) -> str:
    """A copy of the reading room: the case number on every page, a declassification stamp."""
    case = (
        f"UNCLASSIFIED U.S. Department of State Case No. F-2010-01234 Doc No. C05123456 "
        f"Date: {said.moment:%m/%d}/2012"
    )
    return f"{case}\n\n{cable_2006(said)}\n{case}\n"


def press_copy_2009(said: Content) -> str:
    """The text file of a newspaper: labels with colons, a line of dashes, then the record."""
    return f"""Cable ID: {said.id}
Date: {said.moment:%Y-%m-%d %H:%M:%S}
Origin: Embassy {said.post.title()}
Classification: {said.level}
----------------- header ends ----------------
""" + cable_2006(said)


def short_head_2002(said: Content) -> str:
    """A head with everything crowded: no blank lines, labels in one style, references inline."""
    text = cable_1997(said)
    own = f"{said.moment:%y}"
    inline = "; ".join(
        f"({letter}) {'' if year == own else year + ' '}{post} {number}"
        for letter, (year, post, number) in zip("AB", said.references, strict=True)
    )
    text = text.replace(_references(said), f"REFS: {inline}")
    return text.replace("\n\nE.O.", "\nE.O.", 1)


def _in_section(said: Content, section: int) -> str:
    return f"{said.spaced} SECTION {section:02d} OF 02 {said.post} {said.number:06d}"


def military_2005(said: Content) -> str:
    """A general administrative message of the armed forces in USMTF sets."""
    plain = {"UNCLASSIFIED": "UNCLAS"}.get(said.level, said.spaced)
    letter = said.letter
    day = said.declassify_on
    decl = "" if day is None else f"DECL/DATE/{day:%d%b%Y}//\n".upper()
    derived = "" if day is None else "DRVFRM/GARDEN SECURITY GUIDE/01JAN2000//\n"
    month = _MONTHS[said.moment.month - 1]
    serial = f"RUEHTVA{said.number:04d} {said.moment:%j%H%M}-{letter * 4}--RUEKJCS."
    return f"""{said.precedence * 2}AUZYUW {serial}
ZN{"R" if letter == "U" else "Y"} {letter * 5}
{said.precedence} {said.group}
FM CDR TEST SQUADRON
TO JOINT STAFF WASHINGTON DC//J5//
INFO COMTESTGRU
BT
{plain} //N01000//
MSGID/GENADMIN/CDR TEST SQUADRON/{said.number:04d}/{month}//
SUBJ/{said.subject}//
REF/A/MSG/COMTESTGRU/{said.moment:%d%H%M}Z{month}{said.moment:%Y}//
NARR/REF A ASKS FOR PLANS OF THE SPRING//
POC/ROE/LT/UNIT:TEST SQUADRON/-/TEL:555-0100//
RMKS/{_body(said)}//
{derived}{decl}BT
#{said.number:04d}
NNNN
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write a telegram down, of a year. ``marked``: paragraph by paragraph.

    ``entire``: the first paragraph is a mark for the whole text and stands in place of its own.
    """

    write: Callable[[Content], str]
    year: int
    marked: bool = True
    entire: bool = False

    def paragraphs(self, said: Content) -> list[tuple[str, str | None]]:
        """Number and mark of each paragraph as written."""
        if not self.entire:
            return [(str(n), mark) for n, (mark, _) in enumerate(said.paragraphs, 1)]
        first = None if said.level == "UNCLASSIFIED" else said.letter
        return [("1", first), *((str(n), None) for n in range(2, len(said.paragraphs) + 1))]


STYLES: dict[str, Style] = {
    "archive-1974": Style(archive_1974, 1974, marked=False),
    "archive-1977-attributes": Style(archive_1977_attributes, 1977, marked=False),
    "marked-1979": Style(marked_1979, 1979),
    "entire-text-1983": Style(entire_text_1983, 1983, entire=True),
    "cable-1985": Style(cable_1985, 1985),
    "cable-1997": Style(cable_1997, 1997),
    "sections-1999": Style(sections_1999, 1999),
    "short-head-2002": Style(short_head_2002, 2002),
    "cable-2006": Style(cable_2006, 2006),
    "web-copy-2008": Style(web_copy_2008, 2008),
    "press-copy-2009": Style(press_copy_2009, 2009),
    "smart-2011": Style(smart_2011, 2011),
    "foia-2007": Style(foia_2007, 2007),
}


# -- quirks: another writing of the same ----------------------------------------------------------


def _each_line(form: str) -> Callable[[str], str]:
    return lambda text: "\n".join(form.format(line) for line in text.split("\n"))


def _swap(old: str, new: str, count: int = 0) -> Callable[[str], str]:
    return lambda text: re.sub(old, new, text, count=count)


QUIRKS: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "indented": _each_line("      {}"),
    "trailing-blanks": _each_line("{}    "),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "form-feeds": lambda text: text.replace("\n\n", "\n\f\n", 4),
    "tabs-after-number": _swap(r"(?m)^(\d)\. ", r"\1.\t"),
    "no-blank-after-number": _swap(r"(?m)^(\d)\. \(", r"\1.("),
    "two-blanks-after-number": _swap(r"(?m)^(\d)\. ", r"\1.  "),
    "blank-before-stop": _swap(r"(?m)^(\d)\. \(", r"\1 . ("),
    "no-break-spaces": lambda text: text.replace(". (", ".\u00a0("),
    "pilcrows": _swap(r"(?m)^(\d)\. \(", "\u00b6\\1. ("),
    "square-brackets": _swap(r"(?m)^(\d\. )\(([UCS])\)", r"\1[\2]"),
    "small-marks": lambda text: re.sub(
        r"(?m)^(\d\. )\(([UCS])\)", lambda m: f"{m[1]}({m[2].lower()})", text
    ),
    "blanks-in-marks": _swap(r"(?m)^(\d\. )\(([UCS])\)", r"\1( \2 )"),
    "entities": lambda text: text.replace(" AND ", " &amp; "),
    "small-labels": lambda text: text.replace("SUBJECT:", "Subject:").replace("TAGS:", "Tags:"),
    "subj": _swap(r"(?m)^SUBJECT: ", "SUBJ: "),
    "blank-before-colon": _swap(r"(?m)^(SUBJECT|TAGS|REF):", r"\1 :"),
    "wide-labels": _swap(r"(?m)^(SUBJECT|TAGS|REF): ", r"\1:    "),
    "eo-without-stops": _swap(r"(?m)^E\.O\. ", "EO "),
    "eo-with-blank": _swap(r"(?m)^E\.O\. ", "E. O. "),
    "tags-with-semicolons": _swap(r"(?m)^(TAGS:.*)$", r"\1;"),
    "single-spaced-level": lambda text: text.replace("   ", " "),
    "solid-level": lambda text: text.replace("C O N F I D E N T I A L", "CONFIDENTIAL").replace(
        "S E C R E T", "SECRET"
    ),
    "corrected-copy": lambda text: text.replace(
        "\nE.O. ", "\nC O R R E C T E D  C O P Y\n\nE.O. ", 1
    ),
    "attention": lambda text: text.replace(
        "\nE.O. ", "\nSTATE FOR EUR/CE, OES AND INR\nLAKESIDE ALSO FOR POND OFFICE\n\nE.O. ", 1
    ),
    "pass-line": lambda text: text.replace(
        "\nE.O. ", "\nDEPT PLEASE PASS TO GARDEN OFFICE\n\nE.O. ", 1
    ),
    "dashes-under-heading": _swap(r"\n\n2\. ", "\n\n-------\nSUMMARY\n-------\n\n2. ", 1),
    "heading": _swap(r"\n\n3\. ", "\n\nTHE OTHER GARDEN\n\n3. ", 1),
    "list-in-text": _swap(r"\n\n3\. ", "\n\n--A. PEARS;\n--B. PLUMS;\n--C. QUINCES.\n\n3. ", 1),
    "bullets-in-text": _swap(r"\n\n3\. ", "\n\n- PEARS;\n- PLUMS;\n- QUINCES.\n\n3. ", 1),
    "figures-in-text": _swap(
        r"\n\n3\. ", " THE SUM WAS\n1,250 DOLLARS, OR 3.1 PERCENT\nOF 40,000.\n\n3. ", 1
    ),
    "table-in-text": _swap(
        r"\n\n3\. ",
        "\n\nYEAR    PEARS    PLUMS\n1970      120       30\n1971      (14)      41\n\n3. ",
        1,
    ),
    "accents": lambda text: text.replace("LIBRARY", "BIBLIOTH\u00c8QUE").replace(
        "ORCHARD", "HUERTA DE LA SE\u00d1ORA"
    ),
    "note-by-relay": lambda text: re.sub(
        r"(?m)^(NNNN?)$", "NOTE BY OC/T: NOT PASSED TO ABOVE ADDRESSEES.\n\\g<1>", text
    ),
    "end-of-message": lambda text: re.sub(r"(?m)^NNNN?$", "END OF MESSAGE", text),
    "hyphenated": lambda text: text.replace("EXPECTED", "EXPECT-\nED"),
    "blank-lines-at-the-ends": lambda text: f"\n\n\n{text}\n\n\n",
    "byte-of-nothing": lambda text: text.replace(". (", ".\u200b (", 2),
}
