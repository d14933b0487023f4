"""The classification authority: who classified, for what reasons, from what source, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redact.documents.lines import fold_space, trimmed
from redact.documents.model import AuthorityBlock, Field, Reason
from redact.sources import Span

LONGEST = 900
"""Code points that a statement of authority takes at most."""

_BEGIN = re.compile(
    r"(?P<derivative>DERIVATIVELY\s+)?CLASS?IFIED\s+BY\b\s*:?|CLASSIFIED\s*:\s*(?=[A-Z])"
    r"|(?P<source>DERIVED\s+FROM)\s*:|(?P<until>DECLASSIFY\s+ON)\s*:|CLASSIFICATION\s+AUTHORITY\s*:|REASONS?(?:\s+FOR\s+CLASSIFICATION)?\s*:\s*(?=(?:E\.?O\.?\s*\d+,?\s*)?(?:SECTION\s*)?1[.-]\d)",
    re.IGNORECASE,
)
_BEGIN_WORDS = tuple(
    spelling
    for word in ("SSIFIED", "SIFIED BY", "DERIVED", "DECLASSIFY", "AUTHORITY", "REASON")
    for spelling in (word, word.lower(), word.capitalize())
)
"""A part of each way a statement may begin: looking for these first is many times as fast."""
_AGAIN = re.compile(r"\s*(?:\(U\)\s*)?(?:CLASSIFIED\s+BY\b\s*:?|CLASSIFIED\s*:)\s*", re.IGNORECASE)
_REASON_WORD = re.compile(
    r"[\s,;:(\-]*\b(?:AND\s+)?(?:FOR\s+(?:THE\s+)?)?(?:R\s?E\s?A\s*S\s?O\s?N(?:\s?S|\s?\(S\))?\b|REASO\s?N(?:S)?|REA\s*SONS?)(?:\s+FOR\s+CLASSIFICATION)?\s*(?:IS|ARE)?\s*[:.;,]?\s*|[\s,;:(\-]*\b(?:FOR|PER|UNDER|IAW|PURSUANT\s+TO)?\s*(?:SECTIONS?|SEC\.?|PARAGRAPHS?|PARAS?)\s*(?=1[.-])",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?<![\d.])(?P<section>1(?:\s*\n\s*)?\.(?:\s*\n\s*)?[3-8]|1-301)(?!\d)\s*(?=[.(,:\s\-\[]*\(?[A-Za-z1-9(]|\W*$|[\s.,;)])"
)
_LETTERS = re.compile(
    r"(?:[\s,;/&.:\[\-]|\bAND\b|\bOR\b|\bREASONS?\b|\bTHROUGH\b)*(?P<open>[(\[]\s*)?(?P<letter>[A-Ka-k])(?![A-Za-z'\u2019])\s*[)\]]?|(?:[\s,;/&]|\bAND\b)*\(\s*(?P<number>10|[1-9])\s*\)",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(
    r"[\s,;]*\b(?P<field>DERIVED\s+FROM|DECL(?:ASSIFY|ASSIFICATION)?(?:\s+ON|\s+DATE)?\s*:|DECLASSIFY\s+ON|DOWNGRADE\s+TO|REASONS?(?:\s+FOR\s+CLASSIFICATION)?\s*:|CLASSIFIED\s+BY\s*:)\s*:?\s*",
    re.IGNORECASE,
)
_EXECUTIVE_ORDER = re.compile(
    r"[\s,;:(]*(?:\bE\.?\s?O\.?|\bEXECUTIVE\s+ORDER)\s*\d{5}\b[\s,:;.)]*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[a-z)\]\d])\.(?=\s|$)")

_TITLE_WORDS = (
    r"AMBASSADOR(?:-AT-LARGE)?|AMB|CHARG[E\u00c9](?:\s+D['\u2019]?AFFAIRES?)?(?:,?\s+A\.?I\.?|\s+AD\s+INTERIM)?|CDA|DCM|A/?DCM|ACTING|DEPUTY|CHIEF|OF|MISSION|PRINCIPAL"
    r"|OFFICER|CONSUL|GENERAL|CONSULATE|CG|DPO|PO|POLITICAL|ECONOMIC|ECONOMICS?|ECON|POL|POL/?ECON|POLITICAL/ECONOMIC|POLCOUNS?|ECONCOUNS?|POLOFF|ECONOFF|POLCHIEF|ECONCHIEF"
    r"|EMBOFF|CONOFF|COUNSELOR|COUNSELLOR|COUNS|MINISTER|MINISTER-COUNSELOR|SECRETARY|ASSISTANT|UNDER|FIRST|SECOND|THIRD|DIRECTOR|DIR|A/DIR|DAS|PDAS|A/S|U/S|D/AS"
    r"|RSO|A/RSO|REGIONAL|SECURITY|AFFAIRS|PUBLIC|PAO|MANAGEMENT|MGT|CONSULAR|COMMERCIAL|ATTACHE|ATTACH\u00c9|DEFENSE|SECTION|HEAD|LEADER|TEAM|PRT|REPRESENTATIVE|PERMANENT|PERMREP|USDEL"
    r"|ADVISER|ADVISOR|POLAD|EXECUTIVE|SPECIAL|ENVOY|COORDINATOR|DEP|DEPT|OFFICE|UNIT|BRANCH|INTERIM|AD|EST|ESTH|REFCOORD|LABOR|LEGAL|TREASURY|FINANCIAL|SENIOR|ADMINISTRATOR|MANAGER|CHAIR"
    r"|A/POL|A/ECON|POL/C|ECON/C|NEA|EUR|EAP|WHA|AF|SCA|INR|PM|ISN|IO|DRL|INL|S/P|D|P|T|R|M|E|G|A|THE|FOR|AND|AT|IN|TO|A\.I\.|AI"
)
_TITLE_WORD = re.compile(rf"(?:{_TITLE_WORDS})[.,]?$", re.IGNORECASE)
_OFFICE_SYMBOL = re.compile(r"[A-Z]{1,8}(?:[/-][A-Z]{1,8}){1,4}[.,]?$")
_STRONG_TITLE = re.compile(
    r"AMB|CHARG|CDA|DCM|CHIEF|COUNS|OFFICER|CONSUL|SECRETARY|DIRECTOR|MINISTER|POL|ECON|ATTACH|REP|DAS|A/S|ADVIS|ENVOY|COORD|LEADER|HEAD|PAO|RSO|CG\b|DPO|CHAIR|MANAGER|ADMINISTRATOR",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"[A-Z\u00c0-\u00de][\w'\u2019.-]*,?$|(?:DE|DEL|DELA|VAN|VON|DER|LA|LE|AL|EL|BIN|DU|DI|ST\.)$",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"[A-Z]{4,}\d+[A-Z]*\d*$")


@dataclass(frozen=True, slots=True)
class _Found:
    begin: re.Match[str]
    end: int


def find_authority(
    text: str, start: int, end: int, *, anywhere: bool = False
) -> AuthorityBlock | None:
    """The statement of authority that begins in ``text[start:end]``, ``None`` when there is none.

    ``anywhere`` is set where the stretch is running text, in which the words may be ordinary ones:
    there a reason or a colon must show that it is a statement.
    """
    for begin in _beginnings(text, start, end):
        stop = _end_of_statement(text, begin.end(), min(end, begin.end() + LONGEST))
        if anywhere and not _is_statement(text, begin, stop):
            continue
        return _read(text, begin, stop)
    return None


def _beginnings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every way a statement begins, looked for only around the words it may begin with."""
    places: set[int] = set()
    for word in _BEGIN_WORDS:
        at = text.find(word, start, end)
        while at >= 0:
            places.add(at)
            at = text.find(word, at + len(word), end)
    done = start
    for place in sorted(places):
        begin = _BEGIN.search(text, max(done, place - 32), min(end, place + 80))
        if begin is not None:
            done = begin.end()
            yield begin


def _is_statement(text: str, begin: re.Match[str], stop: int) -> bool:
    colon = begin[0].rstrip().endswith(":")
    capital = begin[0][:1].isupper()
    if not capital or colon or _SECTION.search(text, begin.end(), stop) is not None:
        return capital
    # "1. (U) CLASSIFIED BY DCM JANE ROE." opens a paragraph and names somebody with a position.
    at_head = _HEAD.search(text[max(0, begin.start() - 24) : begin.start()]) is not None
    return (
        at_head and split_person(text, _person_span(text, Span(begin.end(), stop)))[1] is not None
    )


_HEAD = re.compile(r"(?:\A|[\r\n])[ \t]*(?:\d{1,3}\.[ \t]*)?(?:\([A-Z/]{1,8}\)[ \t]*)?\Z")


_BREAK = re.compile(
    r"(?:\r\n|\r(?!\n)|\n)[ \t\u00a0]*(?=(?:\r\n|\r|\n)|\d{1,3}\.[ \t]*(?:\([A-Z]|[A-Z])|\u00b6|(?:TAGS|SUBJECT|SUBJ|REF|REFS|E\.O\.|SIPDIS)\b)"
)


def _end_of_statement(text: str, start: int, end: int) -> int:
    """A blank line, the next field or paragraph ends it, unless another of its own fields follows."""
    here = start
    while True:
        match = _BREAK.search(text, here, end)
        if match is None:
            return (
                len(text[:end].rstrip()) if end - start < LONGEST else _last_line(text, start, end)
            )
        following = re.compile(r"\s*").match(text, match.start(), end)
        after = following.end() if following else match.end()
        own = _OTHER_FIELD.match(text, after, end) or (
            _LETTERS_ONLY.match(text, after, end)
            if not text[start : match.start()].strip()
            else None
        )
        if own is None and text[start : match.start()].strip():
            return match.start()
        if own is None:
            # "Classified By:" with its name on the next line, even after a blank one.
            if re.compile(r"\d{1,3}\.").match(text, after, end):
                return match.start()
        here = max(after, match.end())
        if here >= end:
            return end


_LETTERS_ONLY = re.compile(r"(?!)")


def _last_line(text: str, start: int, end: int) -> int:
    cut = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    return cut if cut > start else end


def _read(text: str, begin: re.Match[str], stop: int) -> AuthorityBlock:
    source = until = downgrade = None
    here = begin.end()
    fields: list[tuple[str, int, int]] = []
    first = "source" if begin["source"] else "until" if begin["until"] else "by"
    if first == "by" and begin[0].upper().startswith("REASON"):
        first, here = "reason", begin.start()
    position, name = here, first
    for match in _OTHER_FIELD.finditer(text, here, stop):
        if match.start() == position and name == "reason":
            continue
        fields.append((name, position, match.start()))
        word = match["field"].upper()
        name = (
            "source" if word.startswith("DERIVED")
            else "until" if word.startswith("DECL")
            else "downgrade" if word.startswith("DOWN")
            else "by" if word.startswith("CLASSIFIED")
            else "reason"
        )  # fmt: skip
        position = match.start("field") if name == "reason" else match.end()
    fields.append((name, position, stop))
    by: Span | None = None
    for name, first_at, last_at in fields:
        span = trimmed(text, first_at, last_at)
        if not len(span):
            continue
        if name == "by" and (by is None or not len(by)):
            by = _person_span(text, span)
        elif name == "source":
            source = source or _field(text, span)
        elif name == "until":
            until = until or _field(text, span)
        elif name == "downgrade":
            downgrade = downgrade or _field(text, span)
    reasons, reason_span = read_reasons(text, begin.end(), stop)
    whole = _field(text, by) if by is not None and len(by) else None
    person, title = split_person(text, by) if by is not None and len(by) else (None, None)
    return AuthorityBlock(
        span=trimmed(text, begin.start(), stop),
        classified_by=whole,
        name=_field(text, person) if person else None,
        title=_field(text, title) if title else None,
        reasons=reasons,
        reason_span=reason_span,
        derived_from=source,
        downgrade_to=downgrade,
        declassify_on=until,
        derivative=bool(begin["derivative"]) or source is not None,
    )


def _field(text: str, span: Span) -> Field:
    end = span.end
    while end > span.start and text[end - 1] in " \t\r\n.,;:-(":
        if text[end - 1] == "." and re.search(
            r"\b(?:[A-Z]|JR|SR|A\.I)\.$", text[span.start : end], re.IGNORECASE
        ):
            break
        end -= 1
    span = trimmed(text, span.start, max(span.start, end))
    return Field(span, fold_space(span.of(text)))


# -- the person -----------------------------------------------------------------------------------


def _person_span(text: str, span: Span) -> Span:
    """Who classified: what stands before the reasons."""
    start = span.start
    while True:
        again = _AGAIN.match(text, start, span.end)
        if again is None or again.end() == start:
            break
        start = again.end()
    end = span.end
    for pattern in (_REASON_WORD, _EXECUTIVE_ORDER, _SECTION):
        match = pattern.search(text, start, end)
        if match:
            end = match.start()
    stop = _SENTENCE_END.search(text, start, end)
    while stop and re.search(
        r"\b(?:[A-Z]|Jr|Sr|Dr|Mr|Mrs|Ms|Amb|St|a\.i|Dep|Gen|Sec|Dir|Couns)$",
        text[start : stop.start()],
    ):
        stop = _SENTENCE_END.search(text, stop.end(), end)
    if stop and stop.end() < end:
        end = stop.start()
    words = text[start:end].rstrip()
    words = re.sub(
        r"[\s,;:.(\-]*\b(?:for|per|under|and|reason|due to|pursuant to|because of)$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    return trimmed(text, start, start + len(words.rstrip(" \t\r\n,;:-(")))


def split_person(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """Name and title of ``Ambassador Jane Roe``, ``Jane Roe, DCM``, ``A/DCM JANE ROE``.

    Either is ``None`` when there is none. Words that are titles, or names of offices, stand before
    the name or behind a comma after it.
    """
    words = list(re.compile(r"[^\s,;]+[,;]?|[,;]").finditer(text, span.start, span.end))
    if not words:
        return None, None
    identifier = next((w for w in words if _IDENTIFIER.match(w[0].rstrip(",;"))), None)
    first = 0
    while first < len(words) and _is_title_word(words[first][0]):
        first += 1
    if first == len(words):
        return (Span(*identifier.span()) if identifier else None), span
    last = first
    while (
        last < len(words)
        and _NAME_WORD.match(words[last][0])
        and not (last > first and _ends_name(words, last))
    ):
        last += 1
        if words[last - 1][0].endswith((",", ";")) and not _suffix_follows(words, last):
            break
    if last == first:
        return None, span
    name = trimmed(text, words[first].start(), words[last - 1].end())
    while len(name) and text[name.end - 1] in ",;":
        name = Span(name.start, name.end - 1)
    before = trimmed(text, span.start, words[first].start())
    after = trimmed(text, words[last].start(), span.end) if last < len(words) else None
    for side in (before, after):
        if side is not None and len(side):
            end = side.end
            while end > side.start and text[end - 1] in ",;: \t\r\n":
                end -= 1
            start = side.start
            while start < end and text[start] in ",;:( \t\r\n":
                start += 1
            if end > start:
                return name, Span(start, end)
    return name, None


def _is_title_word(word: str) -> bool:
    plain = word.rstrip(",;:")
    return _TITLE_WORD.match(plain) is not None or (_OFFICE_SYMBOL.match(plain) is not None)


def _ends_name(words: list[re.Match[str]], index: int) -> bool:
    """Whether a title follows the name without a comma: ``JANE ROE DCM``."""
    word = words[index][0].rstrip(",;.")
    return len(word) > 1 and _STRONG_TITLE.match(word) is not None and _is_title_word(word)


def _suffix_follows(words: list[re.Match[str]], index: int) -> bool:
    return (
        index < len(words)
        and re.match(r"(?:JR|SR|I{1,3}|IV)\.?,?$", words[index][0], re.IGNORECASE) is not None
    )


# -- the reasons ----------------------------------------------------------------------------------


def read_reasons(text: str, start: int, end: int) -> tuple[tuple[Reason, ...], Span | None]:
    """Every reason in ``text[start:end]``: sections such as 1.4, each with the letters behind it."""
    found: list[Reason] = []
    here = start
    while True:
        section = _SECTION.search(text, here, end)
        if section is None:
            break
        here = section.end("section")
        letters: list[Reason] = []
        while True:
            match = _LETTERS.match(text, here, end)
            if match is None or (match["number"] is None and not _is_letter(text, match, end)):
                break
            group = "letter" if match["letter"] else "number"
            letters.append(
                Reason(Span(*match.span(group)), _unbroken(section), match[group].lower())
            )
            here = match.end()
        found += letters or [Reason(Span(*section.span("section")), _unbroken(section), None)]
    if not found:
        return (), None
    return tuple(found), Span(found[0].span.start, found[-1].span.end)


def _unbroken(section: re.Match[str]) -> str:
    """The section, even where the end of a line cut it: ``1`` and ``.4``."""
    return "".join(section["section"].split())


def _is_letter(text: str, match: re.Match[str], end: int) -> bool:
    """A letter without brackets must stand alone: ``1.4 B AND D``, not ``1.4 A REVIEW``."""
    if match["open"] or text[match.end() - 1] in ")]":
        return True
    following = re.compile(r"\s*([A-Za-z]+)?").match(text, match.end(), end)
    word = following[1].upper() if following and following[1] else ""
    return len(word) <= 1 or word in ("AND", "OR")
