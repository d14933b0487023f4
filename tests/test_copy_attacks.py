"""What somebody may try to keep readable in a public copy, and what becomes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from data_files import read_data
from redaction_documents import FOIA, context, mention
from redaction_telegrams import POLICY, RELEASE, TODAY

from redact import engine
from redact.documents import parse
from redact.markings.register import load_register
from redact.redaction.publish import Published, publish
from redact.sources import read_bytes

CASES: dict[str, dict[str, Any]] = read_data("copy_attacks.yaml")
TEXT = """\
O 201131Z APR 09{group}
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC IMMEDIATE{to}
C O N F I D E N T I A L TESTVILLE 000012

SIPDIS

{zone}
E.O. 12958: DECL: {until}
TAGS: {tags}
SUBJECT: {subject}

REF: {ref}

Classified By: Ambassador Ada Rosewood, {by}Reasons 1.4 (B) and (D)

1. (U) Mr. Zoltan Brandwyck opened the picnic on Tuesday.

2. (C) The harbour office will buy nine old red pumps before the
summer fair.

3. (U) {text}

{more}
ROSEWOOD
{after}"""
PLAIN = {
    "tags": "PREL, XX",
    "subject": "(U) PICNIC",
    "ref": "A. TESTVILLE 11",
    "group": "",
    "to": "",
    "zone": "",
    "until": "04/20/2019",
    "by": "",
    "text": "Lunch was good.",
    "more": "",
    "after": "",
}


def release(case: dict[str, Any], folder: Path) -> Published:
    name = case.get("name", "09TESTVILLE12.txt")
    data = TEXT.format(**{key: case.get(key, plain) for key, plain in PLAIN.items()}).encode()
    document = parse(read_bytes(data, name))
    found = [
        mention(document, "Ada Rosewood", person="P1"),
        mention(document, "Zoltan Brandwyck", person="P2"),
    ]
    findings = engine.check(document, POLICY, load_register(document.register), as_of=TODAY)
    return publish(
        data, document, found, findings, context(FOIA), folder / name,
        name=name, release_policy=RELEASE,
    )  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_what_becomes_of_it(what: str, tmp_path: Path) -> None:
    case = CASES[what]
    done = release(case, tmp_path)
    if case.get("held"):
        assert done.path is None
        return
    assert done.path is not None
    copy = done.path.read_bytes().decode()
    can_be_read = case.get("shows", "brandwyck").casefold() in copy.casefold()
    told = {f.rule for f in done.findings}
    if case.get("gone"):
        assert not can_be_read, copy
    else:
        assert can_be_read, copy
        expected = {case["finding"]} if "finding" in case else set()
        looked_at = ("red-encoded-residual", "red-variant-residual", "rel-withheld-text-repeated")
        assert expected <= told
        assert expected or not told.intersection(looked_at)


def test_every_limit_is_written_in_the_documents() -> None:
    page = " ".join((ROOT / "docs" / "proof.md").read_text("utf-8").split())
    limits = {case["limit"] for case in CASES.values() if "limit" in case}
    assert {limit for limit in limits if limit not in page} == set()
