"""Marks on a line by themselves between blank lines, above the paragraphs they apply to."""

from __future__ import annotations

import re

from redact.patterns import LINE_END, LINE_START, pattern

_LINE_BREAK = r"(?:\r\n|\r|\n)"
_LONE = pattern(
    LINE_START + r"[ \t]{0,80}\((?://)?[A-Z][A-Z/ ,-]{0,40}\)[ \t]{0,8}"
    rf"(?P<gap>{_LINE_BREAK}(?:[ \t]{{0,80}}{_LINE_BREAK}){{1,3}})(?=[^\r\n]{{0,80}}[^\s])"
)
_LAST_WORDS = pattern(r"[^\r\n]{0,300}\Z")
_PARAGRAPH = pattern(rf"[^\r\n]{{0,300}}(?:{_LINE_BREAK}[^\r\n]{{1,300}}){{0,60}}")
ENDS_A_SENTENCE = (".", "!", "?", '."', ".)", ":")
_MARKED = pattern(LINE_START + r"[ \t]{0,80}\((?://)?[A-Z][A-Z/ ,-]{0,40}\)[ \t]{0,8}" + LINE_END)


def join_lone_marks(text: str) -> str:
    """``text`` with the line ends between such a mark and its paragraph replaced by blanks.

    Marks may also be placed below their paragraphs. They are joined only if the first has no
    sentence above it and the last has one below it: a mark applied to the wrong paragraph would
    release text.
    """
    marks = [match for match in _LONE.finditer(text) if _after_blank(text, match.start())]
    if not marks or len(marks) != len(_MARKED.findall(text)):
        return text
    above = _LAST_WORDS.search(text[: marks[0].start()].rstrip())
    if above is not None and above[0].rstrip().endswith(ENDS_A_SENTENCE):
        return text
    if not all(_is_sentence(text, match) for match in marks):
        return text
    pieces: list[str] = []
    done = 0
    for match in marks:
        start, end = match.span("gap")
        pieces += (text[done:start], " " * (end - start))
        done = end
    return "".join((*pieces, text[done:]))


def _after_blank(text: str, start: int) -> bool:
    """Whether the line above is blank."""
    before = text[max(0, start - 100) : start].replace("\r\n", "\n").replace("\r", "\n")
    return not before.strip() or before.split("\n")[-2:-1] in ([""], [" "])


def _is_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the paragraph below a mark ends a sentence: an authority block or name does not."""
    paragraph = _PARAGRAPH.match(text, match.end("gap"))
    return paragraph is not None and paragraph[0].rstrip().endswith(ENDS_A_SENTENCE)
