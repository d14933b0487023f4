"""The abbreviations of a document: its TAGS, and those it explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.persons.lexicon import Lexicon, fold
from redact.persons.words import words_of
from redact.sources import Span

_LETTERS = re.compile(r"\s\(\s*[\"“]?(?P<letters>[A-Z][A-Z/&-]{1,9})[\"”]?\s*[),;]")
_REACH = 120
_LONGEST_TERM = 6
"""Letters from which an unknown TAGS term is more likely a name than an abbreviation."""

_WORDS_BEFORE = re.compile(r"(?:[\w.'’&-]+\s+){1,8}[\w.'’&-]+$")
_BRACKETED = re.compile(r"[^\W\d_]\s+\(\s*[\"“]?([A-Z]{2,6})[\"”]?\s*\)")
_MINISTRY = re.compile(r"\b(?:MIN|SUBSEC|DIRGEN|VICEMIN)([A-Z]{4,14})\b")
_OFFICE = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z]{1,6})+\b")
_COMMAND = re.compile(
    r"\b(?:CINC|COMUS|AMEMB|AMCON|STATE|FOR(?=MIN))[A-Z]{2,9}\b"
    # SECDEF and USCINCSO, but SECKOUBA and MINASSIAN may be persons.
    r"|\b(?:US|SEC|DEP|EMB|MIN|FON)(?:[A-Z]{2,4}|(?P<tail>[A-Z]{5,9}))\b"
    r"|\b[A-Z]{2,6}(?:REPS?|GRP|DEPT|COUNS)\b"
    # EMBTEL and SEPTEL, but not BUCHTEL and MARTEL, who are persons.
    r"|\b(?:AIR|CON|CIR|DEP|DEPT|EMB|JOINT|MIS|MISSION|MY|OUR|POST|PRESS|REF|SEP|STATE|UN|UR|US|USUN|YOUR)"
    r"TELS?\b"
    # EMBOFF and POLOFF, but not AVEROFF and POPOFF, who are persons.
    r"|\b(?:EMB|POL|ECON?|CON|CONSUL|LAB|MIL|MSN|MISSION|PRES|PRESS|ADMIN?|DESK|DEP|DEPT|USIS|ICA|AID|AG|"
    r"GSO|SEC|POLECON|COM|COMM|MED|REF|REFUGEE|SCI|NARC|STATE|DUTY|VISA)OFFS?\b"
)


def acronyms_of(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The folded abbreviations of the document.

    TAGS terms; ``Long Name (LN)`` where the letters are the initials of the preceding words; parts
    of office symbols such as SCA/CEN unless they are known names; commands such as USCINCSO.
    """
    text = document.text
    found: set[str] = set()
    if document.telegram is not None:
        for tag in document.telegram.tags:
            # The terms may include names, not always in brackets: PINR, ROSTERMAN, JUAN.
            unknown = tag.kind == "unknown" and (
                lexicon.is_name(fold(tag.text)) or len(tag.text) >= _LONGEST_TERM
            )
            if tag.kind != "person" and not unknown:
                found.add(fold(tag.text))
    for letters, before in _explained(text):
        initials = "".join(w[0] for w in re.findall(r"\w+", before.of(text))).lower()
        if _is_subsequence(letters[:2].lower(), initials):
            found.add(letters.lower())
    found.update(
        folded
        for match in _BRACKETED.finditer(text)
        if not lexicon.is_name(folded := match[1].lower()) and len(folded) < 6
    )
    for match in _OFFICE.finditer(text):
        # TPT/HUGHES: first the office, then the person.
        found.update(
            part
            for part in match[0].lower().split("/")
            if not _may_be_person(part, lexicon) and not _is_used_alone(part, lexicon, text)
        )
    found.update(
        match[0].lower()
        for match in _MINISTRY.finditer(text)
        if match[1].lower() in lexicon.ordinary and match[0].lower() not in lexicon.ordinary
    )
    found.update(
        folded
        for match in _COMMAND.finditer(text)
        if (folded := match[0].lower()) not in lexicon.ordinary
        and not lexicon.is_name(folded)
        and not (match["tail"] and _may_be_person(match["tail"].lower(), lexicon))
    )
    return frozenset(w for w in found if w.isalpha()) - _signer(document)


def _signer(document: Document) -> frozenset[str]:
    """The surname that closes the telegram: SECREST signs, though SEC- begins abbreviations."""
    signature = document.telegram_fields.signature
    words = [word.folded for word in words_of(signature.text)] if signature else []
    return frozenset(words if len(words) == 1 and len(words[0]) > 3 else ())


def explained_names(text: str) -> tuple[Span, ...]:
    """Names of organizations followed by their own initials: LLOYD AEREO BOLIVIANO (LAB)."""
    spans: list[Span] = []
    for letters, before in _explained(text):
        words = [w for w in words_of(text, before) if len(w.text) > 2]
        run = words[-len(letters) :]
        if len(run) == len(letters) and "".join(w.text[0].upper() for w in run) == letters:
            spans.append(Span(run[0].span.start, run[-1].span.end))
    return tuple(spans)


def _explained(text: str) -> Iterator[tuple[str, Span]]:
    """Capitals in brackets and the words before them."""
    for match in _LETTERS.finditer(text):
        start = max(0, match.start() - _REACH)
        before = _WORDS_BEFORE.search(text[start : match.start()])
        if before:
            letters = re.sub(r"[^A-Z]", "", match["letters"])
            yield letters, Span(start + before.start(), match.start())


def _may_be_person(folded: str, lexicon: Lexicon) -> bool:
    return len(folded) > 3 and (lexicon.is_name(folded) or lexicon.is_unknown(folded))


def _is_used_alone(folded: str, lexicon: Lexicon, text: str) -> bool:
    """Whether a short name occurs at least twice outside office symbols: LEE, KIM."""
    if not lexicon.is_name(folded) or lexicon.is_unnamed(folded):
        return False
    return len(re.findall(rf"(?<![/\w]){folded.upper()}(?![/\w])", text)) > 1


def _is_subsequence(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)
