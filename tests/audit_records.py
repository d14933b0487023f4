"""Invented audit records for the tests of the report. All text is invented and harmless."""

from __future__ import annotations

import hashlib
from typing import Any

from redact.redaction.record import record_bytes

AUTHORITY = [{"id": "overall-marking", "cite": "32 CFR 2001.21(b)"}]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def finding(number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "rule": "portion-above-banner",
        "severity": "error",
        "start": number * 90,
        "end": number * 90 + 3,
        "line": number * 2,
        "column": 1,
        "message": "portion is SECRET, banner line is CONFIDENTIAL",
        "authority": AUTHORITY,
        "remedy": "raise the banner line to SECRET, or correct the portion mark",
        "waiver": None,
        "stage": "record",
        **more,
    }


def portion(
    number: int, mark: str | None, level: str, decision: str, **more: Any
) -> dict[str, Any]:
    return {
        "number": str(number) if number else None,
        "kind": "paragraph",
        "mark": mark,
        "level": level,
        "decision": decision,
        "reasons": [],
        "start": number * 1000,
        "end": number * 1000 + 900,
        "line": number * 14 or 1,
        **more,
    }


def redaction(
    start: int, reasons: list[str], amount: str, cause: str, **more: Any
) -> dict[str, Any]:
    return {
        "start": start,
        "end": start + 17,
        "line": start // 70,
        "reasons": reasons,
        "causes": [cause],
        "decided_by": "policy",
        "amount": amount,
        "label": f"[{' '.join(reasons)} {amount}]",
        **more,
    }


def record(name: str = "telegrams/pump-test.txt", **more: Any) -> dict[str, Any]:
    """A confidential telegram released in part: one portion and two names withheld."""
    return {
        "format": "redact/audit-record/v1",
        "tool": "redact 0.1.0",
        "as_of": "2026-11-21",
        "stage": "record",
        "policy": {
            "name": "foia-release",
            "version": "2026.1",
            "chain": ["base", "foia-release"],
            "sha256": digest("foia-release"),
        },
        "profile": {
            "name": "state-telegram",
            "version": "2026.1",
            "chain": ["base", "us-national-security", "state-telegram"],
            "sha256": digest("state-telegram"),
        },
        "models": [{"name": "example_en_md", "version": "0.1.0", "sha256": digest("model")}],
        "original": {"name": name, "sha256": digest(name), "characters": 5210},
        "public": {"name": name, "sha256": digest(name + "public"), "characters": 4187},
        "document": {
            "kind": "telegram",
            "classification": "CONFIDENTIAL",
            "captions": ["SIPDIS"],
            "message_number": "09TESTVILLE666",
            "date": "2009-04-20",
            "declassify_on": "2019-04-20",
            "reasons": ["1.4(b)", "1.4(d)"],
        },
        "outcome": "released-in-part",
        "gate": [],
        "banner": {"found": "CONFIDENTIAL", "required": "CONFIDENTIAL"},
        "portions": [
            portion(0, "(U)", "UNCLASSIFIED", "release", kind="subject"),
            portion(1, "(U)", "UNCLASSIFIED", "release"),
            portion(2, "(C)", "CONFIDENTIAL", "withhold", reasons=["(b)(1) 1.4(b),(d)"]),
            portion(3, "(SBU)", "UNCLASSIFIED", "withhold-names", reasons=["(b)(6)"]),
            portion(4, None, "CONFIDENTIAL", "withhold", reasons=["(b)(1) 1.4(d)"]),
            portion(5, "(U)", "UNCLASSIFIED", "release"),
        ],
        "redactions": [
            redaction(2004, ["(b)(1) 1.4(b),(d)"], "~10 lines", "portion 2 CONFIDENTIAL"),
            redaction(3100, ["(b)(6)"], "name", "mention P1"),
            redaction(3240, ["(b)(6)"], "name", "mention P2", decided_by="R. Example"),
            redaction(4004, ["(b)(1) 1.4(d)"], "~5 lines", "portion 4 CONFIDENTIAL"),
        ],
        "exemptions": [
            {"code": "(b)(1)", "title": "Properly classified", "cite": "5 U.S.C. 552(b)(1)"},
            {"code": "(b)(6)", "title": "Personal privacy", "cite": "5 U.S.C. 552(b)(6)"},
        ],
        "asked": [
            {"start": 1100, "end": 1111, "line": 16, "kind": "PERSON", "reason": "possible name"}
        ],
        "edits": [
            {"kind": "header", "start": 0, "end": 0, "text": "RELEASED IN PART"},
            {"kind": "banner", "start": 0, "end": 12, "text": "[CONFIDENTIAL - cancelled]"},
        ],
        "kept": [
            {"start": 80, "end": 92, "line": 3, "kind": "PERSON", "reason": "signatory"},
            {"start": 5100, "end": 5108, "line": 74, "kind": "PERSON", "reason": "signatory"},
        ],
        "sought": [{"start": 2004, "end": 2900, "kind": "passage"}],
        "findings": [
            finding(
                rule="portion-missing",
                severity="warning",
                message="paragraph 4 has no portion mark",
                remedy="mark the paragraph; it is handled as CONFIDENTIAL",
            )
        ],
        "not_examined": [
            "attachments, enclosures and documents that the text refers to",
            "whether a passage identifies a person without naming one",
        ],
        "statement": "Released in part under the Freedom of Information Act.",
        "verification": {
            "result": "proved",
            "checks": [
                {"name": "replay", "result": "pass"},
                {"name": "withheld strings", "result": "pass"},
            ],
        },
        "previous": None,
        **more,
    }


def full(name: str = "telegrams/picnic.txt", **more: Any) -> dict[str, Any]:
    """An unclassified telegram released in full."""
    plain = {
        "kind": "telegram",
        "classification": "UNCLASSIFIED",
        "captions": ["SENSITIVE", "SIPDIS"],
        "message_number": "10PORTEXAMPLE12",
        "date": "2010-02-01",
        "declassify_on": None,
        "reasons": [],
    }
    return record(
        name,
        document=plain,
        outcome="released-in-full",
        banner={"found": "UNCLASSIFIED", "required": "UNCLASSIFIED"},
        portions=[portion(n, "(U)", "UNCLASSIFIED", "release") for n in (1, 2)],
        redactions=[],
        asked=[],
        kept=[],
        edits=[],
        findings=[],
        not_examined=[],
        statement="Released in full.",
        **more,
    )


def gated(name: str = "telegrams/gated.txt", **more: Any) -> dict[str, Any]:
    """A secret telegram whose banner line is too low: no public copy."""
    remedy = "raise the banner line to SECRET, or correct the portion mark"
    why = "portion is SECRET, banner line is CONFIDENTIAL"
    return record(
        name,
        public=None,
        outcome="not-released",
        gate=[{"rule": "portion-above-banner", "why": why, "remedy": remedy}],
        banner={"found": "CONFIDENTIAL//NOFORN", "required": "SECRET//NOFORN"},
        portions=[
            portion(1, "(U)", "UNCLASSIFIED", "withhold"),
            portion(2, "(S)", "SECRET", "withhold"),
        ],
        redactions=[],
        asked=[],
        edits=[],
        kept=[],
        findings=[finding(2), finding(5, severity="note", rule="tags-missing-or-malformed")],
        statement="",
        verification={"result": "not-proved", "checks": []},
        **more,
    )


def many_findings(number: int = 300) -> dict[str, Any]:
    """A document with very many findings of every severity, some of them waived."""
    severities = ("error", "warning", "note")
    waiver = {
        "reason": "marks of the period; the originals stay as they are",
        "approver": "R. Example, Records Officer",
        "expires": "2027-06-30",
    }
    return gated("telegrams/three-hundred.txt") | {
        "findings": [
            finding(
                n,
                rule=f"invented-rule-{n % 23:02}",
                severity=severities[n % 3],
                message=f"portion {n} is SECRET, banner line is CONFIDENTIAL",
                waiver=waiver if n % 29 == 0 else None,
            )
            for n in range(1, number + 1)
        ]
    }


LONG = "/".join(["a-folder-with-a-rather-long-name-of-its-own"] * 5) + "/" + "x" * 180 + ".txt"
WORLD = "архив/δοκιμή-насос/测试泵-ünïcode.txt"
HOSTILE = "a<b>&amp;<font color='red'>\n\u202egnp.txt\x07 {} %s"


def sample() -> list[dict[str, Any]]:
    """Every kind of document in one set, with a chain."""
    records = sorted(
        [
            record(),
            full(),
            gated(),
            record("memoranda/budget.txt"),
            record(LONG),
            record(WORLD),
            record(HOSTILE),
        ],
        key=lambda item: item["original"]["name"],
    )
    previous = None
    for item in records:
        item["previous"] = previous
        previous = hashlib.sha256(record_bytes(item)).hexdigest()
    return records
