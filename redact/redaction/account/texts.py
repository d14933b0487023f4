"""What a record states about the two texts: lengths, lines, amounts, and where names are sought."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from redact.redaction.account.causes import ADDED, kind_of
from redact.redaction.account.differences import compare
from redact.redaction.verification import Difference
from redact.sources import Source, Span

_PLACES = ("portions", "redactions", "asked", "kept")
_LINE_END = re.compile(r"\r\n|\r|\n")
_CANCELLED = re.compile(r"\[(?P<what>[A-Za-z ]{1,20}) - cancelled for this copy\]")
_BLANK = re.compile(r"[ \u00a0]*")


def check_texts(
    record: Mapping[str, Any], original: Source, public_characters: int
) -> Iterator[Difference]:
    """Where a record differs from what its two texts show."""
    places = [(key, n, entry) for key in _PLACES for n, entry in enumerate(record[key])]
    places += [("findings", n, entry) for n, entry in enumerate(record["findings"])]
    places += [("sought", n, entry) for n, entry in enumerate(record["sought"])]
    wrong = [
        Difference(f"$.{key}[{n}]", "is not a place in the original")
        for key, n, entry in places
        if not 0 <= entry["start"] <= entry["end"] <= len(original.text)
    ]
    if wrong:
        yield from wrong
        return
    expected: dict[str, Any] = {
        "original": {"sha256": original.sha256, "characters": len(original.text)},
        "public": {"characters": public_characters},
    }
    for key in _PLACES:
        expected[key] = [{"line": _place(entry, original)[0]} for entry in record[key]]
    expected["findings"] = [
        {"line": line, "column": column}
        for line, column in (_place(entry, original) for entry in record["findings"])
    ]
    for entry, known in zip(record["redactions"], expected["redactions"], strict=True):
        known["amount"] = _amount(entry, record["sought"], original.text)
    yield from compare(expected, record, "$")
    yield from _cancelled(record["edits"], original.text)
    yield from _whole(record, original.text)
    yield from _sought(record, original.text)


def _place(entry: Mapping[str, Any], original: Source) -> tuple[int, int]:
    return original.line_col(entry["start"])


def _amount(redaction: Mapping[str, Any], sought: list[Mapping[str, Any]], text: str) -> str:
    """The amount in steps of 1, 2, 5, 10 and so on, rounded to the nearest, up in a tie."""
    span = Span(redaction["start"], redaction["end"])
    if redaction["amount"] == "name" and _names_fill(span, sought, text):
        return "name"
    withheld = span.of(text)
    lines = len(_LINE_END.findall(withheld)) + 1
    count, unit = (lines, "line") if lines > 1 else (max(len(withheld.split()), 1), "word")
    steps = [first * 10**power for power in range(len(str(count))) for first in (1, 2, 5, 10)]
    step = min(steps, key=lambda number: (abs(number - count), -number))
    return f"{'~' if step != count else ''}{step} {unit}{'s' if step > 1 else ''}"


def _names_fill(span: Span, sought: list[Mapping[str, Any]], text: str) -> bool:
    """Whether what is sought for a deletion covers all of it and is a person's name."""
    inside = _inside(span, sought)
    done = span.start
    for entry in inside:
        done = _over_blanks(text, done)
        if entry["start"] > done:
            return False
        done = max(done, entry["end"])
    return _over_blanks(text, done) >= span.end and any(e["kind"] == "PERSON" for e in inside)


def _over_blanks(text: str, offset: int) -> int:
    """Where the spaces at an offset end: those that pad a column are withheld with a name."""
    match = _BLANK.match(text, offset)
    return match.end() if match else offset


def _inside(span: Span, entries: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    first = bisect_left(entries, span.start, key=lambda entry: int(entry["start"]))
    last = bisect_left(entries, span.end, first, key=lambda entry: int(entry["start"]))
    return [entry for entry in entries[first:last] if entry["end"] <= span.end]


def _cancelled(edits: list[Mapping[str, Any]], text: str) -> Iterator[Difference]:
    """Banners recorded with a level other than the one in the original."""
    for number, edit in enumerate(edits):
        if edit["kind"] != "banner":
            continue
        match = _CANCELLED.fullmatch(edit["text"])
        letters = "".join(filter(str.isalpha, text[edit["start"] : edit["end"]])).upper()
        named = match["what"].replace(" ", "") if match else None
        if named is None or (named != "marking" and named not in letters):
            yield Difference(f"$.edits[{number}].text", "does not name the level that stands there")


def _whole(record: Mapping[str, Any], text: str) -> Iterator[Difference]:
    """Names and identifiers whose spans are empty or cut into a word."""
    for key in ("sought", "kept", "asked"):
        for number, entry in enumerate(record[key]):
            span = Span(entry["start"], entry["end"])
            is_whole = span.of(text).strip() and not _cuts_word(span, text)
            if entry["kind"] != "portion" and not is_whole:
                yield Difference(f"$.{key}[{number}]", "is not whole words of the original")


def _cuts_word(span: Span, text: str) -> bool:
    return any(
        0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
        for place in (span.start, span.end)
    )


def _sought(record: Mapping[str, Any], text: str) -> Iterator[Difference]:
    """Deletions of names and identifiers that are not, or not entirely, sought."""
    for number, redaction in enumerate(record["redactions"]):
        span = Span(redaction["start"], redaction["end"])
        kinds = {entry["kind"] for entry in _inside(span, record["sought"])}
        if redaction["amount"] == "name" and not _names_fill(span, record["sought"], text):
            yield Difference(f"$.redactions[{number}]", "is a name of which not all is looked for")
        for cause in redaction["causes"]:
            kind = kind_of(cause)
            if kind and kind != "PLACE_OF_BIRTH" and kind not in kinds:
                yield Difference(f"$.redactions[{number}]", f"has no {kind} that is looked for")
        caused = {kind_of(cause) for cause in redaction["causes"]}
        for kind in sorted(kinds - caused - {"PERSON"} if ADDED in redaction["causes"] else kinds):
            if kind not in caused:
                yield Difference(f"$.redactions[{number}].causes", f"name no {kind}")
