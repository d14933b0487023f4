"""Every format of ``redact check``, whole, from one made-up report."""

from __future__ import annotations

import dataclasses
import datetime
import json as stdlib_json
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from finding_values import finding
from hypothesis import given
from hypothesis import strategies as st

from redact.findings import (
    Authority,
    ExaminedDocument,
    Finding,
    Label,
    Notice,
    Report,
    Severity,
    Unexamined,
    Waiver,
)
from redact.outputs import github, gitlab, human, json, json_lines, junit, sarif
from redact.outputs.frame import Mark, frame, visible
from redact.sources import Source, Span

TEXT = "C O N F I D E N T I A L TESTVILLE 000012\n\n1. (S) The wombat tea is on Tuesday.\n"
SOURCE = Source.from_text(TEXT, "tray/pump.txt")
LABEL = Label(Span(0, 23), "classification line")


def finding_above_banner(severity: Severity, waiver: Waiver | None = None) -> Finding:
    return finding(
        "portion-above-banner",
        severity,
        path=SOURCE.path,
        span=Span(45, 48),
        start=(3, 4),
        end=(3, 7),
        message="portion is SECRET, classification line is CONFIDENTIAL",
        fix="raise the classification line to SECRET, or correct the portion mark",
        expected="CONFIDENTIAL",
        found="SECRET",
        authority=(Authority("overall-marking", "Overall marking", "32 CFR 2001.21(b)"),),
        related=((LABEL, (1, 1), (1, 24)),),
        waiver=waiver,
    )


WAIVER = Waiver(
    rule="portion-above-banner",
    document="tray/pump.txt",
    reason="known slip, 100% harmless",
    approver="J. Roe",
    expires=datetime.date(2027, 1, 1),
)
REPORT = Report(
    tool="redact 0.1.0",
    as_of=datetime.date(2026, 11, 21),
    stage="record",
    documents=(ExaminedDocument(SOURCE.path, SOURCE.sha256, "telegram", "state-telegram 2026.1"),),
    findings=(finding_above_banner(Severity.ERROR), finding_above_banner(Severity.WARNING, WAIVER)),
    errors=(Unexamined("tray/scan.pdf", "is a PDF, which is not supported", "convert it"),),
    skipped=("tray/picture.png",),
    notices=(
        Notice("the waiver of decl-passed for tray/pump.txt expired on 2026-01-01", "waivers.yaml"),
        Notice("documents changed since main: 1"),
    ),
)


def ran(kind: str) -> tuple[str, ...]:
    """The rules that ran on documents of a kind."""
    return ("class-missing", "portion-above-banner")


SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize(
    ("name", "rendered"),
    [
        ("frames.txt", "".join(human.pieces(REPORT, {SOURCE.path: SOURCE}.get))),
        ("lines.txt", "".join(human.pieces(REPORT))),
        ("findings.json", json.render(REPORT)),
        ("findings.sarif", sarif.render(REPORT)),
        ("findings.jsonl", "".join(json_lines.pieces(REPORT))),
        ("junit.xml", junit.render(REPORT, ran, fail_on=Severity.ERROR)),
        ("github.txt", github.render(REPORT)),
        ("gitlab.json", gitlab.render(REPORT)),
    ],
)
def test_output_is_as_reviewed(name: str, rendered: str, request: pytest.FixtureRequest) -> None:
    path = SNAPSHOTS / name
    if request.config.getoption("--snapshots"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(rendered, "utf-8")
    assert rendered == path.read_text("utf-8")


def test_findings_json_keeps_its_promise() -> None:
    schema = stdlib_json.loads((ROOT / "schemas" / "findings.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(stdlib_json.loads(json.render(REPORT)))


def test_lines_for_pipes_hold_no_text_of_the_document() -> None:
    assert "wombat" not in "".join(human.pieces(REPORT))


def test_a_document_cannot_steer_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\u200bd\te") == "a\ufffd[31mb\ufffdc\ufffdd e"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_a_frame_can_be_drawn_at_any_place(text: str, start: int, length: int) -> None:
    source = Source.from_text(text)
    start = min(start, len(text))
    rows = frame(source, [Mark(Span(start, min(start + length, len(text))), "^")])
    assert any("^" in row for row in rows)
    assert all(len(row) < 220 for row in rows)


@given(
    st.lists(st.tuples(st.integers(0, 399), st.integers(1, 30)), min_size=1), st.integers(40, 99)
)
def test_what_is_marked_stands_above_its_marks(places: list[tuple[int, int]], width: int) -> None:
    line = "".join(f"{n:03}-" for n in range(100))  # every two places differ
    spans = [Span(start, min(start + length, len(line))) for start, length in places]
    shown, told = "", []
    for row in frame(Source.from_text(line), [Mark(span, "^") for span in spans], width)[1:]:
        assert len(row) <= len("1 | … ") + width + len(" …")
        if "^" in row:
            told.append(shown[row.index("^") : row.rindex("^") + 1])
        else:
            shown = row
    assert sorted(told) == sorted(span.of(line) for span in spans)


def test_of_many_related_places_the_first_are_shown() -> None:
    again = (Label(Span(0, 1), "again"), (1, 1), (1, 2))
    found = dataclasses.replace(finding_above_banner(Severity.NOTE), related=(again,) * 11)
    report = dataclasses.replace(REPORT, findings=(found,))
    shown = "".join(human.pieces(report, {SOURCE.path: SOURCE}.get))
    assert shown.count("again") == 8
    assert "  = more: 3 related places; --format json gives all\n" in shown


@pytest.mark.parametrize(("documents", "shown"), [(human.MANY, human.MANY), (human.MANY + 1, 0)])
def test_a_note_in_many_documents_is_told_once_on_a_terminal(documents: int, shown: int) -> None:
    names = [f"tray/{n:02}.txt" for n in range(documents)]
    notes = [dataclasses.replace(finding_above_banner(Severity.NOTE), path=name) for name in names]
    report = dataclasses.replace(
        REPORT,
        documents=[dataclasses.replace(REPORT.documents[0], path=name) for name in names],
        findings=[*notes[:3], dataclasses.replace(notes[2], severity=Severity.ERROR), *notes[3:]],
    )
    sources = dict.fromkeys(names, SOURCE).get
    frames = "".join(human.pieces(report, sources))
    assert (frames.count("note[portion-above-banner]: portion is"), frames.count("error[")) == (
        shown,
        1,
    )
    assert (f"in {documents} documents (-v shows each)" in frames) == (not shown)
    for each in (human.pieces(report), human.pieces(report, sources, verbose=True)):
        assert "".join(each).count("portion is SECRET") == documents + 1
