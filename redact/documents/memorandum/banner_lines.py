"""Banner lines of papers, including damaged ones and those wrapped over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents.banner.banner_span import is_banner, marking_place
from redact.documents.banner.classification_line import could_state_a_level
from redact.documents.banner.level_resemblance import misspells_a_level
from redact.documents.lines import TextLine, fold_space
from redact.documents.readings import read_banner
from redact.markings.level import find_level
from redact.markings.parse import UNREADABLE, parse_marking
from redact.markings.register import Register
from redact.patterns import LINE_END, LINE_START, pattern

_CUI = pattern(
    r"(?:CUI|CONTROLLED)(?: ?//? ?[A-Z0-9][A-Z0-9 ,/-]*| ?// ?[A-Z0-9][A-Za-z0-9 ,/-]*)?$"
)
_FOREIGN = pattern(
    r"(?:COSMIC|NATO|JOINT|[A-Z]{3}) (?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)\b"
)
_LABELS = (
    "SENSITIVE",
    "FOR OFFICIAL",
    "OFFICIAL USE",
    "LIMITED OFFICIAL",
    "LAW ENFORCEMENT",
    "SBU",
    "FOUO",
)
"""How handling labels begin that may serve as the banner line of a paper."""
_LONGEST_BARE = 100
"""Maximum code points of a line recognized as a banner line by its words alone."""
_MOST_LINES = 4
_LINE_BREAK = r"(?:\r\n|\r|\n)"
_FIRST = pattern(
    LINE_START + r"[ \t]{0,120}(?:"
    r"(?P<bare>TOP SECRET|SECRET|CONFIDENTIAL)(?=[ \t]{0,8}[\r\n])|"
    r"(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI) ?/|//)[A-Z0-9 ,/-]{1,160}(?<! )"
    r"(?=[ \t]{0,8}[\r\n]))"
)
_NEXT = pattern(
    rf"(?P<gap>[ \t]{{0,8}}{_LINE_BREAK}[ \t]{{0,120}})"
    r"(?P<words>[A-Z/][A-Z0-9 ,/-]{0,160}(?<! ))[ \t]{0,8}" + LINE_END
)
_NOT_ONE_LINE = frozenset({"levels-conflict", "level-repeated", "second-system"})
"""Problems with which wrapped lines are not joined: two levels are two banner lines."""


def join_wrapped_banners(text: str, register: Register) -> str:
    """``text`` with the line ends inside banner lines replaced by blanks; its length is unchanged.

    A banner line continues if it ends with a comma or an oblique, if the next line has two
    obliques, or if it is not a marking without the next; the whole must be a marking of the
    register. Controls may follow below a bare level, as on papers from before E.O. 12958.
    """
    pieces: list[str] = []
    done = 0
    for first in _FIRST.finditer(text):
        if first.start() < done:
            continue
        joined, end = _joined(text, first, register)
        pieces += (text[done : first.start()], joined)
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _joined(text: str, first: re.Match[str], register: Register) -> tuple[str, int]:
    """The banner line joined with the lines below that belong to it, and the offset of its end."""
    words, end = first[0], first.end()
    longest = words, end
    is_incomplete = first["bare"] is not None or not _is_marking(words, register)
    for _ in range(_MOST_LINES - 1):
        following = _NEXT.match(text, end)
        if following is None:
            break
        if not (is_incomplete or words.endswith((",", "/")) or "//" in following["words"]):
            break
        words += " " * len(following["gap"]) + following["words"]
        end = following.end("words")
        if _is_marking(words, register):
            longest = words, end
    return longest


def _is_marking(words: str, register: Register) -> bool:
    reading = parse_marking(fold_space(words), register)
    return reading.marking is not None and _NOT_ONE_LINE.isdisjoint(
        problem.kind for problem in reading.problems
    )


def is_banner_line(words: str, register: Register) -> bool:
    """Whether a line is a banner line: U.S. classification, CUI, another country's or NATO's."""
    bare = marking_place(words).of(words)
    return (
        _is_cui(bare, register)
        or (could_state_a_level(bare) and is_banner(bare, register))
        or (bare.upper().startswith(_LABELS) and _is_label(bare, register))
        or _is_foreign(bare, register)
    )


def _is_label(line: str, register: Register) -> bool:
    """Whether a line is a handling label in capitals, alone or as the register's banner line."""
    if not line.isupper() or len(line) > _LONGEST_BARE:
        return False
    marking = read_banner(line, register)
    return is_banner(line, register) if marking is None else marking.level is not None


def _is_cui(line: str, register: Register) -> bool:
    """Whether a line is a CUI banner line, even if its categories are not separated by obliques.
    The full title appears on cover sheets, above or below the banner line.
    """
    if not line.startswith(("CUI", "CONTROLLED")) or len(line) > _LONGEST_BARE:
        return False
    if _CUI.match(line):
        return True
    if not line.isupper() or line == register.cui_title:
        return False
    marking = read_banner(line, register)
    return marking is not None and bool(marking.cui) and marking.level is None


def _is_foreign(line: str, register: Register) -> bool:
    """Whether a line is a banner line of NATO or of one or more countries, without the leading
    obliques, as on NATO's own papers.
    """
    if _FOREIGN.match(line) is None or len(line) > _LONGEST_BARE:
        return False
    marking = read_banner(line, register)
    return marking is not None and marking.non_us and marking.level is not None


def damaged_banners(
    lines: Sequence[TextLine], kinds: Sequence[str], register: Register
) -> Iterator[int]:
    """Indexes of the first and last nonblank lines, where they are a misspelled level or a level
    with a word known not to be a marking. The last line counts only in a paper that begins with a
    banner line; otherwise it may be the signer's name.
    """
    written = [index for index, line in enumerate(lines) if line.head]
    begins_with_one = bool(written) and kinds[written[0]] == "banner"
    for index in (*written[:1], *written[-1:]):
        head = lines[index].head
        if kinds[index] not in ("body", "heading") or not (index == written[0] or begins_with_one):
            continue
        level = head.partition("//")[0].strip()
        if misspells_a_level(level, register) or _bears_a_misnomer(head, register):
            begins_with_one = True
            yield index


def _bears_a_misnomer(head: str, register: Register) -> bool:
    """Whether a line is a level with a word the register lists as not a marking: DRAFT."""
    if not head.isupper() or len(head) > _LONGEST_BARE or find_level(head, register) is None:
        return False
    problems = parse_marking(head, register).problems
    unknown = [problem for problem in problems if problem.kind == UNREADABLE]
    return bool(unknown) and all(problem.fix for problem in unknown)
