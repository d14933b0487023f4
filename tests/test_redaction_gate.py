"""Marks that cannot be trusted cannot say what to withhold: no public copy."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from finding_values import finding
from redaction_documents import FOIA, lay_out

import redact
from redact.documents.copy_model import ReleaseStamp
from redact.findings import Severity, Waiver
from redact.redaction.gate import Gated, evidence_in, find_barriers
from redact.redaction.model import Declassification
from redact.redaction.plan import make_plan
from redact.sources import Span

NAMES_ONLY = redact.load_policy("names-only")
CLASSIFIED = "SECRET\n1. (S) No.\n"


@pytest.mark.parametrize(
    "rule",
    ["class-missing", "portion-above-banner", "auth-missing", "decl-over-limit",
     "env-header-blocks-conflict"],
)  # fmt: skip
def test_an_error_about_the_marks_forbids_a_copy_and_says_the_way_past(rule: str) -> None:
    with pytest.raises(Gated) as gated:
        make_plan(lay_out(CLASSIFIED), (), [finding(rule)], FOIA)
    assert gated.value.exit_code == 1
    (barrier,) = gated.value.barriers
    assert barrier.rule == rule and barrier.line == 2
    assert barrier.why == "portion is SECRET, banner line is CONFIDENTIAL"
    assert barrier.remedy == (
        f"raise the banner line to SECRET; or waive {rule} for this document in waivers.yaml"
    )


def test_what_is_no_error_about_the_marks_does_not() -> None:
    waiver = Waiver(
        rule="portion-above-banner",
        document="cable.txt",
        reason="known",
        approver="the office",
        expires=datetime.date(2030, 1, 1),
    )
    harmless = [
        finding("portion-above-banner", Severity.WARNING),
        finding("portion-above-banner", waiver=waiver),
        finding("env-de-dtg-drift"),
        finding("rel-classified-text-remains"),
        finding("no-such-rule"),
    ]
    assert make_plan(lay_out(CLASSIFIED), (), harmless, FOIA).redactions


@pytest.mark.parametrize("text", ["", "\n", "1. Lunch.\n", "1. (X) Lunch.\n"])
def test_without_a_readable_level_there_is_no_copy(text: str) -> None:
    with pytest.raises(Gated) as gated:
        make_plan(lay_out(text), (), (), FOIA)
    (barrier,) = gated.value.barriers
    assert barrier.rule == "no-readable-level"
    assert ("no text" in barrier.why) == (not text.strip())


def test_the_gate_says_what_an_extract_of_two_marked_paragraphs_lacks() -> None:
    source = redact.Source.from_text("1. (C) The pump test is on Tuesday.\n\n2. (U) Lunch.\n")
    with pytest.raises(Gated) as gated:
        make_plan(redact.parse(source), (), (), FOIA)
    (barrier,) = gated.value.barriers
    assert barrier.rule == "uncertain-kind"
    assert "CONFIDENTIAL" in barrier.why
    copy = make_plan(redact.parse(source, kind="telegram"), (), (), FOIA)
    assert [r.span.of(source.text) for r in copy.redactions] == ["The pump test is on Tuesday."]


def test_a_text_that_may_be_classified_gets_no_copy_before_its_kind_is_named() -> None:
    source = redact.Source.from_text("SECRET\n\nThe pump test is on Tuesday.\n")
    with pytest.raises(Gated) as gated:
        make_plan(redact.parse(source), (), (), FOIA)
    assert [barrier.rule for barrier in gated.value.barriers] == ["uncertain-kind"]
    assert make_plan(redact.parse(source, kind="memorandum"), (), (), FOIA).redactions


def test_a_cui_document_needs_no_level() -> None:
    document = lay_out("UNCLASSIFIED\n1. (U) Lunch.\n")
    cui = redact.markings.marking.Marking(cui=("CUI",), system="cui")
    document = dataclasses.replace(
        document, banners=(dataclasses.replace(document.banners[0], marking=cui),), portions=()
    )
    assert not find_barriers(document, (), FOIA)


def test_names_only_needs_evidence_that_a_classified_document_was_declassified() -> None:
    document = lay_out(CLASSIFIED)
    with pytest.raises(Gated) as gated:
        make_plan(document, (), (), NAMES_ONLY)
    assert [barrier.rule for barrier in gated.value.barriers] == ["declassification-not-shown"]
    evidence = Declassification("the office", "2020-01-02")
    assert not make_plan(document, (), (), NAMES_ONLY, evidence=evidence).redactions
    assert not find_barriers(lay_out("UNCLASSIFIED\n1. (U) Yes.\n"), (), NAMES_ONLY)


@pytest.mark.parametrize(
    ("line", "kind", "counts"),
    [
        ("DECLASSIFIED BY THE OFFICE ON 2 JAN 2020", "declassified", True),
        ("RELEASED IN FULL", "released-in-full", True),
        ("RELEASED IN PART", "released-in-part", False),
        ("PARTIALLY DECLASSIFIED", "declassified", False),
        ("1. (S) DECLASSIFIED BY THE MINISTRY", "declassified", False),
    ],
)
def test_which_stamps_are_evidence(line: str, kind: str, counts: bool) -> None:
    text = f"{line}\nSECRET\n2. (S) No.\n"
    document = lay_out(text)
    stamp = ReleaseStamp(Span(0, len(line)), kind, by="THE OFFICE", on="2020-01-02")
    portions = tuple(p for p in document.portions if p.number or line[0].isdigit())
    document = dataclasses.replace(document, stamps=(stamp,), portions=portions)
    assert (evidence_in(document) is not None) is counts


def test_words_of_release_alone_are_no_evidence() -> None:
    document = lay_out("RELEASED IN FULL\nSECRET\n")
    bare = ReleaseStamp(Span(0, 16), "released-in-full")
    assert evidence_in(dataclasses.replace(document, stamps=(bare,))) is None
    dated = dataclasses.replace(bare, authority="Case No. F-2010-12345", on="03/04/2011")
    assert evidence_in(dataclasses.replace(document, stamps=(dated,))) is not None
    part = ReleaseStamp(Span(0, 16), "released-in-part")
    assert evidence_in(dataclasses.replace(document, stamps=(dated, part))) is None


def test_metadata_that_protect_more_than_the_line_forbid_a_copy() -> None:
    text = (
        "Classification: SECRET\nReference ID: 09TESTVILLE12\n\nUNCLAS TESTVILLE 000012\n\n1. No.\n"
    )
    document = redact.parse(redact.Source.from_text(text))
    findings = redact.check(document, redact.load_policy("state-telegram"))
    assert "meta-classification-mismatch" in {
        b.rule for b in find_barriers(document, findings, FOIA)
    }
