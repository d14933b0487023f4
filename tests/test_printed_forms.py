"""Telegrams and airgrams on the printed forms of 1945 to 1972 are known, dated and released.

The forms are those of ``tests/cases_parse/forms.yaml``.
"""

from __future__ import annotations

import datetime
import re

import pytest
from data_files import read_data
from redaction_documents import FOIA

import redact
from redact.documents.head.printed_forms import has_form, kind_of_form_line
from redact.documents.lines import split_lines
from redact.findings import Severity
from redact.policy.profiles import rule_profile
from redact.redaction.apply import apply_plan
from redact.redaction.plan import Gated, make_plan

TODAY = datetime.date(2026, 11, 21)
CASES = read_data("cases_parse/forms.yaml")
FORMS = {
    name: case["text"]
    for name, case in CASES.items()
    if case["expect"]["kind"] == "telegram" and case["expect"]["classification"] != "UNCLASSIFIED"
}
CLOSED = ("Hollenbeck", "HOLLENBECK", "Vandersloot", "VANDERSLOOT", "picnic", "PICNIC")
SAID = "The Minister said that the marzipan is kept in the northern cellar."
SMUGGLED = (
    SAID,
    SAID.upper(),
    "SENT DEPARTMENT 12, MARZIPAN FOUND IN CELLAR",
    "NO: MARZIPAN IS LEFT",
    "A-12 MARZIPAN IS LEFT",
    "Date: the marzipan is sent on Friday",
    "CONFIDENTIAL MARZIPAN TO FOLLOW",
)
"""Text where a line of the form should stand."""
OWN_LINES = [name for name in FORMS if name != "heading_over_a_telegram_of_1967"]


def copy_of(text: str) -> tuple[list[str], str]:
    """The rules that found anything above a note, and the public copy."""
    document = redact.parse(redact.Source.from_text(text))
    findings = redact.check(document, rule_profile(document.kind), today=TODAY)
    plan = make_plan(document, (), findings, FOIA)
    return (
        [f.rule for f in findings if f.severity is not Severity.NOTE],
        apply_plan(document.source, plan),
    )


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_released_without_its_text(name: str) -> None:
    rules, copy = copy_of(FORMS[name])
    assert rules == []
    assert not any(word in copy for word in CLOSED)
    level = CASES[name]["expect"]["classification"]
    cancelled = f"[{level} - cancelled for this copy]"
    assert re.search(rf"\b{level}\b", copy.replace(cancelled, "")) is None


@pytest.mark.parametrize("name", OWN_LINES)
def test_text_among_the_lines_of_a_form_is_withheld(name: str) -> None:
    """Another text between any two lines, each between others in every form.

    A short line with a number below the references is one of them, as in any telegram.
    """
    lines = FORMS[name].split("\n")
    for index in range(len(lines) + 1):
        if index and lines[index - 1].upper().startswith("REF"):
            continue
        said = SMUGGLED[(index + OWN_LINES.index(name)) % len(SMUGGLED)]
        try:
            _, copy = copy_of("\n".join((*lines[:index], said, *lines[index:])))
        except Gated:  # text above its date hides it: RESTRICTED may then be no level
            continue
        assert "MARZIPAN" not in copy.upper(), (index, said)


@pytest.mark.parametrize(
    "text",
    [
        "TELEGRAM\n\nThe word telegram comes from Greek.\n",
        "From: Ann\nTo: John\nSubject: the museum of the telegram\n\nTELEGRAMS AND CABLES\n",
        "Send a telegram.\n\nTO: Aunt Jane\n",
        "INSTAGRAM\n\nFrom: Ann\n",
        "From: Ann\nTo: John\nSubject: No: 12 pumps\nAction: please send the ladders\n",
    ],
)
def test_a_text_about_telegrams_is_no_form(text: str) -> None:
    assert not has_form(split_lines(text))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("SENT DEPARTMENT 412, REPEATED INFORMATION PORT EXAMPLE 56, SAMPLETOWN 7.", "envelope"),
        ("Rptd info London 12, Paris 13", "envelope"),
        ("SENT DEPARTMENT 412 THAT THE PICNIC WAS PUT OFF", None),
        ("NIACT IMMEDIATE", "envelope"),
        ("INFO FROM: Testville", "envelope"),
        ("EUR/MB FROM: Testville", "envelope"),
        ("Rec'd: August 5, 1959", "envelope"),
        ("1949 AUG 5 PM 9 13", "distribution"),
        ("POL 15-1 MAROVIA", "distribution"),
        ("CONFIDENTIAL 832", "banner"),
        ("A-123 CONFIDENTIAL", "banner"),
        ("JOINT EMBASSY/AID MESSAGE", "caption"),
        ("PICNIC AT THE LAKE", None),
        ("August 5 was a good day for the pumps.", None),
    ],
)
def test_kinds_of_lines(head: str, kind: str | None) -> None:
    assert kind_of_form_line(head) == kind


def test_a_further_page_is_no_text() -> None:
    text = FORMS["incoming_1959"]
    page = "                -2- 412, August 5, 7 p.m., from Testville"
    broken = text.replace("\n\nI said that", f"\n\n{page}\n\nI said that")
    document = redact.parse(redact.Source.from_text(broken))
    assert "page-heading" in [segment.kind for segment in document.segments]
    assert page in copy_of(broken)[1]


def test_a_line_below_the_signature_is_none_of_it() -> None:
    document = redact.parse(redact.Source.from_text(FORMS["airgram_1968"]))
    signed = [s for s in document.segments if s.kind == "signature"]
    assert [document.text_of(s.span).strip() for s in signed] == ["MERRIDEW"]
