"""Finding deletions in a public copy by their marks: labels, exemption codes, black bars."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from redact.findings import Examined
from redact.patterns import pattern
from redact.rules.release.deletion import Deletion, touching, visible_text
from redact.rules.release.exemption_code import ExemptionCode, find_codes
from redact.sources import Span, join_spans

_BRACKETS = pattern(r"\[[^\[\]]{1,120}\]|\([^()\n]{1,60}\)|<[^<>\n]{1,60}>")
_BARS = pattern(
    r"[█▇▆▅▄■▬▮▓◼⬛][█▇▆▅▄■▬▮▓◼⬛ \t]{0,400}[█▇▆▅▄■▬▮▓◼⬛]|(?<![A-Za-z0-9])X{5,}(?![A-Za-z0-9])"
)
_REMOVED = pattern(
    r"\b(?:redacted|deleted|withheld|denied|excised?|blacked out|sanitized|not declassified"
    r"|non-?responsive|outside the scope)\b",
    re.IGNORECASE,
)
# Words that a label may have beside "redacted"; with others the bracket is ordinary text.
_LABEL_WORDS = frozenset(
    """
    about ac an approximately awp by character characters classified code codes digit digits
    dp entire exemption exemptions foia for full half identity in information is less line
    lines material more name names not number of one or page pages para paragraph paragraphs
    portion portions remainder section sections sentence sentences source sources text than
    the this three title two under word words
    """.split()
)
_WORD = pattern(r"[A-Za-z]+")
_READABLE = pattern(r"[^\W_]+")
_STATUTE = pattern(
    r"\b\d{1,2}[ ]?U\.?[ ]?S\.?[ ]?C\.?(?:[ ]?§{0,2}[ ]?\d{1,5}[a-z]?)?(?:\(\w\))?", re.IGNORECASE
)
_DIGITS = 4
"""Digits that an amount may have: 120 lines, page 4 of 12."""
_AMOUNT = pattern(
    r"(?:\d|\b(?:an?|one|two|three|four|five|half|entire)\b)\W{0,3}(?:[\w.]{1,12}\W{1,3})?"
    r"(?:words?|lines?|sentences?|para(?:graph)?s?|pages?|text|characters?|sections?)\b"
    r"|\bnames?\b|\bpages? \d",
    re.IGNORECASE,
)
# A line about exemptions mentions codes; they mark no deleted text.
_ABOUT_EXEMPTIONS = pattern(
    r"\b(?:exempt\w*|withh[eo]ld\w*|U\.?S\.?C|released? in|case no|denied|reasons?)\b",
    re.IGNORECASE,
)
_LINE = 200
"""Characters on either side of a code that are searched for what its line is about."""
_BETWEEN_CODES = pattern(r"[\s,;]{0,3}")


def find_deletions(examined: Examined) -> tuple[Deletion, ...]:
    """Every deletion of the copy, in order of place, none overlapping another."""
    document = examined.document
    text = document.text
    elsewhere = [
        segment.span
        for segment in document.segments
        if segment.kind in ("envelope", "wrapper", "authority")
    ]
    elsewhere += (stamp.span for stamp in document.stamps)
    shown = read_deletions(text, join_spans(elsewhere))
    recorded = examined.publication.withheld if examined.publication else ()
    # Labels that redact wrote in a form that cannot be recognized by itself.
    others = tuple(
        Deletion(
            withheld.public,
            tuple(find_codes(text, withheld.public.start, withheld.public.end)),
            states_amount=bool(withheld.amount),
        )
        for withheld in recorded
        if not touching(withheld.public, shown)
    )
    return tuple(sorted((*shown, *others), key=lambda d: d.span))


@lru_cache(maxsize=4)  # half of the family asks for the deletions of the same copy
def read_deletions(text: str, ignored: tuple[Span, ...]) -> tuple[Deletion, ...]:
    """The deletions a text shows, sorted and disjoint.

    ``ignored`` are sorted, disjoint passages in which codes outside brackets mark no deletion.
    """
    labels = list(_labels(text))
    unbracketed = [
        Deletion(span, codes, states_amount=False)
        for span, codes in _code_runs(text)
        if not touching(span, labels) and not _is_ignored(text, span, ignored)
    ]
    bars = list(_bars(text, sorted((*labels, *unbracketed), key=lambda d: d.span)))
    others = (*labels, *(deletion for deletion in unbracketed if _stands_for_text(text, deletion)))
    apart = [deletion for deletion in others if not touching(deletion.span, bars)]
    return tuple(sorted((*bars, *apart), key=lambda d: d.span))


def holds_no_text(text: str, deletion: Deletion) -> bool:
    """Whether a deletion's label holds codes, words of labels and amounts, and nothing to read.

    A label with other words in it, ``[(b)(1) the old red pump]``, may be the text itself.
    """
    codes = find_codes(text, deletion.span.start, deletion.span.end)
    rest = visible_text(text, deletion.span, [Deletion(code.span, (), False) for code in codes])
    for known in (_STATUTE, _BARS, _REMOVED):
        rest = known.sub(" ", rest)
    words = _READABLE.findall(rest.lower())
    figures = [word for word in words if word.isdecimal()]
    return len("".join(figures)) <= _DIGITS and all(
        word in _LABEL_WORDS for word in words if not word.isdecimal()
    )


def _is_ignored(text: str, span: Span, ignored: Sequence[Span]) -> bool:
    """Whether codes are in one of the ignored passages or in the lines right below it.

    RELEASE IN PART over B6 is one statement.
    """
    following = bisect_left(ignored, span.end, key=lambda passage: passage.start)
    if following == 0:
        return False
    end = ignored[following - 1].end
    is_below = 0 <= span.start - end <= _LINE and not text[end : span.start].strip()
    return span.start < end or is_below


def _labels(text: str) -> Iterator[Deletion]:
    for match in _BRACKETS.finditer(text):
        label = Span(*match.span())
        codes = tuple(find_codes(text, label.start + 1, label.end - 1))
        if not (_is_coded(text, label, codes) or _says_removed(match[0])):
            continue
        rest = visible_text(text, label, [Deletion(code.span, (), False) for code in codes])
        yield Deletion(label, codes, _AMOUNT.search(rest) is not None)


def _is_coded(text: str, label: Span, codes: tuple[ExemptionCode, ...]) -> bool:
    """Whether a bracket opens with a code: ``[1.4(D),B1 - 2 lines]``, ``[FOIA (b)(6)]``.

    Only square brackets do: (B1/B2) is a class of visas, (b) the letter of a list. A lone figure
    is no code unless it fills the bracket: ``[1.4 million]``.
    """
    if text[label.start] != "[" or not codes:
        return False
    before = text[label.start + 1 : codes[0].span.start]
    lone = len(codes) == 1 and codes[0].kind == "category" and codes[0].defect == "incomplete"
    filled = before + text[codes[0].span.end : label.end - 1]
    return not before.upper().replace("FOIA", "").strip(" :,-") and not (lone and filled.strip())


def _bars(text: str, coded: Sequence[Deletion]) -> Iterator[Deletion]:
    """Black bars and rows of X, with the code or label beside them on the line."""
    done = 0
    for match in _BARS.finditer(text):
        bar = Span(*match.span())
        near = touching(Span(max(0, bar.start - 3), bar.end + 3), coded)
        beside = [deletion for deletion in near if _is_beside(text, deletion.span, bar)]
        # A code between two bars belongs to the first of them.
        beside = [deletion for deletion in beside if deletion.span.start >= done]
        start = min([bar.start, *(deletion.span.start for deletion in beside)])
        done = max([bar.end, *(deletion.span.end for deletion in beside)])
        yield Deletion(
            Span(start, done),
            tuple(code for deletion in beside for code in deletion.codes),
            states_amount=True,
        )


def _is_beside(text: str, first: Span, second: Span) -> bool:
    between = text[min(first.end, second.end) : max(first.start, second.start)]
    return len(between) <= 2 and not between.strip(" \t")


def _code_runs(text: str) -> list[tuple[Span, tuple[ExemptionCode, ...]]]:
    """Codes that follow one another with nothing but commas and blanks between them."""
    runs: list[list[ExemptionCode]] = []
    for code in find_codes(text):
        between = text[runs[-1][-1].span.end : code.span.start] if runs else None
        if between is not None and _BETWEEN_CODES.fullmatch(between):
            runs[-1].append(code)
        else:
            runs.append([code])
    return [(Span(run[0].span.start, run[-1].span.end), tuple(run)) for run in runs]


def _stands_for_text(text: str, deletion: Deletion) -> bool:
    """Whether codes outside brackets mark a deletion: ``(b)(6)`` in the text, or a margin of codes.

    A margin is lines that hold nothing else, such as ``1.4(D)`` over ``B1``.
    """
    span, codes = deletion.span, deletion.codes
    if not any(code.kind == "foia" for code in codes):
        return False
    before = text[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _LINE].partition("\n")[0]
    if _ABOUT_EXEMPTIONS.search(before) or _ABOUT_EXEMPTIONS.search(after):
        return False
    if not before.strip() and not after.strip(" \t\r,;"):
        return all(code.defect != "unknown" for code in codes)
    return span.of(text)[:3].lower() == "(b)"


def _says_removed(label: str) -> bool:
    if not _REMOVED.search(label):
        return False
    codes = [code.span for code in find_codes(label)]
    rest = visible_text(label, Span(0, len(label)), [Deletion(span, (), False) for span in codes])
    words = _WORD.findall(_REMOVED.sub(" ", rest))
    return all(word.lower() in _LABEL_WORDS for word in words)
