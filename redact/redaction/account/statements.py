"""What follows from a record alone: its statements, counts and ordering."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from redact.redaction.account.differences import compare
from redact.redaction.verification import Difference
from redact.rules import RULES

PROVED = (
    "public copy is the one recorded",
    "original is the one recorded",
    "record replays byte for byte",
    "withheld names are absent",
    "withheld passages are absent",
)
"""The checks that a copy passes before it is kept."""

NOT_EXAMINED = (
    "attachments, enclosures and documents that the text refers to",
    "whether a passage identifies a person without naming one",
    "whether other documents show a withheld passage, or documents outside the set a withheld name",
)

_FORBIDDING = frozenset(("banner", "portion", "authority", "declassification"))
"""Families of rules whose errors, unless waived, keep a document from having a public copy."""


def check_statements(record: Mapping[str, Any]) -> Iterator[Difference]:
    """Where the record of a public copy is inconsistent with itself."""
    expected = {
        "outcome": "released-in-part" if record["redactions"] else "released-in-full",
        "gate": [],
        "public": {"name": record["original"]["name"]},
        "statement": _statement(record),
        "edits": [_edit(number, edit) for number, edit in enumerate(record["edits"])],
        "not_examined": list(NOT_EXAMINED),
        "verification": {
            "result": "proved",
            "checks": [{"name": name, "result": "pass"} for name in PROVED],
        },
    }
    yield from compare(expected, record, "$")
    for key in ("redactions", "asked", "kept", "sought"):
        yield from _in_order(record[key], key)
    yield from _in_order(record["edits"], "edits")
    yield from _twice(record)
    yield from _answered(record)
    yield from _days(record)
    yield from _findings(record["findings"])


def _statement(record: Mapping[str, Any]) -> str:
    policy = f"{record['policy']['name']} {record['policy']['version']}"
    amounts = [redaction["amount"] for redaction in record["redactions"]]
    if not amounts:
        return f"Released in full under the policy {policy}: nothing was withheld."
    names = amounts.count("name")
    counts = ((names, "name"), (len(amounts) - names, "passage"))
    counted = " and ".join(f"{n} {noun}" + "s" * (n > 1) for n, noun in counts if n)
    return (
        f"Released in part under the policy {policy}: {counted} withheld. All that the policy does"
        " not withhold is released; outside the deletions and the recorded edits nothing was"
        " changed."
    )


def _edit(number: int, edit: Mapping[str, Any]) -> dict[str, Any]:
    """The first change is the header, before all text; every other one is a banner."""
    if number == 0:
        return {"kind": "header", "start": 0, "end": 0}
    return {"kind": "banner" if edit["end"] > edit["start"] else "header"}


def _in_order(entries: list[Mapping[str, Any]], key: str) -> Iterator[Difference]:
    places = [(entry["start"], entry["end"], entry.get("kind", "")) for entry in entries]
    for number, (before, after) in enumerate(pairwise(places), start=1):
        if after[:2] < before[:2]:
            yield Difference(f"$.{key}[{number}]", "comes before the entry ahead of it")
        elif key != "edits" and after == before:
            yield Difference(f"$.{key}[{number}]", "is in the record twice")


def _twice(record: Mapping[str, Any]) -> Iterator[Difference]:
    """Lists of distinct items that contain one of them twice."""
    lists = [("$.models", record["models"])]
    lists += [
        (f"$.redactions[{number}].{key}", redaction[key])
        for number, redaction in enumerate(record["redactions"])
        for key in ("reasons", "causes")
    ]
    for path, entries in lists:
        if any(entry in entries[:number] for number, entry in enumerate(entries)):
            yield Difference(path, "holds the same twice")


def _answered(record: Mapping[str, Any]) -> Iterator[Difference]:
    """Decisions and waivers that name nobody responsible."""
    for number, redaction in enumerate(record["redactions"]):
        by = redaction["decided_by"]
        if not by.strip() or not by.isprintable():
            yield Difference(f"$.redactions[{number}].decided_by", "names nobody")
    for number, finding in enumerate(record["findings"]):
        for key in ("reason", "approver"):
            if finding["waiver"] and not finding["waiver"][key].strip():
                yield Difference(f"$.findings[{number}].waiver.{key}", "is blank")


def _days(record: Mapping[str, Any]) -> Iterator[Difference]:
    """Dates that are invalid or in the wrong order."""
    days = [("$.as_of", record["as_of"])]
    days += [
        (f"$.findings[{number}].waiver.expires", finding["waiver"]["expires"])
        for number, finding in enumerate(record["findings"])
        if finding["waiver"]
    ]
    days += [(f"$.document.{key}", record["document"][key]) for key in ("date", "declassify_on")]
    wrong = [Difference(path, "is not a date") for path, day in days if day and not _is_day(day)]
    if wrong:
        yield from wrong
        return
    if (record["document"]["date"] or "") > record["as_of"]:
        yield Difference("$.as_of", "is before the date of the document")
    for path, expires in days[1:-2]:
        if expires < record["as_of"]:
            yield Difference(path, "is before the day of the record")


def _is_day(text: str) -> bool:
    """Whether it is a date in the form used in records, which sorts as text."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _findings(findings: list[Mapping[str, Any]]) -> Iterator[Difference]:
    """Findings that would have kept the document back."""
    for number, finding in enumerate(findings):
        path = f"$.findings[{number}]"
        rule = RULES.get(finding["rule"])
        if rule is None:
            yield Difference(f"{path}.rule", "is not a rule")
            continue
        in_force = finding["severity"] == "error" and not finding["waiver"]
        if in_force and finding["stage"] == "record" and rule.family in _FORBIDDING:
            yield Difference(path, "is an error that allows no public copy, and is not waived")
