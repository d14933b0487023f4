"""The markings in a record, compared with the document parsed again, level by level."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from redact.documents.model import AuthorityBlock, Document
from redact.markings.marking import level_rank
from redact.policy.model import Policy
from redact.redaction.account.causes import ADDED, REPEATS, kind_of, names_portion
from redact.redaction.account.differences import compare
from redact.redaction.account.portions import ReadPortion, read_portions
from redact.redaction.verification import Difference
from redact.sources import Span, join_spans
from redact.values import dataclass


def check_markings(
    record: Mapping[str, Any], document: Document, policy: Policy
) -> Iterator[Difference]:
    """Where a record differs from its original parsed again."""
    portions = read_portions(document)
    line = document.classification_line
    stated = [p.marking.level for p in document.portions if p.marking and p.marking.level]
    redactions = sorted(record["redactions"], key=lambda r: (r["start"], r["end"]))
    expected = {
        "document": _document(document),
        "banner": {
            "found": line.marking.banner() if line and line.marking else None,
            "required": max(stated, key=level_rank, default=None),
        },
        "portions": [_portion(portion, redactions) for portion in portions],
    }
    yield from compare(expected, record, "$")
    yield from _not_withheld(record, portions, policy)
    categories = _categories(document.authority)
    described = {read.described for read in portions}
    places = _Places.of(portions)
    for number, redaction in enumerate(record["redactions"]):
        path = f"$.redactions[{number}]"
        yield from _causes(redaction, places, described, path)
        yield from _reasons(redaction, policy, categories, path)


def _document(document: Document) -> dict[str, Any]:
    telegram, authority = document.telegram, document.authority
    number = telegram.message_number if telegram else None
    order = telegram.executive_order if telegram else None
    until = order.declassify_on if order else None
    return {
        "kind": document.kind,
        "classification": document.level,
        "captions": [caption.name for caption in telegram.captions] if telegram else [],
        "message_number": number.id if number else None,
        "date": document.date.isoformat() if document.date else None,
        "declassify_on": until.isoformat() if until else None,
        "reasons": [str(reason) for reason in authority.reasons] if authority else [],
    }


def _portion(read: ReadPortion, redactions: list[Mapping[str, Any]]) -> dict[str, Any]:
    portion = read.portion
    touching = [r for own in read.own for r in _touching(redactions, own)]
    passages = join_spans(_span(r) for r in touching if r["amount"] != "name")
    if read.own and all(_is_covered(own, passages) for own in read.own):
        decision = "withhold"
    else:
        decision = "withhold-names" if touching else "release"
    return {
        "number": portion.number,
        "kind": portion.kind,
        "mark": portion.marking.portion() if portion.marking else None,
        "level": read.level,
        "decision": decision,
        "reasons": sorted({reason for r in touching for reason in r["reasons"]}),
        "start": portion.span.start,
        "end": portion.span.end,
    }


def _touching(redactions: list[Mapping[str, Any]], own: Span) -> list[Mapping[str, Any]]:
    """Those of the deletions, in order of place and apart, that reach into a stretch."""
    first = bisect_right(redactions, own.start, key=lambda r: int(r["end"]))
    return redactions[
        first : bisect_left(redactions, own.end, first, key=lambda r: int(r["start"]))
    ]


def _not_withheld(
    record: Mapping[str, Any], portions: list[ReadPortion], policy: Policy
) -> Iterator[Difference]:
    """Portions above the policy's level whose words were neither withheld nor released."""
    limits = [line.portions_above for line in policy.withhold if line.portions_above]
    gone = (_span(r) for r in record["redactions"] if r["amount"] != "name")
    passed = (_span(k) for k in record["kept"] if k["kind"] == "portion")
    passages = join_spans((*gone, *passed))
    for number, read in enumerate(portions):
        above = any(level_rank(read.level) > level_rank(limit) for limit in limits)
        if above and not all(_is_covered(own, passages) for own in read.own):
            yield Difference(f"$.portions[{number}]", "is above the level that is released")


@dataclass(frozen=True, slots=True)
class _Places:
    """The stretches of all portions in order, each with how its portion is described. ``reach`` is
    the furthest end so far: a repeated title may lie inside another portion.
    """

    starts: tuple[int, ...]
    reach: tuple[int, ...]
    stretches: tuple[tuple[Span, str], ...]

    @classmethod
    def of(cls, portions: list[ReadPortion]) -> _Places:
        found = sorted((own, read.described) for read in portions for own in read.own)
        starts = tuple(own.start for own, _ in found)
        return cls(starts, tuple(accumulate((own.end for own, _ in found), max)), tuple(found))

    def described_at(self, span: Span) -> set[str]:
        """How the portions are described that reach into a span."""
        first = bisect_right(self.reach, span.start)
        last = bisect_left(self.starts, span.end, first)
        return {how for own, how in self.stretches[first:last] if own.overlaps(span)}


def _causes(
    redaction: Mapping[str, Any], places: _Places, described: set[str], path: str
) -> Iterator[Difference]:
    """Causes that describe a portion differently from how it was read, or one located elsewhere."""
    here = places.described_at(_span(redaction))
    for number, cause in enumerate(redaction["causes"]):
        place = f"{path}.causes[{number}]"
        if names_portion(cause):
            if cause not in here:
                yield Difference(place, "names no portion at that place")
        elif cause.startswith(REPEATS):
            if cause.removeprefix(REPEATS) not in described:
                yield Difference(place, "names no portion of the document")
        elif cause != ADDED and kind_of(cause) is None:
            yield Difference(place, "is not a cause")


def _reasons(
    redaction: Mapping[str, Any], policy: Policy, categories: str, path: str
) -> Iterator[Difference]:
    """Reasons that do not follow from the causes under the policy; a reviewer may give others."""
    if redaction["decided_by"] != "policy":
        return
    by_portion = {line.reason for line in policy.withhold if line.portions_above}
    stated = {f"{code} {categories}" if code == "(b)(1)" else code for code in by_portion}
    names = {line.reason for line in policy.withhold if line.mention == "PERSON"}
    expected: set[str] = set()
    for cause in redaction["causes"]:
        first = cause.removeprefix("possible ").split(" ", 1)[0]
        if names_portion(cause) or cause.startswith(REPEATS):
            expected |= stated
        elif first in ("mention", "same"):
            expected |= names or stated
        else:
            expected |= {line.reason for line in policy.withhold if line.mention == first}
    if set(redaction["reasons"]) != expected:
        yield Difference(f"{path}.reasons", f"should be {', '.join(sorted(expected)) or 'none'}")


def _categories(authority: AuthorityBlock | None) -> str:
    """The categories of the document's own reason line, by section."""
    letters: dict[str, list[str]] = {}
    for reason in authority.reasons if authority else ():
        known = letters.setdefault(reason.section, [])
        letter = f"({reason.letter.lower()})" if reason.letter else None
        if letter and letter not in known:
            known.append(letter)
    sections = ", ".join(section + ",".join(found) for section, found in letters.items())
    return sections or "category not stated"


def _span(entry: Mapping[str, Any]) -> Span:
    return Span(entry["start"], entry["end"])


def _is_covered(span: Span, by: Sequence[Span]) -> bool:
    """Whether one of sorted spans, apart from one another, covers another span or that is empty."""
    if not len(span):
        return True
    at = bisect_right(by, span.start, key=lambda other: other.start)
    return at > 0 and by[at - 1].end >= span.end
