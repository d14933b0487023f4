"""Telegrams of every era and style, in every quirk of writing, are read alike and found in order.

What an invented telegram says is known (`telegram_styles`): reading must give it back, a clean
telegram has no finding above a note, and no copy shows what is classified in it.
"""

from __future__ import annotations

import datetime
import re

import pytest
from redaction_documents import FOIA
from telegram_styles import HEARD, QUIRKS, STYLES, Content, content, military_2005

import redact
from redact.findings import Severity
from redact.policy.profiles import rule_profile
from redact.redaction.apply import apply_plan
from redact.redaction.plan import make_plan

TODAY = datetime.date(2026, 11, 21)
WRITINGS = {"as-written": lambda text: text, **QUIRKS}


def read(text: str) -> tuple[redact.Document, list[redact.Finding]]:
    document = redact.parse(redact.Source.from_text(text))
    findings = redact.check(document, rule_profile(document.kind), today=TODAY)
    return document, [f for f in findings if f.severity is not Severity.NOTE]


def expected(said: Content) -> dict[str, object]:
    """The fields a reader would note, as in ``redact/documents/v1``."""
    return {
        "classification": said.level,
        "message_number": said.id,
        "date_time_group": f"{said.moment:%Y-%m-%dT%H:%M}:00Z",
        "from": f"AMEMBASSY {said.post}",
        "to": list(said.to),
        "info": list(said.info),
        "subject": said.subject,
        "tags": list(said.tags),
        "references": said.reference_ids,
        "signature": said.signature,
    }


def found(document: redact.Document) -> dict[str, object]:
    shape = document.to_dict()
    names = {name: [addressee["name"] for addressee in shape[name]] for name in ("to", "info")}
    return {
        **shape,
        **names,
        "references": [reference["id"] for reference in shape["references"]],
        "signature": (shape["signature"] or "").upper(),
    }


def pairs() -> list[tuple[str, str]]:
    """Every style as written, and every quirk in three styles, another three for each."""
    styles = list(STYLES)
    return [(style, "as-written") for style in styles] + [
        (styles[(5 * index + step) % len(styles)], quirk)
        for index, quirk in enumerate(QUIRKS)
        for step in (0, 4, 9)
    ]


@pytest.mark.parametrize(("style", "quirk"), pairs())
def test_every_style_in_every_writing_is_read_and_released(style: str, quirk: str) -> None:
    era = STYLES[style]
    for level in ("UNCLASSIFIED", "CONFIDENTIAL"):
        said = content(f"{style}/{quirk}/{level}", era.year, level=level, marked=era.marked)
        document, findings = read(WRITINGS[quirk](era.write(said)))
        fields = found(document)
        assert {name: fields[name] for name in expected(said)} == expected(said)
        paragraphs = [(p["number"], p["mark"] and p["mark"].upper()) for p in fields["paragraphs"]]
        assert paragraphs == era.paragraphs(said)
        assert [(f.rule, f.message) for f in findings] == []
        public = apply_plan(document.source, make_plan(document, (), findings, FOIA))
        assert HEARD not in public
        if level == "UNCLASSIFIED":
            assert said.paragraphs[-1][1].split()[0] in public


PLANTED = {
    "portion-above-banner": (r"(?m)^(2\. )\(C\)", r"\1(S)"),
    "portion-missing": (r"(?m)^(2\. )\(C\) ", r"\1"),
    "portion-unknown": (r"(?m)^(2\. )\(C\)", r"\1(XYZ)"),
    "portion-unclosed": (r"(?m)^(2\. )\(C\)", r"\1(C"),
    "para-number-gap": (r"(?m)^3\. \(", "4. ("),
    "class-unknown-level": (r"C O N F I D E N T I A L(?= [A-Z])", "C O N F U D E N T I L"),
    "subject-missing": (r"(?m)^SUBJECT: .*\n", ""),
    "ref-impossible": (r"A\. ([A-Z ]+) \d+", r"A. 39 \1 77"),
}
MODERN = ("cable-1997", "cable-2006", "web-copy-2008", "press-copy-2009")


@pytest.mark.parametrize("rule", PLANTED)
@pytest.mark.parametrize("style", MODERN)
def test_a_planted_fault_is_found_in_every_style(style: str, rule: str) -> None:
    said = content(f"{style}/planted", STYLES[style].year, level="CONFIDENTIAL")
    clean = STYLES[style].write(said)
    faulty = re.sub(*PLANTED[rule], clean, count=1)
    assert faulty != clean
    assert rule in {finding.rule for finding in read(faulty)[1]}


@pytest.mark.parametrize("level", ["UNCLASSIFIED", "CONFIDENTIAL", "SECRET"])
def test_a_military_message_is_read_by_its_sets(level: str) -> None:
    said = content(f"military/{level}", 2005, level=level)
    document, findings = read(military_2005(said))
    fields = found(document)
    assert document.kind == "military" and fields["classification"] == level
    assert fields["subject"] == said.subject
    assert [p["mark"] for p in fields["paragraphs"]] == [mark for mark, _ in said.paragraphs]
    assert [(f.rule, f.message) for f in findings] == []
    assert HEARD not in apply_plan(document.source, make_plan(document, (), findings, FOIA))
