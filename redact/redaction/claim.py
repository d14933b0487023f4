"""What an audit record claims, read from its JSON without trusting any of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

from redact.errors import UsageError
from redact.patterns import LINE_START
from redact.sources import Span
from redact.values import dataclass

FORMAT = "redact/audit-record/v1"
_MARKED = re.compile(
    LINE_START + r"[ \t]{0,40}(?:\u00b6 ?)?\d{1,3}\.[ \t]{0,8}"
    r"\((?P<level>TS|S|C|TOP SECRET|SECRET|CONFIDENTIAL)(?:/[A-Z/, -]{1,60})?\)"
    r"(?!(?i:(?:[ \t](?:TOP SECRET|SECRET|CONFIDENTIAL))?[ \t.:-]{0,8}"
    r"(?:THE[ \t])?ENTIRE[ \t](?:TEXT|MESSAGE|TELEGRAM|CABLE))"
    r"[^\w\r\n]*(?:[\r\n]|\Z))"
    r"[ \t]{0,8}[\"']?\w"
)
_RANKS = {"C": 1, "CONFIDENTIAL": 1, "S": 2, "SECRET": 2, "TS": 3, "TOP SECRET": 3}


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` of the original became ``text``; ``withheld`` is ``name``,
    ``passage``, or ``None`` for a recorded edit.
    """

    start: int
    end: int
    text: str
    withheld: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The provable part of a record. ``sought``: spans, and whether each is a person.

    ``reviewed``: spans that a reviewer released. ``withholds_above``: the level above which the
    policy withholds portions, ``None`` where it withholds none or an older record does not say.
    """

    original_sha256: str
    public_sha256: str | None
    public_characters: int | None
    changes: tuple[Change, ...]
    sought: tuple[tuple[Span, bool], ...]
    kept: tuple[Span, ...]
    released: tuple[Span, ...]
    withheld_portions: tuple[Span, ...]
    reviewed: tuple[Span, ...]
    withholds_above: str | None


def read_claim(record: Mapping[str, Any], where: str | None = None) -> Claim:
    """The claim of an audit record. Raises `UsageError` when it is not an audit record."""
    try:
        if record["format"] != FORMAT:
            raise ValueError("format")
        return _claim(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            f"is not an audit record of the format {FORMAT}", where, "name a *.record.json file"
        ) from error


def _claim(record: Mapping[str, Any]) -> Claim:
    public = record["public"]
    redactions = [
        Change(r["start"], r["end"], r["label"], "name" if r["amount"] == "name" else "passage")
        for r in record["redactions"]
    ]
    edits = [Change(e["start"], e["end"], e["text"], None) for e in record["edits"]]
    changes = sorted((*redactions, *edits), key=lambda c: (c.start, c.end))
    done = 0
    for change in changes:
        # Bounds and types are checked here, so that a forged record is refused as invalid.
        _span({"start": change.start, "end": change.end})
        if not isinstance(change.text, str):
            raise TypeError("text")
        if change.start < done:
            raise ValueError("changes overlap")
        done = change.end
    portions = record["portions"]
    for asked in record["asked"]:
        _span(asked)
    return Claim(
        original_sha256=str(record["original"]["sha256"]),
        public_sha256=None if public is None else str(public["sha256"]),
        public_characters=None if public is None else _whole(public["characters"]),
        changes=tuple(changes),
        # Every withheld name is sought, whether or not the record also lists it as sought.
        sought=(
            *((_span(s), s["kind"] == "PERSON") for s in record["sought"]),
            *((Span(c.start, c.end), True) for c in changes if c.withheld == "name"),
        ),
        # A released passage does not exempt the names in it; a name kept on purpose exempts itself.
        kept=tuple(_span(k) for k in record["kept"] if k["kind"] != "portion"),
        released=tuple(_span(p) for p in portions if p["decision"] != "withhold"),
        withheld_portions=tuple(_span(p) for p in portions if p["decision"] == "withhold"),
        reviewed=tuple(_span(k) for k in record["kept"] if k["kind"] == "portion"),
        withholds_above=record.get("withholds_above"),
    )


def _span(place: Mapping[str, Any]) -> Span:
    return Span(_whole(place["start"]), _whole(place["end"]))


def _whole(number: object) -> int:
    """The number, when it is a whole one: JSON knows 1.5, Infinity and true as well."""
    if type(number) is not int:
        raise TypeError("number")
    return number


def is_emptied(claim: Claim, texts: Iterable[str]) -> bool:
    """Whether deletions are missing from the record; ``texts`` are decodings of the original.

    Either a portion it lists as withheld has no deletion, or it lists no portion at all and our own
    pattern finds paragraphs of the original marked above UNCLASSIFIED.
    """
    passages = [Span(c.start, c.end) for c in claim.changes if c.withheld == "passage"]
    ends = [passage.end for passage in passages]
    for portion in claim.withheld_portions:
        index = bisect_right(ends, portion.start)
        if index == len(passages) or passages[index].start >= portion.end:
            return True
    if claim.withheld_portions or claim.released:
        return False
    return any(_MARKED.search(text) for text in texts)


def shows_marked_text(claim: Claim, text: str) -> bool:
    """Whether a paragraph of the original that our own pattern finds marked above the policy's
    level begins with words that are neither withheld nor released by a reviewer.
    """
    if claim.withholds_above is None:
        return False
    removed = [*claim.reviewed, *(Span(c.start, c.end) for c in claim.changes if c.withheld)]
    removed.sort()
    starts = [span.start for span in removed]
    reach = list(accumulate((span.end for span in removed), max))
    highest = _RANKS.get(claim.withholds_above, 0)
    for match in _MARKED.finditer(text):
        words = match.end() - 1
        before = bisect_right(starts, words)
        if _RANKS[match["level"]] > highest and not (before and reach[before - 1] > words):
            return True
    return False
