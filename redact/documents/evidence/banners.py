"""Banner lines as evidence of marking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents.banner.banner_span import marking_place
from redact.documents.banner.level_resemblance import misspells
from redact.documents.evidence.sign import ENOUGH, Sign
from redact.documents.lines import TextLine
from redact.markings.fold import fold
from redact.patterns import pattern

_EDGE = 8
"""Number of nonblank lines at the top and at the bottom that may be banner lines."""
_LONGEST = 140
_LEVEL = r"(?:TOP[ -]?SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|RESTRICTED)"
_CONTROL = (
    r"(?:NO ?FORN|NO FOREIGN DISSEM(?:INATION)?|CONTROLLED DISSEM|NO DISSEM ABROAD"
    r"|NF|ORCON|OC|REL(?: TO)?|RELIDO|PROPIN|PR|IMCON|RSEN|FISA|DISPLAY ONLY|EYES ONLY"
    r"|SI|TK|HCS|COMINT|RD|FRD|TFNI|CNWDI|SAR|FGI|LES|FOUO|FOR OFFICIAL USE ONLY|SBU|LIMDIS|NODIS"
    r"|EXDIS|SSI|DEA SENSITIVE|ATOMAL|BALK|BOHEMIA|WNINTEL|NOCONTRACT|CUI|FED ONLY|FEDCON|NOCON"
    r"|DL ONLY|SP-[A-Z]{2,9}|X?GDS)(?![A-Z])"
)
_CODE_WORD = "UMBRA|SPOKE|MORAY|RUFF|ZARF|BYEMAN|TALENT[ -]KEYHOLE"
_MARKING = pattern(
    r"(?:(?P<cui>(?:CUI|CONTROLLED) ?/{1,2} ?[A-Z])"
    rf"|{_LEVEL} ?// ?[A-Z]"
    rf"|(?:TS|S|C|U) ?// ?{_CONTROL}"
    rf"|{_LEVEL} ?/ ?{_CONTROL}|(?:TOP ?)?SECRET ?/ ?SENSITIVE\b"
    rf"|{_LEVEL}(?: ?[-–] ?|,? )(?:NO ?FORN|ORCON|WNINTEL|NOCONTRACT|NODIS|EXDIS|LIMDIS"
    rf"|(?:FORMERLY )?RESTRICTED DATA|COMINT|{_CODE_WORD})\b"
    rf"|[A-Z ]{{4,28}}// ?{_CONTROL}"
    r"|//(?:JOINT|FGI|[A-Z]{3}|NATO|COSMIC) "
    r"|COSMIC TOP SECRET|NATO (?:SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)$)"
    r"[A-Z0-9 /,.&()-]*$"
)
_AFTER_LEVEL = (
    rf"(?:{_CONTROL}|{_CODE_WORD}|BACKGROUND USE ONLY|REL(?:EASABLE)?(?: TO)? [A-Z][A-Z, /]{{2,60}}"
    r"|(?:UK |US |CANUS )?EYES ONLY|(?:FORMERLY )?RESTRICTED DATA|SPECIAL ACCESS REQUIRED"
    r"|LIMITED DISTRIBUTION|MODIFIED HANDLING(?: AUTHORIZED)?|HANDLE VIA [A-Z ]{3,30}"
    r"|WARNING NOTICE|CODE ?WORD|SCI|SENSITIVE|DRAFT|WORKING PAPERS?|WHEN FILLED IN)(?![A-Z0-9])"
)
_LOOSE = pattern(
    rf"{_LEVEL}(?:[^A-Z0-9]{{1,4}}{_AFTER_LEVEL}){{1,6}}[^A-Z0-9]{{0,3}}$"
    r"|(?:DRAFT|WORKING PAPERS?|CLASSIFIED|CLASSIFICATION|UK|THIS (?:DOCUMENT|PAGE|PAPER) IS)"
    rf"[ :\u2013-]{{1,3}}{_LEVEL}$"
    r"|CUI ?[-\u2013: (]{1,3}(?:SP-[A-Z]{2,9}|PRVCY|PII|CTI|EXPT|OPSEC|PROPIN|PROCURE|HLTH|LEI)\)?$"
)
"""A level and marking words in any order with any separators, or words that are no marking;
accepted only where banner lines belong."""
_SPACED = pattern(r"[A-Z0-9](?:[ -]{1,2}[A-Z0-9]){4,16}$")
_BARE = pattern(
    r"(?:(?P<secret>(?:TOP[ -]?SECRET|SECRET)(?: ?/? ?SENSITIVE)?)"
    r"|(?P<classified>CONFIDENTIAL)|(?P<open>UNCLASSIFIED)|(?P<word>RESTRICTED|CONTROLLED)"
    r"|(?P<cui>CUI)|(?P<label>SBU|FOUO|FOR OFFICIAL USE ONLY|OFFICIAL USE ONLY|LIMITED OFFICIAL USE"
    r"|SENSITIVE BUT UNCLASSIFIED|LAW ENFORCEMENT SENSITIVE))"
    r"(?P<page> ?[-–—]? ?(?:PAGE )?\d{1,4}(?: OF \d{1,4})?(?: ?[-–—])?)?$",
    re.IGNORECASE,
)
_LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED")
_WEIGHTS = {
    "loose": (2, 4),
    "misspelt": (0, 1),
    "secret": (2, 4),
    "classified": (1, 2),
    "open": (1, 2),
    "word": (1, 1),
    "cui": (2, 4),
    "label": (2, 4),
}
"""By kind, the weight of a banner line at one end of the text, and of the second at both."""
_AROUND_LEVEL = "-[](){}<>\"' "
"""Characters that may surround a level on a line by itself."""
_BETWEEN_COLUMNS = pattern(r"[ \t]{2,400}")
"""As in ``SECRET      RESTRICTED DATA``, a banner line at the top or the bottom."""
_PAGE_NUMBER = pattern(r"(?:PAGE )?[-–—]? ?\d{1,4} ?[-–—]?(?: OF \d{1,4})?$|\W+$", re.IGNORECASE)
_HEADING = pattern(
    r"(?:MEMORANDUM|CLASSIFIED BY|DERIVED FROM|DECLASSIFY ON|DECL ?:|DATE|DEPARTMENT OF"
    r"|NO ?FORN|WNINTEL|NOCONTRACT|ORCON|NODIS|EXDIS|EYES ONLY|SENSITIVE$|SECURITY INFORMATION$"
    r"|HANDLE VIA|WORKING PAPERS?|DRAFT$|DESTROY (?:BY|ON)|CONTROLLED BY"
    r"|\(SECURITY CLASSIFICATION\)"
    r"|(?-i:[A-Z]{2,6}(?:/[A-Z]{1,5})?:[A-Z]{1,3}[A-Z][a-z]+:[a-z]{2,3}\b)"
    r"|GROUP ?-?[1-4]\b"
    r"|X?GDS\b|REVIEW ON \d|REVIEW ON [A-Z]|(?:FROM|TO|SUBJECT|POC|TIME|PLACE|LOCATION"
    r"|PARTICIPANTS) ?:)",
    re.IGNORECASE,
)
"""Lines directly below or above a banner line in papers typed without blank lines."""
_MARKED = pattern(r"(?:\d{1,3}\. ?)?\((?:TS|S|C|U|SBU|CUI|FOUO)(?:/[A-Z/, ]{1,24})?\) ?[^\W\d_a-z]")
"""A portion, which may also come directly below a banner line."""
_COULD_BE = pattern(
    r"[^A-Za-z]{0,4}(?:CLASS|OVERALL|PAGE|T[O0]P|[S5][A-Z]?[EC]|C[O0]?[NF]|UN?C|RES|CUI|FOR O|OFF"
    r"|LIM|SENS|LAW|COS|NAT|SBU|FOUO|UK |DRAFT|WORKING|THIS|[SCTU][ -][A-Z][ -])",
    re.IGNORECASE,
)


def banner_signs(text: str, lines: Sequence[TextLine]) -> Iterator[Sign]:
    """The banner lines among the ``lines`` of a text. A bare level counts only if it stands apart
    from the text, at the top or the bottom; at both it weighs twice as much.
    """
    written = [index for index, line in enumerate(lines) if line.head]
    top, bottom = frozenset(written[:_EDGE]), frozenset(written[-_EDGE:])
    at_top: set[str] = set()
    for index in written:
        line = lines[index]
        if not _could_be_banner(line.head):
            continue
        words = _words_of_marking(text, line)
        marking = _MARKING.match(words.upper() if "//" in words and ":" not in words else words)
        if marking is not None:
            system = "cui" if marking["cui"] else "us"
            yield Sign(line.span, "banner", ENOUGH, system, words.partition("/")[0].strip())
            continue
        if not (index in top or index in bottom) or not _is_apart(lines, index):
            continue
        found = _level_alone(_BETWEEN_COLUMNS.sub(" ", words.strip(_AROUND_LEVEL)))
        if found is None:
            continue
        kind, level = found
        weight, weight_at_both_ends = _WEIGHTS[kind]
        if not level.isupper() and kind != "misspelt":
            weight //= 2
        elif level in at_top and index in bottom:
            weight = weight_at_both_ends
        elif index in top:
            at_top.add(level)
        if weight:
            yield Sign(line.span, "banner", weight, _system_of(kind, level), level.upper())


def _could_be_banner(head: str) -> bool:
    """A cheap test before parsing a line."""
    if len(head) > _LONGEST:
        return False
    return "//" in head or _COULD_BE.match(head) is not None or head[0] > "\x7f"


def _words_of_marking(text: str, line: TextLine) -> str:
    """The marking on a line without what surrounds it; letters spaced out are put together."""
    head = line.head
    words = (head if head.isascii() else fold(head).text).strip("*_= ")
    as_written = text[line.start : line.end].strip()
    if "   " in as_written:  # columns
        words = as_written
    words = marking_place(words).of(words)
    if _SPACED.match(words):  # S E C R E T, S-E-C-R-E-T
        return words.replace(" ", "").replace("-", "")
    return words


def _level_alone(words: str) -> tuple[str, str] | None:
    """The kind of a bare, loosely marked or misspelled level, as in `_WEIGHTS`, and its words."""
    bare = _BARE.match(words)
    if bare is not None:
        kind = next(name for name in _WEIGHTS if name in bare.re.groupindex and bare[name])
        return kind, bare[kind]
    if _LOOSE.match(words):
        return "loose", words
    return ("misspelt", words) if misspells(words, _LEVELS) else None


def _system_of(kind: str, level: str) -> str | None:
    """The system of a banner line, as in `Sign`."""
    if kind == "cui" or level.startswith("CUI"):
        return "cui"
    return None if kind == "label" else "us"


def _is_apart(lines: Sequence[TextLine], index: int) -> bool:
    """Whether a line is surrounded by blank lines, page numbers, other banner lines or portions."""
    return all(
        not 0 <= beside < len(lines)
        or not (head := lines[beside].head)
        or _PAGE_NUMBER.match(head) is not None
        or _BARE.match(head.strip("*_=-[] ")) is not None
        or _HEADING.match(head) is not None
        or _MARKED.match(head) is not None
        or "\f" in head
        for beside in (index - 1, index + 1)
    )
